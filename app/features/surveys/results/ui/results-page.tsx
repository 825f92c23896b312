import type { ReactNode } from "react";
import { Chips } from "#app/design-system/content/chips.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { choiceQuery, type ResultChoice } from "#app/features/surveys/results/result-choice.ts";
import type { LookedAt, ResultsFrame } from "#app/features/surveys/results/results-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { WeightsNotice } from "./weights-notice.tsx";

export type ResultsTab = "overview" | "questions" | "indicators" | "together" | "change" | "gaps";

interface ResultsPageProps<C> {
  readonly frame: ResultsFrame;
  readonly content: C | null;
  readonly tab: ResultsTab;
  /** where this page stands, without its query */
  readonly at: string;
  /** what its address says besides the choice, such as the questions that are crossed */
  readonly kept?: Readonly<Record<string, string>>;
  readonly children: (content: C) => ReactNode;
}

/** What every page of results has: where one is, how answers are looked at, and a button where they are sealed. */
export function ResultsPage<C>({ frame, content, tab, at, kept = {}, children }: ResultsPageProps<C>) {
  const t = useText();
  const { is, looked } = frame;
  const isOpen = is === "open" && looked !== null && content !== null;
  return (
    <Page width="table" back={{ href: paths.surveyAnswers(), label: t("waves.answers.heading") }}>
      <Heading beside={<bdi>{frame.session}</bdi>}>{t("survey-results.heading")}</Heading>
      {isOpen ? (
        <>
          <Tabs frame={frame} tab={tab} />
          <Choice choice={frame.choice} looked={looked} at={at} kept={kept} />
          {children(content)}
        </>
      ) : (
        <Closed frame={frame} />
      )}
    </Page>
  );
}

function Closed({ frame: { is, closesOn } }: { readonly frame: ResultsFrame }) {
  const t = useText();
  const { date } = useFormats();
  const form = usePageForm();
  if (is === "takes-answers") return <Lead>{t("survey-results.takes-answers", { day: date(closesOn) })}</Lead>;
  if (is === "knows-the-panel") return <Lead>{t("refusal.waves.knows-the-panel")}</Lead>;
  return (
    <Form {...form}>
      <Lead>{t("survey-results.sealed.lead")}</Lead>
      <Notice kind="sealed">
        <p>{t("survey-results.sealed.kept")}</p>
      </Notice>
      <ButtonRow>
        <Button>{t("survey-results.sealed.button")}</Button>
      </ButtonRow>
    </Form>
  );
}

function Tabs({ frame: { waveId, choice, looked }, tab }: { readonly frame: ResultsFrame; readonly tab: ResultsTab }) {
  const t = useText();
  const first = looked?.pages[0]?.name ?? "";
  const hrefs: Record<ResultsTab, string> = {
    overview: paths.surveyResults(waveId),
    questions: paths.surveyResultsPage(waveId, first),
    indicators: paths.surveyResultsIndicators(waveId),
    together: paths.surveyResultsTogether(waveId),
    change: paths.surveyResultsChange(waveId),
    gaps: paths.surveyResultsGaps(waveId),
  };
  return (
    <nav className="tabs" aria-label={t("survey-results.tabs")}>
      <ul>
        {(Object.keys(hrefs) as ResultsTab[]).map((name) => (
          <li key={name}>
            <a href={`${hrefs[name]}${choiceQuery(choice)}`} aria-current={name === tab ? "page" : undefined}>
              {t(`survey-results.tab.${name}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={paths.surveyTexts(waveId)}>{t("survey-coding.heading")}</a>
        </li>
      </ul>
    </nav>
  );
}

interface ChoiceProps {
  readonly choice: ResultChoice;
  readonly looked: LookedAt;
  readonly at: string;
  readonly kept: Readonly<Record<string, string>>;
}

function Choice({ choice, looked: { n, internal, weights }, at, kept }: ChoiceProps) {
  const t = useText();
  const chip = (key: "all" | "public" | "unweighted" | "weighted", change: Partial<ResultChoice>, active: boolean) => ({
    label: t(`survey-results.choice.${key}`),
    href: `${at}${choiceQuery({ ...choice, ...change }, kept)}`,
    active,
  });
  const { isPublic, isWeighted } = choice;
  const canWeigh = weights.kind !== "none";
  return (
    <>
      <div className="result-choice">
        <Chips
          label={t("survey-results.choice.which")}
          chips={[chip("all", { isPublic: false }, !isPublic), chip("public", { isPublic: true }, isPublic)]}
        />
        {canWeigh && (
          <Chips
            label={t("survey-results.choice.weighs")}
            chips={[
              chip("unweighted", { isWeighted: false }, !isWeighted),
              chip("weighted", { isWeighted: true }, isWeighted),
            ]}
          />
        )}
        <p className="quiet">{t("survey-results.looked-at", { count: n })}</p>
      </div>
      {internal > 0 && !isPublic && <p className="note">{t("survey-results.internal", { count: internal })}</p>}
      <WeightsNotice weights={weights} n={n} />
    </>
  );
}
