import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { embeddedAdapter } from "./embedded-adapter.server.ts";
import { diffToSchema } from "./migration-engine.server.ts";
import { migrationsFolder, readMigrations } from "./migration-files.server.ts";
import { bootstrapEmbeddedRoles } from "./roles.server.ts";

/**
 * Writes what leads from the migrations to the schema files as a new migration, for a person to read and complete.
 * @param name  what it does, in snake_case
 * @returns the new folder, or null where migrations and schema agree
 */
export async function newMigration(name: string, now: Date): Promise<string | null> {
  const sql = await missingFromMigrations();
  if (!sql) return null;
  const folder = join(migrationsFolder(), `${now.toISOString().replace(/\D/g, "").slice(0, 14)}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  return folder;
}

/** The SQL that the schema files have and the migrations have not; empty where they agree. */
export async function missingFromMigrations(): Promise<string> {
  const shadow = await PGlite.create();
  try {
    await bootstrapEmbeddedRoles(shadow);
    return await diffToSchema(
      embeddedAdapter(async () => shadow),
      await readMigrations(),
    );
  } finally {
    await shadow.close();
  }
}
