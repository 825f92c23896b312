import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { caseRow } from "#app/features/cases/casework/case-row.server.ts";
import type { CaseRow } from "#app/features/cases/casework/case-row.ts";
import { readQueueRows } from "#app/features/cases/casework/work-case-queries.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Excerpt } from "./search.ts";
import type { Search } from "./search-forms.ts";
import { type Found, MOST_FOUND, searchCases } from "./search-queries.server.ts";

export interface FoundRow extends Pick<CaseRow, "caseId" | "reference" | "incidents" | "status"> {
  readonly excerpts: readonly Excerpt[];
}

/** What was found, in the words of one language. */
export interface SearchResults extends Omit<Found, "cases"> {
  readonly rows: readonly FoundRow[];
  readonly most: number;
}

export async function readSearch(actor: Actor, search: Search, locale: Locale): Promise<SearchResults> {
  const { cases, ...told } = await searchCases(actor, search);
  const ids = cases.map(({ caseId }) => caseId);
  const listed = await withActor(actor, (tx) => readQueueRows(actor, tx, ids));
  const rows = listed.map((one) => {
    const { caseId, reference, incidents, status } = caseRow(one, null, null, locale);
    const excerpts = cases.find((found) => found.caseId === one.id)?.excerpts ?? [];
    return { caseId, reference, incidents, status, excerpts };
  });
  return { ...told, rows, most: MOST_FOUND };
}
