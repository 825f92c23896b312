import type { FigureChoice } from "#app/features/briefings/briefing.ts";
import { COUNT, questionAt, SHARE } from "#app/features/briefings/figures/survey-tables.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import { type ProtectedSurvey, printedPercent } from "#app/features/surveys/publishing/protected-survey.ts";
import type { EarlierFigure } from "./earlier-edition.ts";
import { countIn, type PublishedSurveyTable } from "./published-text.ts";

/** Every briefing has this language, so that the words of two editions can be compared in it. */
export const COMPARED_IN = "en";

/**
 * The shares that a question printed, made of its two printed figures. How many say so is compared with nothing: it follows
 * how many were asked. Releases from before rows kept that have none.
 * @param table  as it was frozen in `COMPARED_IN`
 */
export function earlierShares({ id, title, columns, rows }: Omit<PublishedSurveyTable, "charts">): EarlierFigure[] {
  if (columns[0]?.code !== COUNT) return [];
  return rows.flatMap(({ code, label, values, base }) => {
    const value = printedPercent(countIn(values[0]), base ?? null);
    return value === null
      ? []
      : [{ table: id, codes: [code, SHARE], measure: "share", value, asked: askedWords(title, label) }];
  });
}

/** What a figure of a survey was asked as; undefined for one of cases. */
export function askedAt(survey: ProtectedSurvey | undefined, { table, codes }: FigureChoice): string | undefined {
  const question = questionAt(survey, table);
  const label = question?.lines.find(({ code }) => code === codes[0])?.label;
  return question && label && askedWords(wordsIn(question.title, COMPARED_IN), wordsIn(label, COMPARED_IN));
}

const askedWords = (question: string, answer: string): string => `${question}\n${answer}`;
