import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEmbedded } from "#app/platform/db/embedded.server.ts";

// PostgreSQL asks for a checkpoint at 540 MB.
const MEGABYTES = 600;

test("the embedded database goes on however much was written, with nobody to make checkpoints", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "thaw-much-"));
  const { database, release } = await openEmbedded({ kind: "embedded", dataDir });
  try {
    const written = async () => {
      const { rows } = await database.query<{ mb: number }>(
        "SELECT (pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') / 1000000)::int AS mb",
      );
      return rows[0]!.mb;
    };
    const before = await written();
    for (let at = 0; at < MEGABYTES; at += 1)
      await database.query("SELECT pg_logical_emit_message(false, 'test', repeat('x', 1000000))");
    expect((await written()) - before).toBeGreaterThan(560);
  } finally {
    await release();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 60_000);
