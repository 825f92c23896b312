import type { Actor } from "#app/access/actor.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { totals } from "#app/features/facets/facet-queries.ts";
import { CASE_STATUSES } from "#app/features/taxonomy/codes.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

const USABLE = CASE_STATUSES.filter(isUsable).map((status) => numberOf("case_status", status));

/**
 * How many confirmed organisations of the actor's team have an eligible case that is matched to one of the codes. What was
 * withdrawn, refused or merged away is none. For coordinators, who see every one of these cases; never for readers outside.
 */
export async function independentOrganisations(
  actor: Actor,
  tx: Transaction,
  codes: readonly string[],
): Promise<number> {
  const where = { institutionCode: codes, status: USABLE, eligible: [true] };
  const [all] = await withFacetIndex(actor, tx, [actor.teamId ?? ""], ([index]) => totals([index!], { by: [], where }));
  return all?.organisations ?? 0;
}
