import type { RemedyResult } from "#app/features/cases/case-report.ts";
import { REMEDIES, type Remedy } from "#app/features/taxonomy/codes.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import type { RemedyId } from "#app/kernel/id.ts";

/** What a team can have tried: "none" is an answer of the questionnaire and no deed. */
export const TEAM_REMEDIES = REMEDIES.filter((remedy) => remedy !== "none_tried");

/** Something that the team tried for a case. Its reporter reads every word of it. */
export interface TriedRemedy {
  readonly remedy: Remedy;
  readonly triedOn: DateWithPrecision;
  /** an office or a person, as text; empty where there is none */
  readonly addressee: string;
  readonly result: RemedyResult;
  /** since when the result holds; null while it is waited for, or where nobody knows */
  readonly endedOn: DateWithPrecision | null;
  readonly note: string;
}

export interface KeptRemedy extends TriedRemedy {
  readonly id: RemedyId;
  readonly version: number;
}

export const ADDRESSEE_MAX = 200;
export const REMEDY_NOTE_MAX = 2_000;
export const MOST_OF_A_CASE = 50;

/** How a remedy ends; `mistake`: it was never tried, and the entry goes. */
export const REMEDY_ENDS = ["solved", "partly", "not_solved", "mistake"] as const;
