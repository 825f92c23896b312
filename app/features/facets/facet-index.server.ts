import type { Actor } from "#app/access/actor.ts";
import type { AfterResponse } from "#app/access/load-context.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { now } from "#app/platform/clock.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type AnalyticsKeys, openAnalyticsKeys } from "./analytics-keys.server.ts";
import { FoldOvertaken, listBlocks, type OpenBlock, readBlocks } from "./facet-blocks.server.ts";
import { type FoldPlan, type FoldReport, foldFacets, hasErasure } from "./facet-fold.server.ts";
import { hasAppended, listInbox, type OpenInbox, openInbox } from "./facet-inbox.server.ts";
import { type FacetIndex, newIndex } from "./facet-index.ts";
import { applyRecords, currentRecords, forgetBlock, isCurrent } from "./facet-index-records.ts";
import { findWarmIndex, inTurn, inUse, retainIndex, sweepIndexes, type WarmIndex } from "./warm-indexes.server.ts";

export { holdersOfIndexes, releaseIndex, retainIndex, sweepIndexes } from "./warm-indexes.server.ts";

/**
 * Runs `work` on the open indexes of these teams, in the teams' order. What has changed since the last time is read
 * first; the rest is in memory. The actor must hold each team's analytics key now, however warm an index is.
 * @param work not asynchronous, and keeps nothing of the index: it may be wiped as soon as `work` returns
 * @throws KeyNotHeld
 */
export async function withFacetIndex<T>(
  actor: Actor,
  tx: Transaction,
  teamIds: readonly string[],
  work: (indexes: readonly FacetIndex[]) => T extends PromiseLike<unknown> ? never : T,
): Promise<T> {
  // An index that learns of records which are then rolled back would believe in them for as long as it lives.
  if (hasAppended(tx)) throw new Error("Read the facet index before appending, or in another transaction.");
  const at = now().getTime();
  sweepIndexes(at);
  return await onEach(teamIds, []);

  async function onEach([teamId, ...rest]: readonly string[], open: readonly FacetIndex[]): Promise<T> {
    if (teamId === undefined) return work(open);
    const keys = await openAnalyticsKeys(actor, tx, teamId);
    const warm = retainIndex(teamId, actor.sessionId, at);
    return await inUse(warm, async () => {
      await inTurn(warm, () => bringUpToDate(warm, keys, tx));
      return await onEach(rest, [...open, warm.index!]);
    });
  }
}

/**
 * Reads the inbox first and the blocks after it: a record that is folded meanwhile is met twice rather than missed.
 * Ends when a look at the blocks finds nothing new, for a fold in between may have moved records among blocks.
 */
async function bringUpToDate(warm: WarmIndex, keys: AnalyticsKeys, tx: Transaction): Promise<void> {
  let isSettled = false;
  while (!isSettled) {
    const waiting = await listInbox(tx, keys.teamId);
    const inbox = await openInbox(
      keys,
      tx,
      waiting.filter((id) => !warm.inbox.has(id) && !warm.unreadable.has(id)),
    );
    const blocks = await listBlocks(tx, keys.teamId);
    warm.index ??= newIndex(keys.teamId, waiting.length + blocks.reduce((sum, { records }) => sum + records, 0));
    applyRecords(warm.index, inbox.records, 0);
    noteInbox(warm, waiting, inbox);
    wipe(inbox.records);
    const changed = blocks.filter(({ id, version }) => warm.blocks.get(id)?.version !== version);
    const { index } = warm;
    await readBlocks(keys, tx, changed, (block) => takeBlock(warm, index, block));
    forgetOthers(warm, index, new Set(blocks.map(({ id }) => id)));
    isSettled = changed.length === 0;
  }
}

function takeBlock(warm: WarmIndex, index: FacetIndex, { id, version, records, content }: OpenBlock): void {
  const before = warm.blocks.get(id);
  if (before) forgetBlock(index, before.number);
  else warm.blocksSeen += 1;
  const number = before?.number ?? warm.blocksSeen;
  applyRecords(index, content, number);
  warm.blocks.set(id, { number, version, records });
}

function forgetOthers(warm: WarmIndex, index: FacetIndex, present: ReadonlySet<string>): void {
  for (const [id, { number }] of warm.blocks) {
    if (present.has(id)) continue;
    forgetBlock(index, number);
    warm.blocks.delete(id);
  }
}

function noteInbox(warm: WarmIndex, waiting: readonly string[], { ids, unreadable, records }: OpenInbox): void {
  for (const id of ids) warm.inbox.add(id);
  for (const id of unreadable) warm.unreadable.add(id);
  const present = new Set(waiting);
  for (const known of [warm.inbox, warm.unreadable]) for (const id of known) if (!present.has(id)) known.delete(id);
  warm.hasErasure ||= hasErasure(records);
}

// Opening so many records costs a cold start 1 ms, while each fold rewrites a block of up to 1 MiB.
const FOLD_FROM = 32;
const STALE_SHARE = 0.25;
const MOST_COMPACTED = 8;

/**
 * Folds these teams' inboxes once the answer has left, while the request's keys are still open: each in transactions of
 * its own. A few waiting records are left to wait, unless one of them is an erasure.
 */
export function foldLater(actor: Actor, afterResponse: AfterResponse, teamIds: readonly string[]): void {
  for (const teamId of teamIds) afterResponse.add(() => foldTeam(actor, teamId));
}

async function foldTeam(actor: Actor, teamId: string): Promise<void> {
  const warm = findWarmIndex(teamId);
  let plan = warm?.index ? foldPlan(warm, warm.index) : null;
  while (warm && plan) {
    const { left, folded } = await tryFold(actor, teamId, plan);
    if (left === 0 && folded > 0) warm.hasErasure = false;
    plan = left > 0 ? { compact: [], isCurrent: currentTest(warm) } : null;
  }
}

/** Does nothing where somebody else was quicker: they, or the next request, go on. */
async function tryFold(actor: Actor, teamId: string, plan: FoldPlan): Promise<FoldReport> {
  try {
    return await withActor(actor, (tx) => foldFacets(actor, tx, teamId, plan));
  } catch (error) {
    if (error instanceof FoldOvertaken) return { folded: 0, left: 0 };
    throw error;
  }
}

function foldPlan(warm: WarmIndex, index: FacetIndex): FoldPlan | null {
  const compact = staleBlocks(warm, index);
  const isDue = warm.inbox.size >= FOLD_FROM || warm.hasErasure || compact.length > 0;
  return isDue ? { compact, isCurrent: currentTest(warm) } : null;
}

/** An index that was wiped knows nothing against any record. */
function currentTest(warm: WarmIndex): FoldPlan["isCurrent"] {
  return (...record) => warm.index === null || isCurrent(warm.index, ...record);
}

function staleBlocks(warm: WarmIndex, index: FacetIndex): string[] {
  const current = currentRecords(index, warm.blocksSeen);
  return [...warm.blocks]
    .filter(([, { number, records }]) => records - current[number]! > records * STALE_SHARE)
    .map(([id]) => id)
    .slice(0, MOST_COMPACTED);
}
