import { COPIED, copyRows } from "#app/platform/db/copy-rows.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/*
 * Prisma hands bytes over one number at a time, and a block has a million. So sealed bytes are read as a binary copy and
 * written as base64 text, as many rows at once as there are. Same transaction, same row-level security.
 */

export interface SealedRow {
  readonly id: string;
  readonly keyVersion: number;
  readonly sealed: Uint8Array;
}

export interface BlockRow extends SealedRow {
  readonly version: number;
}

export async function insertInboxRows(tx: Transaction, teamId: string, rows: readonly SealedRow[]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const versions = rows.map(({ keyVersion }) => keyVersion);
  const sealed = rows.map((row) => base64(row.sealed));
  await tx.$executeRaw`
    INSERT INTO facet_inbox (id, team_id, key_version, sealed)
    SELECT id, ${teamId}::uuid, key_version, decode(sealed, 'base64')
    FROM unnest(${ids}::uuid[], ${versions}::int[], ${sealed}::text[]) AS arrived (id, key_version, sealed)`;
}

/** Those of the rows that are still there, by id. */
export async function readInboxRows(tx: Transaction, ids: readonly string[]): Promise<SealedRow[]> {
  const rows: SealedRow[] = [];
  const columns = { id: COPIED.uuid, keyVersion: COPIED.int4, sealed: COPIED.bytea };
  await copyRows(tx, ids, columns, (row) => rows.push(row))`
    SELECT id, key_version, sealed FROM facet_inbox WHERE id = ANY (app.ctx('ids')::uuid[]) ORDER BY id`;
  return rows;
}

/**
 * Those of the blocks that are still there.
 * @param take is given each as it comes, and must be done with `sealed` when it returns
 */
export async function readBlockRows(
  tx: Transaction,
  ids: readonly string[],
  take: (row: BlockRow) => void,
): Promise<void> {
  const columns = { id: COPIED.uuid, version: COPIED.int4, keyVersion: COPIED.int4, sealed: COPIED.byteaInPlace };
  await copyRows(tx, ids, columns, take)`
    SELECT id, version, key_version, sealed FROM facet_blocks WHERE id = ANY (app.ctx('ids')::uuid[])`;
}

export async function insertBlockRow(tx: Transaction, teamId: string, row: BlockRow): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO facet_blocks (id, team_id, version, key_version, sealed)
    VALUES (${row.id}::uuid, ${teamId}::uuid, ${row.version}, ${row.keyVersion}, decode(${base64(row.sealed)}, 'base64'))`;
}

/** Writes the row if it is still at the version before. @returns how many rows were written, 0 or 1 */
export async function replaceBlockRow(tx: Transaction, row: BlockRow): Promise<number> {
  return await tx.$executeRaw`
    UPDATE facet_blocks
    SET version = ${row.version}, key_version = ${row.keyVersion}, sealed = decode(${base64(row.sealed)}, 'base64')
    WHERE id = ${row.id}::uuid AND version = ${row.version - 1}`;
}

function base64(sealed: Uint8Array): string {
  return Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length).toString("base64");
}
