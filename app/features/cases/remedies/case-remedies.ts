import type { RemedyResult } from "#app/features/cases/case-report.ts";
import type { Labelled } from "#app/features/cases/casework/case-row.ts";
import type { Outcome, Remedy } from "#app/features/taxonomy/codes.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import type { RemedyEntry } from "./remedy-list.ts";
import type { TimeToResolution } from "./time-to-resolution.ts";

/** What was tried for a case and how it stands, in the words of one language. */
export interface CaseRemedies {
  readonly caseId: string;
  readonly rows: readonly RemedyLine[];
  /** what the team has said; null while it has said nothing */
  readonly outcome: OutcomeWords | null;
  /** what the reporter said in the report */
  readonly reported: Labelled<Outcome> | null;
  readonly time: TimeToResolution | null;
  /** nothing is changed any more after a withdrawal */
  readonly isUsable: boolean;
}

export interface RemedyLine extends Omit<RemedyEntry, "remedy" | "result"> {
  readonly remedy: Labelled<Remedy>;
  readonly result: RemedyResult | null;
}

export interface OutcomeWords extends Labelled<Outcome> {
  readonly on: DateWithPrecision | null;
}
