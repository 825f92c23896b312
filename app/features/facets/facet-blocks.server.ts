import type { GroupKey } from "#app/features/keyring/group-keys.server.ts";
import { blockSize, openBlockInto, sealBlock } from "#app/platform/crypto/facet-blocks.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { AnalyticsKeys } from "./analytics-keys.server.ts";
import { RECORD_BYTES } from "./facet-layout.ts";
import { type BlockRow, insertBlockRow, readBlockRows, replaceBlockRow } from "./facet-rows.server.ts";

/** One block is one row of at most 1 MiB, sealed as one. */
export const BLOCK_RECORDS = 4096;

/** What can be told of a block without opening it. */
export interface BlockState {
  readonly id: string;
  readonly version: number;
  readonly keyVersion: number;
  readonly records: number;
}

export interface OpenBlock extends Omit<BlockState, "keyVersion"> {
  /** the opened records; whoever reads them wipes them */
  readonly content: Uint8Array;
}

/** Somebody else folded at the same moment: this transaction must be given up, and nothing is lost by it. */
export class FoldOvertaken extends Error {
  override readonly name = "FoldOvertaken";
}

/** `octet_length` is read from the row's header: no block is fetched to learn its size. */
export async function listBlocks(tx: Transaction, teamId: string): Promise<BlockState[]> {
  const rows = await tx.$queryRaw<(Omit<BlockState, "records"> & { size: number })[]>`
    SELECT id, version, key_version AS "keyVersion", octet_length(sealed) AS size
    FROM facet_blocks WHERE team_id = ${teamId}::uuid ORDER BY id`;
  // What sealing adds is less than a record.
  return rows.map(({ size, ...block }) => ({ ...block, records: Math.floor(size / RECORD_BYTES) }));
}

// The embedded database holds all that a statement answers in memory: 32 MiB.
const READ_AT_ONCE = 32;

/**
 * Opens blocks one at a time as they come, each in the place of the one before, which is wiped. Those that have gone
 * meanwhile are left out, and those that were sealed anew to a key that none of them had.
 * @param take must be done with the block when it returns
 * @throws SealBroken where a block is not what a holder has written
 */
export async function readBlocks(
  keys: AnalyticsKeys,
  tx: Transaction,
  blocks: readonly BlockState[],
  take: (block: OpenBlock) => void,
): Promise<void> {
  const room = new Uint8Array(BLOCK_RECORDS * RECORD_BYTES);
  const opened = await openEach(keys, new Set(blocks.map(({ keyVersion }) => keyVersion)));
  for (let place = 0; place < blocks.length; place += READ_AT_ONCE) {
    const ids = blocks.slice(place, place + READ_AT_ONCE).map(({ id }) => id);
    await readBlockRows(tx, ids, (row) => {
      const key = opened.get(row.keyVersion);
      if (key) take(openRow(key, row, room));
      wipe(room);
    });
  }
}

async function openEach(keys: AnalyticsKeys, versions: ReadonlySet<number>): Promise<Map<number, GroupKey>> {
  const opened = new Map<number, GroupKey>();
  for (const version of versions) opened.set(version, await keys.at(version));
  return opened;
}

/** @returns null where the block has gone meanwhile @throws SealBroken as `readBlocks` */
export async function readBlock(keys: AnalyticsKeys, tx: Transaction, id: string): Promise<OpenBlock | null> {
  const rows: BlockRow[] = [];
  await readBlockRows(tx, [id], (row) => rows.push({ ...row, sealed: new Uint8Array(row.sealed) }));
  const [row] = rows;
  return row ? openRow(await keys.at(row.keyVersion), row, new Uint8Array(blockSize(row.sealed))) : null;
}

function openRow({ privateKey }: GroupKey, { id, version, sealed }: BlockRow, room: Uint8Array): OpenBlock {
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
  { id, version }: Pick<BlockState, "id" | "version">,
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
