import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase, openDatabase } from "#app/platform/db/database.server.ts";
import type { DatabaseConfig } from "#app/platform/db/database-config.ts";
import { bootstrapRoles, migrate } from "#app/platform/db/migrate.server.ts";
import { clusterUrl, startCluster } from "../support/postgres-cluster.ts";

export interface BenchDatabase {
  readonly config: DatabaseConfig;
  /** for `startServer` */
  readonly settings: Readonly<Record<string, string>>;
  readonly end: () => Promise<void>;
}

/** A migrated PostgreSQL database that writes to the disk as a real one does. */
export async function serverDatabase(): Promise<BenchDatabase> {
  const durable = ["fsync=on", "synchronous_commit=on", "full_page_writes=on", "shared_buffers=128MB"];
  const { socket, stop } = await startCluster(durable);
  const address = (role: string) => clusterUrl(socket, role, "postgres");
  await bootstrapRoles(address("postgres"));
  await migrate({ kind: "postgresql", url: address("app_owner") });
  const url = address("app_login");
  return { config: { kind: "postgresql", url, poolSize: 10 }, settings: { DATABASE_URL: url }, end: stop };
}

/** An embedded database in a folder of its own. */
export async function embeddedDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "thaw-bench-"));
  const end = async () => rmSync(dataDir, { recursive: true, force: true });
  return { config: { kind: "embedded", dataDir }, settings: { DATA_DIR: dataDir }, end };
}

/** Runs `work` with the database open in this process. */
export async function withOpen<T>({ config }: BenchDatabase, work: () => Promise<T>): Promise<T> {
  await openDatabase(config);
  try {
    return await work();
  } finally {
    await closeDatabase();
  }
}
