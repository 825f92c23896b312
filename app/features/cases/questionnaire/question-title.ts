import type { CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";

/** The key of the question's words: what happened is asked in other words for a bank than for a landlord. */
export function questionTitleKey(key: QuestionKey, { incidentGroup }: CaseReport): string {
  const isSpecial = key === "incident" && incidentGroup !== undefined;
  return isSpecial ? `report.incident.titleOf.${incidentGroup.incidentGroup}` : `report.${key}.title`;
}
