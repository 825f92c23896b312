import { openBlock, sealBlock } from "#app/platform/crypto/facet-blocks.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { AnalyticsKeys } from "./analytics-keys.server.ts";
import { RECORD_BYTES } from "./facet-layout.ts";

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
  readonly content: Uint8Array<ArrayBuffer>;
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
 * @returns null where the block has gone meanwhile
 * @throws SealBroken where it is not what a holder has written
 */
export async function readBlock(keys: AnalyticsKeys, tx: Transaction, id: string): Promise<OpenBlock | null> {
  const row = await tx.facetBlock.findUnique({ where: { id } });
  if (!row) return null;
  const { privateKey } = await keys.at(row.keyVersion);
  const content = openBlock(privateKey, { blockId: id, blockVersion: row.version }, row.sealed);
  return { id, version: row.version, records: content.length / RECORD_BYTES, content };
}

/** A new block of these records, under the newest key. */
export async function insertBlock(keys: AnalyticsKeys, tx: Transaction, records: Uint8Array): Promise<void> {
  const { teamId, newest } = keys;
  const id = newId();
  const sealed = sealBlock(newest.privateKey, { blockId: id, blockVersion: 1 }, records);
  await tx.facetBlock.createMany({ data: { id, teamId, version: 1, keyVersion: newest.version, sealed } });
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
  const { count } = records.length === 0 ? await remove() : await update();
  if (count !== 1) throw new FoldOvertaken();

  function remove() {
    return tx.facetBlock.deleteMany({ where: { id, version } });
  }
  function update() {
    const { version: keyVersion, privateKey } = keys.newest;
    const sealed = sealBlock(privateKey, { blockId: id, blockVersion: version + 1 }, records);
    return tx.facetBlock.updateMany({ where: { id, version }, data: { version: version + 1, keyVersion, sealed } });
  }
}
