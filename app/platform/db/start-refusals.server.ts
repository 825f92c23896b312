import pg from "pg";
import type { DatabaseConfig } from "./database-config.ts";
import { pendingMigrations } from "./migrate.server.ts";
import type { Query } from "./query.ts";

/** Why the server must not start, as one line for the person at the terminal; null where nothing is in the way. */
type Reason = string | null;

/**
 * Everything that stands against a start, one line each.
 * The embedded session is always a superuser's and is migrated when it opens, so only the origins are asked there.
 */
export async function startRefusals(config: DatabaseConfig, origins: readonly string[]): Promise<string[]> {
  const open = origins.map(refuseOpenOrigin);
  const reasons = config.kind === "embedded" ? open : [...open, ...(await serverReasons(config))];
  return reasons.filter((reason) => reason !== null);
}

async function serverReasons(config: DatabaseConfig & { kind: "postgresql" }): Promise<Reason[]> {
  const client = new pg.Client({ connectionString: config.url });
  await client.connect();
  const query: Query = async (sql, values) => (await client.query(sql, values)).rows;
  try {
    return [
      await refuseOldServer(query),
      await refusePrivilegedLogin(query),
      await refuseOwnerLogin(query),
      await refuseUnforcedTable(query),
      await refusePublicPolicy(query),
      refuseOldSchema(await pendingMigrations(config)),
    ];
  } finally {
    await client.end();
  }
}

/** A superuser walks past row-level security, and so does BYPASSRLS, held or within reach. */
export async function refusePrivilegedLogin(query: Query): Promise<Reason> {
  const [found] = await query(`SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls)
    AND (rolname = session_user OR pg_has_role(session_user, oid, 'MEMBER')) LIMIT 1`);
  if (!found) return null;
  return `DATABASE_URL signs in with the rights of ${found.rolname}, which row-level security does not bind. Use app_login (thaw migrate --bootstrap makes it).`;
}

/** The owner of a table could switch its protection off. */
export async function refuseOwnerLogin(query: Query): Promise<Reason> {
  const [found] =
    await query(`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
    AND pg_has_role(session_user, relowner, 'MEMBER') ORDER BY relname LIMIT 1`);
  if (!found) return null;
  return `DATABASE_URL signs in as owner of the table ${found.relname}. Use app_login; the owner's address belongs in OWNER_DATABASE_URL.`;
}

export async function refuseUnforcedTable(query: Query): Promise<Reason> {
  const [found] =
    await query(`SELECT relname FROM pg_class WHERE relnamespace IN ('public'::regnamespace, to_regnamespace('app'))
    AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname LIMIT 1`);
  return found
    ? `The table ${found.relname} stands without forced row-level security. Restore it from the migrations.`
    : null;
}

export async function refusePublicPolicy(query: Query): Promise<Reason> {
  const [found] = await query(`SELECT polname, relname FROM pg_policy JOIN pg_class t ON t.oid = polrelid
    WHERE 0 = ANY (polroles) LIMIT 1`);
  return found
    ? `The policy ${found.polname} on ${found.relname} holds for PUBLIC, that is for every role. Drop it.`
    : null;
}

/** First releases without the holes that let a role change survive in a plan or a policy be passed by (CVE-2024-10976, -10978). */
const FIRST_SAFE: Readonly<Record<number, number>> = { 15: 9, 16: 5, 17: 1 };

export async function refuseOldServer(query: Query): Promise<Reason> {
  const [row] = await query("SELECT current_setting('server_version_num')::int AS version");
  const version = Number(row?.version);
  const [major, minor] = [Math.floor(version / 10_000), version % 10_000];
  if (major > 17 || minor >= (FIRST_SAFE[major] ?? Infinity)) return null;
  return `PostgreSQL ${major}.${minor} is too old. It must be at least 15.9, 16.5 or 17.1.`;
}

export function refuseOldSchema(pending: readonly string[]): Reason {
  if (pending.length === 0) return null;
  return `The database lacks ${pending.length} migration(s), first ${pending[0]}. Run: OWNER_DATABASE_URL=… npx thaw migrate`;
}

const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Passphrases travel to this origin: encrypted, over Tor, or not over a network at all. */
export function refuseOpenOrigin(origin: string): Reason {
  const url = URL.canParse(origin) ? new URL(origin) : null;
  if (!url || url.origin !== origin)
    return `The origin "${origin}" must look like https://thaw.example.org, without a path.`;
  const safe =
    url.protocol === "https:" ||
    (url.protocol === "http:" && (url.hostname.endsWith(".onion") || LOOPBACK.test(url.hostname)));
  return safe
    ? null
    : `The origin ${origin} would carry passphrases in the open. Use https, an onion address, or loopback.`;
}
