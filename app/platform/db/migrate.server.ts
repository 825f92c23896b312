import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import type { DatabaseConfig } from "./database-config.ts";
import { openEmbedded } from "./embedded.server.ts";
import { embeddedAdapter } from "./embedded-adapter.server.ts";
import { applyMigrations } from "./migration-engine.server.ts";
import { type MigrationFile, readMigrations } from "./migration-files.server.ts";
import { ownerAdapter } from "./owner-adapter.server.ts";
import type { Query } from "./query.ts";
import { bootstrapEmbeddedRoles } from "./roles.server.ts";
import { seedReference } from "./seed-reference.server.ts";

export { bootstrapRoles } from "./roles.server.ts";

/**
 * Brings the database to this version and loads the reference lists.
 * @param config  for PostgreSQL the owner's address (OWNER_DATABASE_URL); its roles must exist, see `bootstrapRoles`
 * @returns the names of the migrations applied just now
 */
export async function migrate(config: DatabaseConfig): Promise<{ applied: string[] }> {
  if (config.kind === "postgresql") return await migrateServer(config.url);
  const { database, release } = await openEmbedded(config);
  try {
    return await migrateEmbedded(database);
  } finally {
    await release();
  }
}

/** The same for an embedded database that is open already, as its superuser. */
export async function migrateEmbedded(database: PGlite): Promise<{ applied: string[] }> {
  await bootstrapEmbeddedRoles(database);
  const query: Query = async (sql, values) => (await database.query<Record<string, unknown>>(sql, values)).rows;
  const migrations = await readMigrations();
  const missing = missingOf(migrations, await appliedNames(query));
  const applied = missing.length
    ? await applyMigrations(
        embeddedAdapter(async () => database),
        migrations,
      )
    : [];
  await seedReference(query);
  return { applied };
}

async function migrateServer(ownerUrl: string): Promise<{ applied: string[] }> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    const query = queryOf(pool);
    const [roles] = await query(
      "SELECT count(*)::int AS found FROM pg_roles WHERE rolname IN ('app_owner', 'app_none')",
    );
    if (roles?.found !== 2) throw new Error("The database roles are missing. Run: npx thaw migrate --bootstrap");
    const applied = await applyMigrations(ownerAdapter(pool), await readMigrations());
    await seedReference(query);
    return { applied };
  } finally {
    await pool.end();
  }
}

/**
 * The migrations this version has and the database has not.
 * On PostgreSQL the login role is enough: it looks as `app_job`, which may read the names.
 */
export async function pendingMigrations(config: DatabaseConfig): Promise<string[]> {
  const migrations = await readMigrations();
  if (config.kind === "embedded") {
    const { database, release } = await openEmbedded(config);
    try {
      return missingOf(migrations, await appliedNames(async (sql) => (await database.query(sql)).rows as never));
    } finally {
      await release();
    }
  }
  const client = new pg.Client({ connectionString: config.url });
  await client.connect();
  try {
    const query = queryOf(client);
    const [may] = await query(
      "SELECT pg_has_role(session_user, oid, 'MEMBER') AS step FROM pg_roles WHERE rolname = 'app_job'",
    );
    if (may?.step) await query("SET ROLE app_job");
    return missingOf(migrations, await appliedNames(query));
  } finally {
    await client.end();
  }
}

const queryOf =
  (client: pg.Client | pg.Pool): Query =>
  async (sql, values) =>
    (await client.query(sql, values)).rows;

async function appliedNames(query: Query): Promise<ReadonlySet<string>> {
  // Asks the catalogue, because in an empty database a login may not even look into the schema.
  const [table] = await query(`SELECT EXISTS (SELECT FROM pg_class WHERE relname = '_prisma_migrations'
    AND relnamespace = 'public'::regnamespace) AS there`);
  if (!table?.there) return new Set();
  const rows = await query(
    "SELECT migration_name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Set(rows.map((row) => String(row.migration_name)));
}

const missingOf = (migrations: readonly MigrationFile[], applied: ReadonlySet<string>) =>
  migrations.map(({ name }) => name).filter((name) => !applied.has(name));
