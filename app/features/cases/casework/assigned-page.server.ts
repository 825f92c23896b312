import type { Actor } from "#app/access/actor.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { now } from "#app/platform/clock.server.ts";
import { caseRow } from "./case-row.server.ts";
import type { CaseRow } from "./case-row.ts";
import { listAssigned } from "./work-case-queries.server.ts";

export interface AssignedPageData {
  readonly rows: readonly CaseRow[];
  readonly open: number;
  readonly overdue: number;
  /** ISO instant of the request */
  readonly now: string;
}

/** A lead's own cases, the one due first on top. */
export async function readAssignedPage(actor: Actor, locale: Locale): Promise<AssignedPageData> {
  const at = now().toISOString();
  const cases = await listAssigned(actor);
  const open = cases.filter(({ status }) => isOpen(status));
  return {
    rows: cases.map((one) => caseRow(one, one.assessment, null, locale)).sort(dueFirst),
    open: open.length,
    overdue: open.filter(({ assessment }) => assessment.dueAt !== null && assessment.dueAt < at).length,
    now: at,
  };
}

/** ISO texts sort as the moments they name; what has no day comes last. */
function dueFirst(a: CaseRow, b: CaseRow): number {
  return (a.dueAt ?? "9").localeCompare(b.dueAt ?? "9");
}
