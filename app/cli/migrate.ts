import { parseArgs } from "node:util";
import { env } from "#app/platform/env.server.ts";

export const summary = "Bring the database to this version";
export const usage = `
Usage: npx thaw migrate [--bootstrap]

  --bootstrap   first make the database roles, or put them right; once for each PostgreSQL server and database

PostgreSQL: signs in with OWNER_DATABASE_URL, the address of app_owner, which no other command reads. --bootstrap
signs in with ADMIN_DATABASE_URL, the address of an administrator of the server; passwords that stand in
OWNER_DATABASE_URL and DATABASE_URL are given to app_owner and app_login. The role app_backup gets none.

Embedded database: migrates the one in DATA_DIR; "thaw serve" does the same when it starts.
`;

export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { bootstrap: { type: "boolean" } } });
  const { migrate } = await import("#app/platform/db/migrate.server.ts");
  if (values.bootstrap) await bootstrap();
  if (values.bootstrap && !env().OWNER_DATABASE_URL) return 0;
  const { applied } = await migrate(config());
  const names = applied.map((name) => `  ${name}\n`).join("");
  process.stdout.write(applied.length === 0 ? "The database is at this version.\n" : `Applied:\n${names}`);
  return 0;
}

function config() {
  const { OWNER_DATABASE_URL, DATABASE_URL, DATA_DIR } = env();
  if (OWNER_DATABASE_URL) return { kind: "postgresql", url: OWNER_DATABASE_URL } as const;
  if (DATABASE_URL) throw new Error("OWNER_DATABASE_URL is missing: DATABASE_URL has no right to change the database.");
  return { kind: "embedded", dataDir: DATA_DIR } as const;
}

async function bootstrap(): Promise<void> {
  const { ADMIN_DATABASE_URL, OWNER_DATABASE_URL, DATABASE_URL } = env();
  if (!ADMIN_DATABASE_URL)
    throw new Error("ADMIN_DATABASE_URL is missing: an address of the database as an administrator of its server.");
  const { bootstrapRoles } = await import("#app/platform/db/migrate.server.ts");
  await bootstrapRoles(ADMIN_DATABASE_URL, {
    owner: passwordOf(OWNER_DATABASE_URL, "app_owner"),
    login: passwordOf(DATABASE_URL, "app_login"),
  });
  process.stdout.write("The database roles are in place.\n");
}

/** Only a password that is meant for this role. */
function passwordOf(address: string | undefined, role: string): string | undefined {
  const url = address ? new URL(address) : null;
  return url?.username === role && url.password ? decodeURIComponent(url.password) : undefined;
}
