import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bootstrapRoles, migrate, pendingMigrations } from "#app/platform/db/migrate.server.ts";
import { readMigrations } from "#app/platform/db/migration-files.server.ts";
import { missingFromMigrations } from "#app/platform/db/new-migration.server.ts";
import { seedReference } from "#app/platform/db/seed-reference.server.ts";
import { onBothDatabases, onDatabase } from "../../../support/database.ts";

const names = async () => (await readMigrations()).map(({ name }) => name);

test("migrations and schema files agree", async () => {
  expect(await missingFromMigrations()).toBe("");
});

test("an embedded directory is migrated once and then left alone", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "thaw-migrations-"));
  const config = { kind: "embedded", dataDir } as const;
  try {
    expect(await pendingMigrations(config)).toEqual(await names());
    expect(await migrate(config)).toEqual({ applied: await names() });
    expect(await migrate(config)).toEqual({ applied: [] });
    expect(await pendingMigrations(config)).toEqual([]);
  } finally {
    await rm(dataDir, { recursive: true });
  }
});

onDatabase("postgresql", "migrating a server", (db) => {
  test("does nothing the second time, and neither does making the roles", async () => {
    await bootstrapRoles(db.urlOf("postgres"), { login: "quote ' and \\ stroke" });
    expect(await migrate({ kind: "postgresql", url: db.urlOf("app_owner") })).toEqual({ applied: [] });
    expect(await pendingMigrations(db.config())).toEqual([]);
  });

  test("leaves its books as Prisma's own tools keep them", async () => {
    const rows = await db.sql(
      "SELECT migration_name AS name, length(checksum) AS length FROM _prisma_migrations ORDER BY 1",
    );
    expect(rows).toEqual((await names()).map((name) => ({ name, length: 64 })));
  });

  test("makes logins that inherit nothing and roles that nobody signs in as", async () => {
    const roles = await db.sql(
      "SELECT rolname AS name, rolcanlogin AS login, rolinherit AS inherits FROM pg_roles WHERE rolname LIKE 'app\\_%'",
    );
    const logins = roles.filter(({ login }) => login).map(({ name }) => name);
    expect(logins.sort()).toEqual(["app_backup", "app_login", "app_owner"]);
    expect(roles.filter(({ inherits }) => inherits)).toEqual([]);
  });
});

onBothDatabases("the reference lists", (db) => {
  const state = () =>
    db.sql(
      "SELECT version, data->>'name_en' AS name FROM reference_entries WHERE list = 'states-parties' AND code = 'AF'",
    );

  test("are there after migrating, every list of them", async () => {
    const lists = await db.sql("SELECT list, count(*)::int AS entries FROM reference_entries GROUP BY 1 ORDER BY 1");
    expect(lists.map(({ list }) => list)).toEqual(
      expect.arrayContaining([
        "asp-sessions",
        "measures",
        "payment-reason-codes",
        "protections",
        "states-parties",
        "survey-benchmarks",
        "taxonomy",
      ]),
    );
    expect(await state()).toEqual([{ version: 1, name: "Afghanistan" }]);
  });

  test("are brought up to date, but not where somebody edited them", async () => {
    await db.sql("UPDATE reference_entries SET data = '{}' WHERE list = 'states-parties' AND code = 'AF'");
    await seedReference(db.sql);
    expect(await state()).toEqual([{ version: 1, name: "Afghanistan" }]);
    await db.sql("UPDATE reference_entries SET data = '{}', version = 2 WHERE list = 'states-parties' AND code = 'AF'");
    await seedReference(db.sql);
    expect(await state()).toEqual([{ version: 2, name: null }]);
  });
});
