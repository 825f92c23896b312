import type { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { DATABASE_ROLES } from "./database-config.ts";

/** Roles that requests step into, and `none`, which may do nothing. */
const CONTEXT_ROLES = [...DATABASE_ROLES, "none"].map((role) => `app_${role}`);

/** Roles that a program signs in as: migrations, the web process, the dump. */
const LOGIN_ROLES = ["app_owner", "app_login", "app_backup"] as const;

/** Passwords of the three logins; one left out leaves what the server has, so that certificates or peers work too. */
export interface LoginPasswords {
  readonly owner?: string | undefined;
  readonly login?: string | undefined;
  readonly backup?: string | undefined;
}

/** The embedded database has one superuser session; the roles exist there for grants and policies alone. */
export async function bootstrapEmbeddedRoles(database: PGlite): Promise<void> {
  const { rows } = await database.query("SELECT 1 FROM pg_roles WHERE rolname = 'app_none'");
  if (rows.length === 0) await database.exec([...CONTEXT_ROLES, ...LOGIN_ROLES].map(createRole).join("\n"));
}

/**
 * Makes every role on a PostgreSQL server, or puts it right where it exists, and lets `app_owner` build in this database.
 * @param adminUrl  an administrator's address of the database that Thaw will use
 */
export async function bootstrapRoles(adminUrl: string, passwords: LoginPasswords = {}): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    // Roles belong to the whole server: two bootstraps at once would meet.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('thaw.bootstrap'))");
    await client.query([...CONTEXT_ROLES, ...LOGIN_ROLES].map(createRole).join("\n"));
    await client.query(ATTRIBUTES);
    await client.query(DATABASE_RIGHTS);
    for (const [name, password] of Object.entries(passwords)) if (password) await setPassword(client, name, password);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

const createRole = (role: string) => `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role} NOLOGIN NOINHERIT; END IF;
END $$;`;

const PLAIN = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";

const ATTRIBUTES = `
${CONTEXT_ROLES.map((role) => `ALTER ROLE ${role} NOLOGIN ${PLAIN};`).join("\n")}
${LOGIN_ROLES.map((role) => `ALTER ROLE ${role} LOGIN ${PLAIN};`).join("\n")}
-- NOINHERIT: the web process can step into these roles and, until it does, has no right at all.
GRANT ${CONTEXT_ROLES.join(", ")} TO app_login;
`;

const DATABASE_RIGHTS = `DO $$ BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${LOGIN_ROLES.join(", ")}', current_database());
  EXECUTE format('GRANT CREATE ON DATABASE %I TO app_owner', current_database());
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  GRANT USAGE, CREATE ON SCHEMA public TO app_owner WITH GRANT OPTION;
END $$;`;

/** The password travels as a parameter, because a server may log statements. */
async function setPassword(client: pg.Client, name: string, password: string): Promise<void> {
  await client.query("SELECT set_config('thaw.password', $1, true)", [password]);
  await client.query(
    `DO $$ BEGIN EXECUTE format('ALTER ROLE app_${name} PASSWORD %L', current_setting('thaw.password')); END $$`,
  );
}
