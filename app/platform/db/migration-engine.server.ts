import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import { type MigrationFile, migrationsFolder, readSchema } from "./migration-files.server.ts";

const NO_FILTER = { externalTables: [], externalEnums: [] };
const require = createRequire(import.meta.url);

/**
 * Applies what is missing with Prisma's own engine, so that `_prisma_migrations` is what Prisma's tools expect.
 * @returns the names applied just now
 * @throws Error naming the migration and PostgreSQL's complaint
 */
export async function applyMigrations(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  migrations: readonly MigrationFile[],
): Promise<string[]> {
  return await withEngine(adapter, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: listOf(migrations),
      filters: NO_FILTER,
    });
    return appliedMigrationNames;
  });
}

/**
 * The SQL that leads from the migrations to the schema files; empty where they agree.
 * The engine applies the migrations to the shadow database of `adapter` to find out.
 */
export async function diffToSchema(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  migrations: readonly MigrationFile[],
): Promise<string> {
  return await withEngine(adapter, async (engine) => {
    const { stdout } = await engine.diff({
      from: migrations.length ? { tag: "migrations", ...listOf(migrations) } : { tag: "empty" },
      to: { tag: "schemaDatamodel", files: await readSchema() },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    return /^-- This is an empty migration\.\s*$/.test(stdout ?? "") ? "" : (stdout ?? "");
  });
}

async function withEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const datamodels = (await readSchema()).map(({ path, content }): [string, string] => [path, content]);
  const bound = bindMigrationAwareSqlAdapterFactory(adapter);
  const engine = await SchemaEngine.new({ datamodels }, () => {}, bound);
  try {
    return await work(engine);
  } catch (error) {
    throw new Error(complaintOf(error));
  } finally {
    engine.free();
  }
}

// Once a process: the JavaScript half holds one WebAssembly half, and a second would take it from under the first.
let loaded: ReturnType<typeof joinHalves> | undefined;

function loadEngine() {
  loaded ??= joinHalves();
  return loaded;
}

/** The package expects a bundler that makes modules of `.wasm` files; here its two halves are joined by hand. */
async function joinHalves() {
  const engine = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = await readFile(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm"));
  const imports = { "./schema_engine_bg.js": engine } as unknown as WebAssembly.Imports;
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  const { __wbg_set_wasm } = engine as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  __wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  return engine;
}

function listOf(migrations: readonly MigrationFile[]): MigrationList {
  return {
    baseDir: migrationsFolder(),
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
    })),
  };
}

/** Migrations hold no one's data, so the engine's own words may be shown. */
function complaintOf(error: unknown): string {
  const { message, meta } = error as { message?: string; meta?: { full_error?: string; message?: string } };
  return meta?.message ?? meta?.full_error ?? message ?? String(error);
}
