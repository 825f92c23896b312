import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { DatabaseConfig } from "./database-config.ts";
import { lockDirectory } from "./embedded-lock.server.ts";

export type EmbeddedConfig = DatabaseConfig & { readonly kind: "embedded" };

export interface Embedded {
  readonly database: PGlite;
  /** closes the database, then gives the directory back */
  readonly release: () => Promise<void>;
}

const IN_MEMORY = "memory://";

/**
 * Half of this much written ahead makes PostgreSQL ask its checkpointer for help. PGlite has none and sleeps a minute for
 * it, at every further 16 MB. So it never asks; `tidyEmbedded` and closing make the checkpoints.
 */
const MAX_WAL_SIZE = "1TB";
const START = [...PGlite.defaultStartParams, "-c", `max_wal_size=${MAX_WAL_SIZE}`];

/**
 * Opens the embedded database as its superuser, behind the directory's lock: PGlite opens one directory twice without
 * a word and then loses rows.
 */
export async function openEmbedded({ dataDir, database: open }: EmbeddedConfig): Promise<Embedded> {
  if (open) return { database: open, release: () => open.close() };
  const unlock = dataDir === IN_MEMORY ? async () => {} : await prepare(dataDir);
  try {
    const database = await PGlite.create({
      dataDir: dataDir === IN_MEMORY ? dataDir : join(dataDir, "database"),
      startParams: START,
    });
    const release = async () => {
      await database.close();
      await unlock();
    };
    return { database, release };
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function prepare(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  return await lockDirectory(dataDir);
}
