import { Facts } from "#app/design-system/content/facts.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { WaveFacts } from "#app/features/surveys/waves/wave.ts";
import type { WaveAct, WaveState } from "#app/features/surveys/waves/wave-standing.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { WaveStateTag } from "./wave-state-tag.tsx";

interface ShownWave {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
  readonly facts: WaveFacts;
  readonly state: WaveState;
  readonly isMine: boolean;
  readonly endedOn: string | null;
  readonly acts: readonly WaveAct[];
  readonly questionnaire: string;
  readonly readers: number | null;
  readonly moving: { readonly closesOn: string; readonly isMine: boolean } | null;
}

/** One survey: its whole plan, the word that is missing, and what can be done with it now. */
export function WavePage({ wave }: { readonly wave: ShownWave }) {
  const t = useText();
  const { date } = useFormats();
  const { session, referenceFrom, referenceTo, opensOn, closesOn } = wave.facts;
  const days = (from: string, to: string) => t("waves.days.range", { from: date(from), to: date(to) });
  return (
    <Page back={{ href: paths.surveys(), label: t("waves.heading") }} width="page" caption={t("waves.one")}>
      <Heading>
        <bdi>{session}</bdi>
      </Heading>
      <Facts facts={[{ label: t("waves.column.status"), value: <WaveStateTag state={wave.state} /> }]} />
      <SummaryList
        rows={[
          { term: t("waves.column.days"), value: days(opensOn, closesOn) },
          ...(wave.endedOn ? [{ term: t("waves.days.ended"), value: date(wave.endedOn) }] : []),
          { term: t("waves.column.reference"), value: days(referenceFrom, referenceTo) },
          { term: t("waves.column.questionnaire"), value: <bdi>{wave.questionnaire}</bdi> },
        ]}
      />
      <Word wave={wave} />
      <Readers count={wave.readers} />
      {wave.moving && <Moving id={wave.id} {...wave.moving} />}
      <Links wave={wave} />
    </Page>
  );
}

/** After what it is about, so that nobody gives a word on what they have not seen. */
function Word({ wave: { state, version, hash, isMine } }: { readonly wave: ShownWave }) {
  const t = useText();
  const form = usePageForm();
  if (state === "in_review" && isMine) return <p>{t("waves.word.wait")}</p>;
  if (state !== "draft" && state !== "in_review") return null;
  const verb = state === "draft" ? "send" : "approve";
  return (
    <Form {...form} recordVersion={version}>
      <input type="hidden" name="hash" value={hash} />
      <Notice kind="warning" title={t(`waves.word.${verb}-title`)}>
        <p>{t(`waves.word.${verb}-why`)}</p>
      </Notice>
      <ButtonRow>
        <Button>{t(`waves.word.${verb}`)}</Button>
      </ButtonRow>
    </Form>
  );
}

/** A later last day that waits for its second word. */
function Moving({ id, closesOn, isMine }: { readonly id: string } & NonNullable<ShownWave["moving"]>) {
  const t = useText();
  const { date } = useFormats();
  const whose = isMine ? "mine" : "theirs";
  return (
    <Notice kind="warning" title={t(`waves.closing.${whose}`, { day: date(closesOn) })}>
      <p>{t(`waves.closing.${whose}-why`)}</p>
      <p>
        <a href={paths.surveyClosing(id)}>{t("waves.closing.link")}</a>
      </p>
    </Notice>
  );
}

/** Answers that nobody can open are lost: said while somebody can still be let in. */
function Readers({ count }: { readonly count: number | null }) {
  const t = useText();
  if (count === null || count > 1) return null;
  return (
    <Notice
      kind={count === 0 ? "danger" : "warning"}
      title={t(count === 0 ? "waves.readers.none" : "waves.readers.last")}
    >
      <p>{t(count === 0 ? "waves.readers.none-why" : "waves.readers.last-why")}</p>
    </Notice>
  );
}

function Links({ wave: { id, acts } }: { readonly wave: ShownWave }) {
  const t = useText();
  const links = [
    { show: true, href: paths.surveyPanel(id), label: t("waves.panel.link") },
    { show: acts.includes("remind"), href: paths.surveyReminders(id), label: t("waves.reminders.link") },
    { show: acts.includes("make-link"), href: paths.surveyLink(id), label: t("waves.open-link.link") },
    { show: acts.includes("change"), href: paths.surveyChange(id), label: t("waves.change.link") },
    { show: acts.includes("move-closing"), href: paths.surveyClosing(id), label: t("waves.closing.link") },
    { show: acts.includes("discard"), href: paths.surveyEnd(id), label: t("waves.end.discard.link") },
    { show: acts.includes("close"), href: paths.surveyEnd(id), label: t("waves.end.close.link") },
  ];
  return (
    <ButtonRow>
      {links
        .filter(({ show }) => show)
        .map(({ href, label }) => (
          <ButtonLink key={label} href={href} look="secondary">
            {label}
          </ButtonLink>
        ))}
    </ButtonRow>
  );
}
