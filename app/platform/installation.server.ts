import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { keyCheckValue } from "#app/platform/crypto/directory.server.ts";
import { randomToken } from "#app/platform/crypto/random.server.ts";
import { closeDatabase, type DatabaseConfig, openDatabase } from "#app/platform/db/database.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { startRefusals } from "#app/platform/db/start-refusals.server.ts";
import type { Env } from "./env.server.ts";
import { directoryKey, pepper, setInstanceSecrets } from "./instance-secrets.server.ts";

/** The row in settings that `thaw setup` writes last. Check values tell the right secrets from others and reveal neither. */
export interface Installation {
  readonly pepperCheck: string;
  readonly directoryKeyCheck: string;
  /** base64url, the one salt of all receipts */
  readonly receiptSalt: string;
}

export const INSTALLATION = "installation";

export interface OpenInstallation {
  /** false until `thaw setup` has run */
  readonly isSetUp: boolean;
  readonly close: () => Promise<void>;
}

/**
 * Opens the database and takes the two secrets, for the server and for every command.
 * @throws Error with one line for each thing that stands against it
 */
export async function openInstallation(env: Env): Promise<OpenInstallation> {
  const config = databaseConfig(env);
  const refusals = await startRefusals(config, env.PUBLIC_ORIGINS);
  if (refusals.length > 0) throw new Error(refusals.join("\n"));
  await openDatabase(config);
  try {
    const installation = await findInstallation();
    takeSecrets(env, installation);
    return { isSetUp: installation !== null, close: closeDatabase };
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

export function databaseConfig(env: Env): DatabaseConfig {
  return env.DATABASE_URL
    ? { kind: "postgresql", url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE }
    : { kind: "embedded", dataDir: env.DATA_DIR };
}

async function findInstallation(): Promise<Installation | null> {
  const row = await inContext({ role: "job" }, (tx) => tx.setting.findUnique({ where: { key: INSTALLATION } }));
  return row ? (row.value as unknown as Installation) : null;
}

function takeSecrets({ PEPPER, DIRECTORY_KEY, SECRETS_FILE }: Env, installation: Installation | null): void {
  if (!PEPPER || !DIRECTORY_KEY) {
    if (installation) throw new Error(`PEPPER and DIRECTORY_KEY are missing; thaw setup wrote them to ${SECRETS_FILE}`);
    // Nothing is stored yet that would need the right ones; forms need some.
    setInstanceSecrets({ pepper: PEPPER ?? randomToken(), directoryKey: DIRECTORY_KEY ?? randomToken() });
    return;
  }
  setInstanceSecrets({ pepper: PEPPER, directoryKey: DIRECTORY_KEY });
  if (!installation) return;
  const { pepperCheck, directoryKeyCheck } = secretChecks();
  if (pepperCheck !== installation.pepperCheck) throw new Error("PEPPER is not the one this data was made with");
  if (directoryKeyCheck !== installation.directoryKeyCheck)
    throw new Error("DIRECTORY_KEY is not the one this data was made with");
}

/** What `thaw setup` stores of the secrets in use. */
export function secretChecks(): Pick<Installation, "pepperCheck" | "directoryKeyCheck"> {
  return {
    pepperCheck: base64UrlOf(keyCheckValue(pepper(), "pepper")),
    directoryKeyCheck: base64UrlOf(keyCheckValue(directoryKey(), "directory-key")),
  };
}
