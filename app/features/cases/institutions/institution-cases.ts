import type { CaseRow } from "#app/features/cases/casework/case-row.ts";

/** The team's cases of one institution, also those that have ended. */
export interface InstitutionCasesData {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly page: number;
  /** independent ones that have an eligible case */
  readonly organisations: number;
  /** ISO instant of the request */
  readonly now: string;
}
