import {
  type ProtectedLine,
  type ProtectedQuestion,
  type ProtectedSurvey,
  printedPercent,
} from "#app/features/surveys/publishing/protected-survey.ts";
import { SECTIONS } from "./dimensions.ts";
import type { FigureCell, FigureTable } from "./figure-cell.ts";
import { sectionOfQuestion } from "./survey-sections.ts";

/** Columns of a question whose answers are its lines. No answer has these codes beside it: there answers are columns. */
export const [COUNT, SHARE] = ["count", "share"] as const;
/** How many were asked. Codes of answers never begin with such a sign. */
export const ASKED = "_asked";

/** The id of a question's table in addresses, texts and evidence; no table of cases begins with this word. */
export const surveyTableId = ({ id }: Pick<ProtectedQuestion, "id">): string => `survey-${id.replaceAll("_", "-")}`;

/** The questions of a survey in the order of the parts they belong to. */
export function questionsInOrder(survey: ProtectedSurvey | undefined): ProtectedQuestion[] {
  const placeOf = ({ id }: ProtectedQuestion): number => SECTIONS.indexOf(sectionOfQuestion(id));
  return [...(survey?.questions ?? [])].sort((one, other) => placeOf(one) - placeOf(other));
}

/** @param id  of its table */
export const questionAt = (survey: ProtectedSurvey | undefined, id: string): ProtectedQuestion | undefined =>
  survey?.questions.find((question) => surveyTableId(question) === id);

/** Whether its answers stand as columns, each line with as many as were asked about it. */
export const isByRow = ({ columns }: Pick<ProtectedQuestion, "columns">): boolean => columns.length > 0;

/** The codes of its answers as columns. What was computed before they were kept has their places. */
export const columnCodesOf = ({ columns, columnCodes }: ProtectedQuestion): readonly string[] =>
  columnCodes ?? columns.map((_, place) => String(place));

/** A question as every table that can be pointed to: by line, and by what is said of it. */
export function surveyTable(question: ProtectedQuestion): FigureTable {
  const codes = columnCodesOf(question);
  return {
    id: surveyTableId(question),
    cells: question.lines.flatMap((line) => [
      { codes: [line.code, ASKED], measure: "answers" as const, value: line.base },
      ...(isByRow(question)
        ? line.counts.map((value, place) => countCell(line, codes[place] ?? "", value))
        : [countCell(line, COUNT, line.counts[0] ?? null), ...shareCells(line)]),
    ]),
  };
}

const countCell = ({ code, base }: ProtectedLine, column: string, value: number | null): FigureCell => ({
  codes: [code, column],
  measure: "answers",
  value,
  base,
});

/** Beside a mark a share is a mark; of fewer than are enough for one there is none. */
function shareCells({ code, base, counts: [count = null] }: ProtectedLine): FigureCell[] {
  const value = printedPercent(count, base);
  const isMark = count === null || base === null;
  return value === null && !isMark ? [] : [{ codes: [code, SHARE], measure: "share", value, base }];
}
