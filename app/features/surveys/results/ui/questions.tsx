import { Heading } from "#app/design-system/content/heading.tsx";
import type { QuestionResult } from "#app/features/surveys/results/question-result.ts";
import { choiceQuery } from "#app/features/surveys/results/result-choice.ts";
import type { ResultsFrame } from "#app/features/surveys/results/results-page.server.ts";
import { LEAST_BASE } from "#app/features/surveys/results/tally.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { BasesLine } from "./figures.tsx";
import { QuestionFigures } from "./question-figures.tsx";
import { PartPatterns } from "./stack-bar.tsx";

interface QuestionsProps {
  readonly frame: ResultsFrame;
  readonly page: string;
  readonly results: readonly QuestionResult[];
}

/** The questions of one page, as respondents have read them, and what was answered. */
export function Questions({ frame, page, results }: QuestionsProps) {
  const t = useText();
  const pages = frame.looked?.pages ?? [];
  const title = pages.find(({ name }) => name === page)?.title ?? "";
  return (
    <div className="beside-pages">
      <div>
        <PartPatterns />
        <Heading level={2}>{title}</Heading>
        {results.map((result) => (
          <section key={result.name} className="question-result" aria-labelledby={`question-${result.name}`}>
            <Heading level={3} id={`question-${result.name}`}>
              {result.label}
            </Heading>
            <BasesLine bases={result.bases} />
            {result.bases.answered > 0 && result.kind !== "text" && result.bases.answered < LEAST_BASE && (
              <p className="note">{t("survey-results.few")}</p>
            )}
            {(result.bases.answered > 0 || result.kind === "text") && <QuestionFigures result={result} />}
          </section>
        ))}
        <Onwards frame={frame} page={page} />
      </div>
      <PageList frame={frame} page={page} />
    </div>
  );
}

function PageList({ frame: { waveId, choice, looked }, page }: Pick<QuestionsProps, "frame" | "page">) {
  const t = useText();
  return (
    <nav className="page-list" aria-label={t("survey-results.pages")}>
      <ol>
        {(looked?.pages ?? []).map(({ name, title }) => (
          <li key={name}>
            <a
              href={`${paths.surveyResultsPage(waveId, name)}${choiceQuery(choice)}`}
              aria-current={name === page ? "page" : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Onwards({ frame: { waveId, choice, looked }, page }: Pick<QuestionsProps, "frame" | "page">) {
  const t = useText();
  const pages = looked?.pages ?? [];
  const at = pages.findIndex(({ name }) => name === page);
  const link = (to: number, rel: "prev" | "next") => {
    const target = pages[to];
    if (!target) return null;
    return (
      <a href={`${paths.surveyResultsPage(waveId, target.name)}${choiceQuery(choice)}`} rel={rel}>
        {t("survey-results.onwards", {
          step: t(rel === "prev" ? "common.list.previous" : "common.list.next"),
          title: target.title,
        })}
      </a>
    );
  };
  return (
    <p className="pagination">
      {link(at - 1, "prev")}
      {link(at + 1, "next")}
    </p>
  );
}
