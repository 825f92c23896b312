import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterAll, beforeAll, describe, inject } from "vitest";
import { closeDatabase, openDatabase } from "#app/platform/db/database.server.ts";
import type { DatabaseConfig } from "#app/platform/db/database-config.ts";
import type { Query } from "#app/platform/db/query.ts";
import { clusterUrl } from "./postgres-cluster.ts";

/** A migrated database of its own, open behind the door for as long as the suite runs. */
export interface TestDatabase {
  readonly kind: DatabaseConfig["kind"];
  /** past the door, as superuser: to arrange and to look; one statement a call */
  readonly sql: Query;
  /** what `openDatabase` was given; for PostgreSQL with addresses of all roles by `urlOf` */
  readonly config: () => DatabaseConfig;
  /** an address on the PostgreSQL server, such as for `app_owner`; throws for the embedded one */
  readonly urlOf: (role: string) => string;
}

interface Opened {
  readonly config: DatabaseConfig;
  readonly sql: Query;
  readonly urlOf: (role: string) => string;
  /** called after the door is closed */
  readonly drop: () => Promise<void>;
}

const OPENERS: Readonly<Record<DatabaseConfig["kind"], () => Promise<Opened>>> = {
  embedded: openSnapshot,
  postgresql: copyTemplate,
};

/** Runs the suite twice, on the embedded database and on PostgreSQL, each time on a fresh migrated one. */
export function onBothDatabases(name: string, suite: (db: TestDatabase) => void): void {
  onDatabase("embedded", name, suite);
  onDatabase("postgresql", name, suite);
}

/** Runs the suite on one kind only: where the thing under test exists on one, or the kind makes no difference. */
export function onDatabase(kind: DatabaseConfig["kind"], name: string, suite: (db: TestDatabase) => void): void {
  describe(`${name} (${kind})`, () => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await OPENERS[kind]();
      await openDatabase(opened.config);
    });
    afterAll(async () => {
      await closeDatabase();
      await opened?.drop();
    });
    suite({
      kind,
      sql: (text, values) => opened.sql(text, values),
      config: () => opened.config,
      urlOf: (role) => opened.urlOf(role),
    });
  });
}

/** A fresh embedded database in memory, migrated, its session still the superuser's. */
export async function embeddedFromSnapshot(): Promise<PGlite> {
  return await PGlite.create({ loadDataDir: new Blob([await readFile(inject("embeddedSnapshot"))]) });
}

async function openSnapshot(): Promise<Opened> {
  const database = await embeddedFromSnapshot();
  const sql: Query = (text, values) =>
    database.transaction(async (tx) => {
      await tx.query("SET LOCAL ROLE postgres");
      return (await tx.query<Record<string, unknown>>(text, values)).rows;
    });
  const urlOf = () => {
    throw new Error("The embedded database has no address.");
  };
  return { config: { kind: "embedded", dataDir: "memory://", database }, sql, urlOf, drop: async () => {} };
}

async function copyTemplate(): Promise<Opened> {
  const name = `thaw_${randomBytes(8).toString("hex")}`;
  const urlOf = (role: string) => clusterUrl(inject("clusterSocket"), role, name);
  await asSuperuser("postgres", `CREATE DATABASE ${name} TEMPLATE ${inject("clusterTemplate")}`);
  const superuser = new pg.Client({ connectionString: urlOf("postgres") });
  await superuser.connect();
  const sql: Query = async (text, values) => (await superuser.query(text, values)).rows;
  const drop = async () => {
    await superuser.end();
    await asSuperuser("postgres", `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { config: { kind: "postgresql", url: urlOf("app_login"), poolSize: 8 }, sql, urlOf, drop };
}

async function asSuperuser(database: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl(inject("clusterSocket"), "postgres", database) });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
