import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { type CaseHistoryEntry, openCaseStep } from "#app/features/audit/case-history.server.ts";
import { openCaseKeys, openNotesKeys } from "#app/features/cases/case-keys.server.ts";
import type { CaseBody } from "#app/features/cases/case-record.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import { body as bodySeal } from "#app/features/cases/case-seals.server.ts";
import { OPEN_STATUSES } from "#app/features/cases/case-status.ts";
import { queueQuery } from "#app/features/cases/casework/queue-page.server.ts";
import { NO_VIEW, queueViewIn } from "#app/features/cases/casework/queue-view.ts";
import type { TriedRemedy } from "#app/features/cases/remedies/remedy.ts";
import { remedySeal } from "#app/features/cases/remedies/remedy-seal.server.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { queue } from "#app/features/facets/facet-queries.ts";
import { batches } from "#app/kernel/batches.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { now } from "#app/platform/clock.server.ts";
import { COPIED, copyRows } from "#app/platform/db/copy-rows.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type Excerpt, matchTexts, searchTerms } from "./search.ts";
import type { Search, SearchScope } from "./search-forms.ts";
import { searchedTexts } from "./searched-texts.ts";

/** Bounds of one search, all of which the page tells: cases that are opened, time, and cases that are listed. */
export const MOST_SEARCHED = 20_000;
export const SEARCH_MS = 3_000;
export const MOST_FOUND = 50;
/** Cases that are opened between two looks at the clock; others' requests have their turn in between. */
const AT_ONCE = 250;

export interface FoundCase {
  readonly caseId: CaseId;
  readonly excerpts: readonly Excerpt[];
}

export interface Found {
  readonly cases: readonly FoundCase[];
  /** how many were opened, of how many the search was for */
  readonly searched: number;
  readonly total: number;
  /** why it stopped before all were opened */
  readonly stopped: "time" | "enough" | null;
}

/**
 * Looks for words in everything that the actor's keys open: case after case, the latest first, in memory and nowhere
 * else. Nothing of a case is kept from one search to the next, so that there is no index of words to be stolen.
 */
export function searchCases(actor: Actor, { words, scope }: Search): Promise<Found> {
  const terms = searchTerms(words);
  const begun = performance.now();
  return withActor(actor, async (tx) => {
    const ids = await idsToSearch(actor, tx, scope);
    const cases: FoundCase[] = [];
    let searched = 0;
    let stopped: Found["stopped"] = null;
    for (const some of batches(ids, AT_ONCE)) {
      for (const one of await openTexts(actor, tx, some)) {
        const excerpts = matchTexts(searchedTexts(one), terms);
        if (excerpts) cases.push({ caseId: one.id, excerpts });
      }
      searched += some.length;
      stopped = cases.length >= MOST_FOUND ? "enough" : performance.now() - begun > SEARCH_MS ? "time" : null;
      if (stopped) break;
    }
    const isAll = searched >= ids.length && cases.length <= MOST_FOUND;
    return { cases: cases.slice(0, MOST_FOUND), searched, total: ids.length, stopped: isAll ? null : stopped };
  });
}

/** A coordinator's from the index, which knows the order; a lead's own, who holds no key of it. */
async function idsToSearch(actor: Actor, tx: Transaction, scope: SearchScope): Promise<readonly string[]> {
  if (actor.role === "lead") {
    const status = scope === "open" ? { status: { in: [...OPEN_STATUSES] } } : {};
    const rows = await tx.case.findMany({ where: { assignedUserId: actor.userId, ...status }, select: { id: true } });
    return rows.map(({ id }) => id);
  }
  const view = queueViewIn(new URLSearchParams({ status: scope, sort: "received" }));
  const ask = queueQuery(actor, { view, hidden: NO_VIEW, pageSize: MOST_SEARCHED, at: now() });
  const { cases } = await withFacetIndex(actor, tx, [actor.teamId ?? ""], ([index]) => queue(index!, ask));
  return cases.map(({ caseId }) => caseId);
}

interface Opened {
  readonly id: CaseId;
  readonly reference: string;
  readonly body: CaseBody;
  readonly notes: CaseHistoryEntry[];
  readonly remedies: TriedRemedy[];
}

async function openTexts(actor: Actor, tx: Transaction, ids: readonly string[]): Promise<Iterable<Opened>> {
  const keys = await openCaseKeys(actor, tx, ids);
  const opened = new Map<string, Opened>();
  await copyRows(tx, ids, { id: COPIED.uuid, sealed: COPIED.bytea }, ({ id, sealed }) => {
    const key = keys.get(id);
    if (!key) return;
    const reference = caseReference(id as CaseId);
    opened.set(id, { id: id as CaseId, reference, body: bodySeal.open(key, id, sealed), notes: [], remedies: [] });
  })`SELECT id, sealed_body FROM cases WHERE id = ANY (app.ctx('ids')::uuid[]) AND status <> 'erased'`;
  await addRemedies(tx, ids, keys, opened);
  await addNotes(actor, tx, ids, opened);
  // In the order in which they were asked for.
  return ids.flatMap((id) => opened.get(id) ?? []);
}

type Keys = Awaited<ReturnType<typeof openCaseKeys>>;
const PART = { id: COPIED.uuid, caseId: COPIED.uuid, sealed: COPIED.bytea } as const;

async function addRemedies(tx: Transaction, ids: readonly string[], keys: Keys, opened: Map<string, Opened>) {
  await copyRows(tx, ids, PART, ({ id, caseId, sealed }) => {
    const key = keys.get(caseId);
    if (key) opened.get(caseId)?.remedies.push(remedySeal.open(key, id, sealed));
  })`SELECT id, case_id, sealed FROM remedies WHERE case_id = ANY (app.ctx('ids')::uuid[])`;
}

/** Keys of notes only for cases that have some: opening a key costs as much as opening a page. */
async function addNotes(actor: Actor, tx: Transaction, ids: readonly string[], opened: Map<string, Opened>) {
  const rows: { id: string; caseId: string; sealed: Uint8Array }[] = [];
  await copyRows(tx, ids, PART, (row) => {
    rows.push({ ...row, sealed: row.sealed.slice() });
  })`SELECT id, case_id, sealed FROM case_notes WHERE case_id = ANY (app.ctx('ids')::uuid[])`;
  if (rows.length === 0) return;
  const keys = await openNotesKeys(actor, tx, [...new Set(rows.map(({ caseId }) => caseId))]);
  for (const { id, caseId, sealed } of rows) {
    const key = keys.get(caseId);
    if (key) opened.get(caseId)?.notes.push(openCaseStep("notes", id, key, sealed));
  }
}
