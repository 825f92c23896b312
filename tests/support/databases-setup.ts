import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { ensureGenerated } from "#app/platform/db/generate.ts";
import { clusterUrl, startCluster } from "./postgres-cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** the folder of the cluster's socket */
    clusterSocket: string;
    /** the database on the cluster that new ones are copied from */
    clusterTemplate: string;
    /** a dump of a migrated embedded database */
    embeddedSnapshot: string;
  }
}

interface Databases {
  readonly socket: string;
  readonly snapshot: string;
  readonly end: () => Promise<void>;
}

const TEMPLATE = "thaw_template";

// Several projects ask for the databases in one run; the first makes them, the last ends them.
const SLOT = Symbol.for("thaw.tests.databases");
const shared = globalThis as { [SLOT]?: { users: number; databases: Promise<Databases> } | undefined };

/** Vitest calls this once a project before its tests; the answer is called after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared[SLOT] ??= { users: 0, databases: start() };
  const use = shared[SLOT];
  use.users += 1;
  const { socket, snapshot, end } = await use.databases;
  project.provide("clusterSocket", socket);
  project.provide("clusterTemplate", TEMPLATE);
  project.provide("embeddedSnapshot", snapshot);
  return async () => {
    use.users -= 1;
    if (use.users > 0) return;
    shared[SLOT] = undefined;
    await end();
  };
}

async function start(): Promise<Databases> {
  ensureGenerated();
  const cluster = await startCluster();
  // In the cluster's folder, because that goes whatever becomes of this process.
  const snapshot = join(cluster.socket, "embedded.tar");
  try {
    await Promise.all([migrateCluster(cluster.socket), writeSnapshot(snapshot)]);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return { socket: cluster.socket, snapshot, end: cluster.stop };
}

async function migrateCluster(socket: string): Promise<void> {
  const { bootstrapRoles, migrate } = await import("#app/platform/db/migrate.server.ts");
  await onCluster(socket, `CREATE DATABASE ${TEMPLATE}`);
  await bootstrapRoles(clusterUrl(socket, "postgres", TEMPLATE));
  await migrate({ kind: "postgresql", url: clusterUrl(socket, "app_owner", TEMPLATE) });
}

async function writeSnapshot(path: string): Promise<void> {
  const { migrateEmbedded } = await import("#app/platform/db/migrate.server.ts");
  const database = await PGlite.create();
  await migrateEmbedded(database);
  const dump = await database.dumpDataDir("none");
  writeFileSync(path, Buffer.from(await dump.arrayBuffer()));
  await database.close();
}

async function onCluster(socket: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl(socket, "postgres", "postgres") });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
