import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { randomToken } from "#app/platform/crypto/random.server.ts";
import { type Env, env } from "#app/platform/env.server.ts";
import { setInstanceSecrets } from "#app/platform/instance-secrets.server.ts";

/**
 * Makes the installation's two secrets where they are not set, puts them to use, and writes them down first: data made
 * with secrets that nobody has kept is lost.
 * @returns the file written to, or null where both were set
 */
export function keepSecrets(settings: Env = env()): string | null {
  const { PEPPER, DIRECTORY_KEY, SECRETS_FILE, DATA_DIR } = settings;
  if (PEPPER && DIRECTORY_KEY) return null;
  if (!relative(DATA_DIR, SECRETS_FILE).startsWith(".."))
    throw new Error(
      "SECRETS_FILE lies inside DATA_DIR: whoever copies the data would have the secrets too. Move it out.",
    );
  const made = { PEPPER: PEPPER ?? randomToken(), DIRECTORY_KEY: DIRECTORY_KEY ?? randomToken() };
  const missing = Object.entries(made).filter(([name]) => !settings[name as keyof typeof made]);
  const lines = missing.map(([name, value]) => `${name}=${value}\n`).join("");
  writeFileSync(SECRETS_FILE, endedLines(SECRETS_FILE) + lines, { mode: 0o600 });
  chmodSync(SECRETS_FILE, 0o600);
  setInstanceSecrets({ pepper: made.PEPPER, directoryKey: made.DIRECTORY_KEY });
  return SECRETS_FILE;
}

/** What stands in the file already, such as one of the two. */
function endedLines(file: string): string {
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  return before && !before.endsWith("\n") ? `${before}\n` : before;
}
