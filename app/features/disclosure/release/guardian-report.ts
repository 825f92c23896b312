import type { AuditReport } from "#app/features/disclosure/audit/audit-report.ts";
import type { Cohort } from "#app/features/disclosure/editions/cohort.ts";
import type { Specification } from "#app/features/disclosure/input/specification.ts";
import type { GuardianReport, HeldTable, Mark } from "#app/features/disclosure/protect-outcome.ts";
import type { Candidate } from "./candidates.ts";

/** What became of a release, for the guardian alone. */
export function guardianReport(
  spec: Specification,
  { edition, records }: Pick<Cohort, "edition" | "records">,
  {
    held = [],
    marks = [],
    audited = null,
    round = 0,
    candidates = [],
  }: {
    held?: readonly HeldTable[];
    marks?: readonly Mark[];
    audited?: AuditReport | null;
    round?: number;
    candidates?: readonly Candidate[];
  },
): GuardianReport {
  const levels = candidates.map(
    ({ table, choices, place }) => [table.id, { chosen: choices[place]?.names ?? null, trade: choices }] as const,
  );
  return {
    release: spec.release,
    edition,
    outcome: held.length > 0 ? "held" : "released",
    held,
    levels: Object.fromEntries(levels),
    marks,
    audit: audited,
    repairs: round,
    rules: spec.rules,
    records: records.map(({ id }) => id).sort(),
  };
}
