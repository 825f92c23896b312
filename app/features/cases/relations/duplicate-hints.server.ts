import type { Actor } from "#app/access/actor.ts";
import type { MatchedInstitution } from "#app/features/cases/case-record.ts";
import { CASE_STATUSES, isUsable } from "#app/features/cases/case-status.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { type DuplicateHint, duplicateHints } from "#app/features/facets/facet-queries.ts";
import { codesOf, entryFor } from "#app/features/registers/institutions/institution-group.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

const MOST_HINTS = 5;
/** What nobody has assessed, and whatever its reporter has not ended. */
const STATUSES = [0, ...CASE_STATUSES.filter(isUsable).map((status) => numberOf("case_status", status))];
/** How long a beginning lasts that is known so precisely. Open ends tell no day. */
const SPAN_DAYS = {
  [numberOf("date_precision", "day")]: 1,
  [numberOf("date_precision", "month")]: 31,
  [numberOf("date_precision", "month_uncertain")]: 31,
  [numberOf("date_precision", "year")]: 366,
  [numberOf("date_precision", "year_uncertain")]: 366,
};

/**
 * Cases of the team that may tell of the same thing, out of the index in memory. A lead has no key of the index and gets
 * none. Before anything is appended in the transaction: the index reads nothing that may be rolled back.
 */
export async function hintsFor(
  actor: Actor,
  tx: Transaction,
  caseId: CaseId,
  institution: MatchedInstitution | null,
): Promise<readonly DuplicateHint[]> {
  const { teamId, role } = actor;
  if (role !== "intake" || !teamId) return [];
  const query = {
    caseId,
    institutionCodes: institution ? await spellingsOf(actor, tx, institution) : [],
    statuses: STATUSES,
    spanDays: SPAN_DAYS,
    most: MOST_HINTS,
  };
  return withFacetIndex(actor, tx, [teamId], ([index]) => duplicateHints(index!, query));
}

async function spellingsOf(actor: Actor, tx: Transaction, { code }: MatchedInstitution): Promise<readonly string[]> {
  const register = await openRegister(actor, tx);
  const entry = entryFor(register, code);
  return entry ? codesOf(register, entry.id) : [code];
}
