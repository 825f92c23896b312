import type { CaseHistoryEntry } from "#app/features/audit/case-history.server.ts";
import { isCode, type Outcome } from "#app/features/taxonomy/codes.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";

/** What the history of a case, as its reporter may read it, says of its end. */
export interface ToldEnding {
  readonly outcome: Outcome | null;
  readonly outcomeOn: DateWithPrecision | null;
  /** ISO instant of the last step to `resolved` */
  readonly resolvedAt: string | null;
}

interface OutcomeDetails {
  readonly to?: unknown;
  readonly on?: { readonly to?: DateWithPrecision | null } | null;
}

/** @param steps oldest first */
export function toldEnding(steps: readonly CaseHistoryEntry[]): ToldEnding {
  const set = steps.filter(({ action }) => action === "case.outcome-set").at(-1);
  const { to, on } = (set?.details ?? {}) as OutcomeDetails;
  const resolved = steps.filter(({ action, details }) => action === "case.moved" && toOf(details) === "resolved");
  return {
    outcome: typeof to === "string" && isCode("outcome", to) ? to : null,
    outcomeOn: on?.to ?? null,
    resolvedAt: resolved.at(-1)?.at ?? null,
  };
}

function toOf(details: CaseHistoryEntry["details"]): unknown {
  return (details as { readonly to?: unknown } | null)?.to;
}
