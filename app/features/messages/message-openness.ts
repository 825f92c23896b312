import { isUsable } from "#app/features/cases/case-status.ts";
import type { SourceKind } from "#app/features/cases/reported-facts.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";

/** Why nobody can write: the code of the refusal, which is also that of the page's words. */
export const CLOSED_CODES = ["case.ended", "message.nobody"] as const;
export type ClosedCode = (typeof CLOSED_CODES)[number];

/**
 * Why nothing can be written in a case's conversation; null where it can. A withdrawn case stays readable and nothing is
 * added to it. Behind a case from public sources there is nobody who would ever read it.
 */
export function whyClosed(status: CaseStatus, sourceKind: SourceKind): ClosedCode | null {
  if (!isUsable(status)) return "case.ended";
  return sourceKind === "import" ? "message.nobody" : null;
}
