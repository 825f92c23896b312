import type { Actor } from "#app/access/actor.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type AnalyticsKeys, openAnalyticsKeys } from "./analytics-keys.server.ts";
import {
  BLOCK_RECORDS,
  type BlockState,
  FoldOvertaken,
  insertBlock,
  listBlocks,
  type OpenBlock,
  readBlock,
  replaceBlock,
} from "./facet-blocks.server.ts";
import { deleteFromInbox, listInbox, openInbox } from "./facet-inbox.server.ts";
import { RECORD_BYTES } from "./facet-layout.ts";
import { erasureTest, mergeRecords, type RecordTest, recordsThat } from "./facet-merge.ts";
import { encodeRecord, kindAt } from "./facet-record.ts";

/** How much one transaction folds: opening is 30 µs a record, and a transaction should not last. */
const MOST_FOLDED = 8192;
/** Covers every version of a case that there is or will be: an erasure is for ever. */
export const LAST_VERSION = 2 ** 32 - 1;

export interface FoldPlan {
  /** blocks in which much is out of date */
  readonly compact: readonly string[];
  /** what an index knows to be the newest; a record that is not may go */
  readonly isCurrent: RecordTest;
}

export interface FoldReport {
  readonly folded: number;
  /** how many records are still to be folded, by another transaction */
  readonly left: number;
}

const NO_PLAN: FoldPlan = { compact: [], isCurrent: () => true };
const NOTHING = { folded: 0, left: 0 } as const;

/**
 * Moves the team's inbox into blocks, in this one transaction. A record is in the inbox or in a block, never in both
 * and never in neither. What an erasure covers is rewritten wherever it stands.
 * @returns without doing anything where another transaction is folding the same team
 * @throws FoldOvertaken, which must end the transaction
 */
export async function foldFacets(actor: Actor, tx: Transaction, teamId: string, plan = NO_PLAN): Promise<FoldReport> {
  const lock = await tx.$queryRaw<{ free: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${lockName(teamId)}, 0)) AS free`;
  if (!lock[0]?.free) return NOTHING;
  const keys = await openAnalyticsKeys(actor, tx, teamId);
  const waiting = await listInbox(tx, teamId);
  const inbox = await openInbox(keys, tx, waiting.slice(0, MOST_FOLDED));
  await fold(keys, tx, inbox, plan);
  return { folded: inbox.ids.length, left: Math.max(0, waiting.length - MOST_FOLDED) };
}

/** Removes cases from all of a team's records, for ever: nothing of them is shown, counted or kept under any version. */
export async function rewriteWithout(
  actor: Actor,
  tx: Transaction,
  teamId: string,
  caseIds: readonly string[],
): Promise<void> {
  // Waits for whoever folds: here the work must be done, and by us.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lockName(teamId)}, 0))`;
  const keys = await openAnalyticsKeys(actor, tx, teamId);
  const inbox = await openInbox(keys, tx, await listInbox(tx, teamId));
  const erasures = caseIds.map((caseId) => encodeRecord({ caseId, version: LAST_VERSION }, "erased", {}));
  await fold(keys, tx, { ids: inbox.ids, records: joined([inbox.records, ...erasures]) }, NO_PLAN);
  wipe(inbox.records);
}

function lockName(teamId: string): string {
  return `facets/${teamId}`;
}

interface Arrivals {
  readonly ids: readonly string[];
  readonly records: Uint8Array;
}

async function fold(keys: AnalyticsKeys, tx: Transaction, arrivals: Arrivals, plan: FoldPlan): Promise<void> {
  // First of all: two folds that met meet here, and the later one finds rows missing.
  if ((await deleteFromInbox(tx, arrivals.ids)) !== arrivals.ids.length) throw new FoldOvertaken();
  const blocks = await listBlocks(tx, keys.teamId);
  const chosen = chooseBlocks(blocks, arrivals.records.length > 0, plan.compact);
  const open: OpenBlock[] = [];
  for (const { id } of chosen) open.push(await mustRead(keys, tx, id));
  const all = joined([...open.map(({ content }) => content), arrivals.records]);
  const merged = mergeRecords(all, plan.isCurrent);
  await spread(keys, tx, merged, open);
  const others = blocks.filter(({ id }) => !chosen.some((block) => block.id === id));
  await eraseFrom(keys, tx, others, arrivals.records);
  for (const bytes of [arrivals.records, all, merged, ...open.map(({ content }) => content)]) wipe(bytes);
}

/** The blocks to compact, and for what has arrived the one with most room, so that blocks fill up. */
function chooseBlocks(blocks: readonly BlockState[], needsRoom: boolean, compact: readonly string[]): BlockState[] {
  const chosen = blocks.filter(({ id }) => compact.includes(id));
  const rest = blocks.filter(({ id, records }) => records < BLOCK_RECORDS && !compact.includes(id));
  const [roomiest] = rest.toSorted((a, b) => a.records - b.records);
  return needsRoom && roomiest ? [...chosen, roomiest] : chosen;
}

/** Fills the opened blocks in turn; what has no room makes new ones, and a block with nothing left goes. */
async function spread(
  keys: AnalyticsKeys,
  tx: Transaction,
  records: Uint8Array,
  open: readonly OpenBlock[],
): Promise<void> {
  const size = BLOCK_RECORDS * RECORD_BYTES;
  const parts = Math.max(open.length, Math.ceil(records.length / size));
  for (let place = 0; place < parts; place += 1) {
    const part = records.subarray(place * size, (place + 1) * size);
    const block = open[place];
    await (block ? replaceBlock(keys, tx, block, part) : insertBlock(keys, tx, part));
  }
}

/** Rewrites the blocks in which something stands that has just been erased, one at a time. */
async function eraseFrom(
  keys: AnalyticsKeys,
  tx: Transaction,
  blocks: readonly BlockState[],
  arrivals: Uint8Array,
): Promise<void> {
  if (!hasErasure(arrivals)) return;
  const isErased = erasureTest(arrivals);
  for (const { id } of blocks) {
    const block = await mustRead(keys, tx, id);
    const left = recordsThat(block.content, (...record) => !isErased(...record));
    if (left) await replaceBlock(keys, tx, block, left);
    wipe(block.content);
    if (left) wipe(left);
  }
}

/** Whether a case leaves with these records. */
export function hasErasure(records: Uint8Array): boolean {
  for (let base = 0; base < records.length; base += RECORD_BYTES) if (kindAt(records, base) === "erased") return true;
  return false;
}

async function mustRead(keys: AnalyticsKeys, tx: Transaction, id: string): Promise<OpenBlock> {
  const block = await readBlock(keys, tx, id);
  if (!block) throw new FoldOvertaken();
  return block;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
