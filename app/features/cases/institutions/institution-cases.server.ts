import type { Actor } from "#app/access/actor.ts";
import type { AfterResponse } from "#app/access/load-context.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { queueAt, readRows } from "#app/features/cases/casework/queue-page.server.ts";
import { QUEUE_PAGE_SIZE } from "#app/features/cases/casework/queue-page.ts";
import { foldLater, withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { queue } from "#app/features/facets/facet-queries.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { now } from "#app/platform/clock.server.ts";
import { independentOrganisations } from "./independent-organisations.server.ts";
import type { InstitutionCasesData } from "./institution-cases.ts";

interface Asked {
  /** of the register: the institution's, and those of all that belongs to it */
  readonly codes: readonly string[];
  readonly page: number;
  readonly locale: Locale;
  readonly afterResponse: AfterResponse;
}

/** One page of them, latest first, out of the index in memory: no column names an institution. */
export async function readInstitutionCases(
  actor: Actor,
  { codes, page, locale, afterResponse }: Asked,
): Promise<InstitutionCasesData> {
  const at = now();
  const teamId = actor.teamId ?? "";
  const data = await withActor(actor, async (tx) => {
    const ask = {
      ...queueAt(at),
      filters: { institutionCodes: codes },
      sort: "received",
      page,
      pageSize: QUEUE_PAGE_SIZE,
    } as const;
    const found = await withFacetIndex(actor, tx, [teamId], ([index]) => queue(index!, ask));
    const organisations = await independentOrganisations(actor, tx, codes);
    return { rows: await readRows(actor, tx, found, locale), total: found.total, page: found.page, organisations };
  });
  foldLater(actor, afterResponse, [teamId]);
  return { ...data, now: at.toISOString() };
}
