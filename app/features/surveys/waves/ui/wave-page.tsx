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
  readonly acts: readonly WaveAct[];
  readonly questionnaire: string;
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
          { term: t("waves.column.reference"), value: days(referenceFrom, referenceTo) },
          { term: t("waves.column.questionnaire"), value: <bdi>{wave.questionnaire}</bdi> },
        ]}
      />
      <Word wave={wave} />
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

function Links({ wave: { id, acts } }: { readonly wave: ShownWave }) {
  const t = useText();
  const links = [
    { show: true, href: paths.surveyPanel(id), label: t("waves.panel.link") },
    { show: acts.includes("remind"), href: paths.surveyReminders(id), label: t("waves.reminders.link") },
    { show: acts.includes("make-link"), href: paths.surveyLink(id), label: t("waves.open-link.link") },
    { show: acts.includes("change"), href: paths.surveyChange(id), label: t("waves.change.link") },
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
