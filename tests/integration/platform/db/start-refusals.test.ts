import pg from "pg";
import { describe, expect, test } from "vitest";
import type { Query } from "#app/platform/db/query.ts";
import {
  refuseOldSchema,
  refuseOldServer,
  refuseOpenOrigin,
  refuseOwnerLogin,
  refusePrivilegedLogin,
  refusePublicPolicy,
  refuseUnforcedTable,
  startRefusals,
} from "#app/platform/db/start-refusals.server.ts";
import { onDatabase } from "../../../support/database.ts";

onDatabase("postgresql", "a start", (db) => {
  const as = async <T>(role: string, work: (query: Query) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: db.urlOf(role) });
    await client.connect();
    try {
      return await work(async (sql, values) => (await client.query(sql, values)).rows);
    } finally {
      await client.end();
    }
  };

  test("goes ahead as app_login on a migrated database", async () => {
    expect(await startRefusals(db.config(), ["https://thaw.example.org"])).toEqual([]);
  });

  test("is refused to a superuser, to BYPASSRLS, and to a login that can step into either", async () => {
    await db.sql("CREATE ROLE past_the_wall LOGIN BYPASSRLS");
    await db.sql("CREATE ROLE behind_it LOGIN NOINHERIT IN ROLE past_the_wall");
    for (const role of ["postgres", "past_the_wall", "behind_it"])
      expect(await as(role, refusePrivilegedLogin)).toMatch(/row-level security does not bind/);
    await db.sql("DROP ROLE behind_it, past_the_wall");
  });

  test("is refused to the owner of the tables", async () => {
    expect(await as("app_owner", refuseOwnerLogin)).toMatch(/signs in as owner of the table/);
    expect(await as("app_login", refuseOwnerLogin)).toBeNull();
  });

  test("is refused on a table that does not force row-level security", async () => {
    await db.sql("ALTER TABLE cases NO FORCE ROW LEVEL SECURITY");
    expect(await as("app_login", refuseUnforcedTable)).toMatch(/The table cases stands without/);
    await db.sql("ALTER TABLE cases FORCE ROW LEVEL SECURITY");
  });

  test("is refused where a policy holds for everybody", async () => {
    await db.sql("CREATE POLICY anybody ON cases USING (true)");
    expect(await as("app_login", refusePublicPolicy)).toMatch(/policy anybody on cases holds for PUBLIC/);
    await db.sql("DROP POLICY anybody ON cases");
  });

  test("is refused on an old schema, with the line to run", async () => {
    await db.sql("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name LIKE '%_access'");
    const [reason] = await startRefusals(db.config(), []);
    expect(reason).toMatch(/lacks 1 migration.*_access.*Run: .*thaw migrate/);
    await db.sql("UPDATE _prisma_migrations SET rolled_back_at = NULL");
  });
});

describe("a start", () => {
  test.each([
    [150008, false],
    [150009, true],
    [160004, false],
    [160005, true],
    [170000, false],
    [170001, true],
    [180000, true],
    [140030, false],
  ])("on server version %i is allowed: %s", async (version, allowed) => {
    expect((await refuseOldServer(async () => [{ version }])) === null).toBe(allowed);
  });

  test("names the first of the migrations that are missing", () => {
    expect(refuseOldSchema([])).toBeNull();
    expect(refuseOldSchema(["1_a", "2_b"])).toMatch(/2 migration\(s\), first 1_a/);
  });

  test.each([
    ["https://thaw.example.org", true],
    ["https://thaw.example.org:8443", true],
    ["http://abcdefghijklmnop.onion", true],
    ["http://127.0.0.1:3000", true],
    ["http://127.1.2.3", true],
    ["http://localhost:3000", true],
    ["http://[::1]:3000", true],
    ["http://thaw.example.org", false],
    ["http://127.0.0.1.example.org", false],
    ["http://10.0.0.1", false],
    ["http://onion.example.org", false],
    ["ftp://localhost", false],
    ["https://thaw.example.org/", false],
    ["https://user@thaw.example.org", false],
    ["null", false],
    ["", false],
  ])("with the origin %s is allowed: %s", (origin, allowed) => {
    expect(refuseOpenOrigin(origin) === null).toBe(allowed);
  });
});
