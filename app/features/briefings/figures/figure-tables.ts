import type { FigureTable } from "./figure-cell.ts";
import type { ProtectedRelease, ProtectedTable } from "./protected-release.ts";
import { questionAt, questionsInOrder, surveyTable } from "./survey-tables.ts";

type Printed = Pick<ProtectedRelease, "tables" | "survey">;

/** Every table of a release: those of cases, then those of its survey. */
export const figureTables = ({ tables, survey }: Printed): FigureTable[] => [
  ...tables.map(caseTable),
  ...questionsInOrder(survey).map(surveyTable),
];

/** @returns null where the release has no such table */
export function figureTableAt({ tables, survey }: Printed, id: string): FigureTable | null {
  const table = tables.find((one) => one.id === id);
  if (table) return caseTable(table);
  const question = questionAt(survey, id);
  return question ? surveyTable(question) : null;
}

const caseTable = ({ id, measure, of, cells }: ProtectedTable): FigureTable => ({
  id,
  cells: cells.map((cell) => ({ ...cell, measure, ...(of && { of }) })),
});
