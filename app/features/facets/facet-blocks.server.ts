import { blockSize, openBlockInto, sealBlock } from "#app/platform/crypto/facet-blocks.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { AnalyticsKeys } from "./analytics-keys.server.ts";
import { RECORD_BYTES } from "./facet-layout.ts";
import { type BlockRow, insertBlockRow, readBlockRow, replaceBlockRow } from "./facet-rows.server.ts";

/** One block is one row of at most 1 MiB, sealed as one. */
export const BLOCK_RECORDS = 4096;

/** What can be told of a block without opening it. */
export interface BlockState {
  readonly id: string;
  readonly version: number;
  readonly records: number;
}

export interface OpenBlock extends BlockState {
  /** the opened records; whoever reads them wipes them */
  readonly content: Uint8Array;
}

/** Somebody else folded at the same moment: this transaction must be given up, and nothing is lost by it. */
export class FoldOvertaken extends Error {
  override readonly name = "FoldOvertaken";
}

/** `octet_length` is read from the row's header: no block is fetched to learn its size. */
export async function listBlocks(tx: Transaction, teamId: string): Promise<BlockState[]> {
  const rows = await tx.$queryRaw<{ id: string; version: number; size: number }[]>`
    SELECT id, version, octet_length(sealed) AS size FROM facet_blocks WHERE team_id = ${teamId}::uuid ORDER BY id`;
  // What sealing adds is less than a record.
  return rows.map(({ id, version, size }) => ({ id, version, records: Math.floor(size / RECORD_BYTES) }));
}

/**
 * Opens blocks one at a time, each in the place of the one before, which is wiped; those that have gone meanwhile are
 * left out. While one is opened and used, the database already fetches the next.
 * @throws SealBroken where a block is not what a holder has written
 */
export async function* readBlocks(
  keys: AnalyticsKeys,
  tx: Transaction,
  ids: readonly string[],
): AsyncGenerator<OpenBlock> {
  if (ids.length === 0) return;
  const room = new Uint8Array(BLOCK_RECORDS * RECORD_BYTES);
  let ahead = fetchAhead(tx, ids[0]);
  for (const place of ids.keys()) {
    const row = await ahead;
    ahead = fetchAhead(tx, ids[place + 1]);
    if (row) yield await opened(keys, row, room);
    wipe(room);
  }
}

/** @returns null where the block has gone meanwhile @throws SealBroken as `readBlocks` */
export async function readBlock(keys: AnalyticsKeys, tx: Transaction, id: string): Promise<OpenBlock | null> {
  const row = await readBlockRow(tx, id);
  return row && (await opened(keys, row, new Uint8Array(blockSize(row.sealed))));
}

function fetchAhead(tx: Transaction, id: string | undefined): Promise<BlockRow | null> {
  const row = id === undefined ? Promise.resolve(null) : readBlockRow(tx, id);
  // Nobody may be waiting any more when it fails; who does wait still gets the failure.
  row.catch(() => undefined);
  return row;
}

async function opened(keys: AnalyticsKeys, row: BlockRow, room: Uint8Array): Promise<OpenBlock> {
  const { id, version, keyVersion, sealed } = row;
  const { privateKey } = await keys.at(keyVersion);
  const place = { blockId: id, blockVersion: version };
  const content = openBlockInto(privateKey, place, sealed, room.subarray(0, blockSize(sealed)));
  return { id, version, records: content.length / RECORD_BYTES, content };
}

/** A new block of these records, under the newest key. */
export async function insertBlock(keys: AnalyticsKeys, tx: Transaction, records: Uint8Array): Promise<void> {
  const { teamId, newest } = keys;
  const id = newId();
  const sealed = sealBlock(newest.privateKey, { blockId: id, blockVersion: 1 }, records);
  await insertBlockRow(tx, teamId, { id, version: 1, keyVersion: newest.version, sealed });
}

/**
 * Puts records in the place of a block's, which goes where none are left.
 * @throws FoldOvertaken where the block is no longer at the version that was read
 */
export async function replaceBlock(
  keys: AnalyticsKeys,
  tx: Transaction,
  { id, version }: BlockState,
  records: Uint8Array,
): Promise<void> {
  const count = records.length === 0 ? await remove() : await update();
  if (count !== 1) throw new FoldOvertaken();

  async function remove() {
    return (await tx.facetBlock.deleteMany({ where: { id, version } })).count;
  }
  function update() {
    const { version: keyVersion, privateKey } = keys.newest;
    const next = version + 1;
    const sealed = sealBlock(privateKey, { blockId: id, blockVersion: next }, records);
    return replaceBlockRow(tx, { id, version: next, keyVersion, sealed });
  }
}
