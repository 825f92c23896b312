import { Facts } from "#app/design-system/content/facts.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { KeyFingerprint } from "#app/features/referrals/ui/key-fingerprint.tsx";
import { TlpMark } from "#app/features/referrals/ui/referral-words.tsx";
import type { NotePageData, StateFacts } from "#app/features/state-notes/state-note-page.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { NoteStateTag } from "./note-state-tag.tsx";

/** How it stands, for whom it is, and whose key opens it. */
export function NoteFacts({ note }: { readonly note: NotePageData }) {
  const t = useText();
  const { date } = useFormats();
  const { state, tlp, expiresOn, receiver, language, hash, fingerprint } = note;
  return (
    <>
      <Facts
        facts={[
          { label: t("state-notes.column.status"), value: <NoteStateTag state={state} /> },
          { label: t("referrals.column.tlp"), value: <TlpMark tlp={tlp} /> },
          { label: t("referrals.column.expires"), value: date(expiresOn) },
        ]}
      />
      <SummaryList
        rows={[
          { term: t("referrals.column.receiver"), value: <bdi>{receiver.name}</bdi> },
          { term: t("state-notes.unit.short"), value: <bdi>{receiver.unit}</bdi> },
          { term: t("state-notes.language.short"), value: OWN_NAMES[language] },
          ...(hash ? [{ term: t("referrals.column.hash"), value: <code className="hash">{hash}</code> }] : []),
        ]}
      />
      <KeyFingerprint groups={fingerprint} compare />
    </>
  );
}

/** What the register says of the State, so that it is asked for what it can do. */
export function StateCard({ facts }: { readonly facts: StateFacts }) {
  const t = useText();
  const { date } = useFormats();
  const { code, name, group, status, apic, law, withdrawalNotifiedOn, withdrawalEffectiveOn } = facts;
  const days = [
    [t("states.page.notified"), withdrawalNotifiedOn],
    [t("states.page.effective"), withdrawalEffectiveOn],
  ] as const;
  return (
    <section className="card" aria-labelledby="register">
      <Heading level={2} id="register">
        {t("state-notes.register.heading")}
      </Heading>
      <SummaryList
        rows={[
          { term: t("state-notes.register.group"), value: t.dynamic(`codes.regional_group.${group}`) },
          { term: t("states.column.statute"), value: t(`states.status.${status}`) },
          ...days.flatMap(([term, day]) => (day ? [{ term, value: date(day) }] : [])),
          { term: t("states.column.apic"), value: t(`states.apic.${apic}`) },
          { term: t("states.column.law"), value: t(`states.law.${law}`) },
        ]}
      />
      <p>
        <a href={paths.state(code.toLowerCase())}>{t("state-notes.register.link", { state: name })}</a>
      </p>
    </section>
  );
}

/** Who did what with it, and on which day. */
export function NoteHistory({ history }: Pick<NotePageData, "history">) {
  const t = useText();
  const { date } = useFormats();
  return (
    <section aria-labelledby="history">
      <Heading level={2} id="history">
        {t("state-notes.history.heading")}
      </Heading>
      <ol>
        {history.map(({ step, by, on }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what has happened is never reordered
          <li key={at}>{t.rich(`state-notes.history.${step}`, { by: <bdi key="by">{by}</bdi>, day: date(on) })}</li>
        ))}
      </ol>
    </section>
  );
}
