import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "./project-root.server.ts";

export interface MigrationFile {
  /** fourteen digits, underscore, what it does */
  readonly name: string;
  readonly sql: string;
}

export const migrationsFolder = () => join(projectRoot(), "prisma", "migrations");

/** All migrations in the order of their names, which is the order they are applied in. */
export async function readMigrations(): Promise<MigrationFile[]> {
  const folder = migrationsFolder();
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory() && /^\d{14}_/.test(entry.name)).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(folder, name, "migration.sql"), "utf8") })),
  );
}

/** The schema as Prisma's engine takes it: every file under its name. */
export async function readSchema(): Promise<{ path: string; content: string }[]> {
  const folder = join(projectRoot(), "prisma", "schema");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => ({ path: join(folder, name), content: await readFile(join(folder, name), "utf8") })),
  );
}
