import { parseArgs } from "node:util";
import { withDatabase } from "#app/cli/installation/with-database.ts";

export const summary = "Make the first people, the first team and all keys; prints their secrets once";
export const usage = `
Usage: npx thaw setup [--team LABEL] [--walled-team LABEL]

  --team LABEL         name of the first team (default: Coordination); the same in all languages, so better a name
                       than a description
  --walled-team LABEL  name of the team that takes cases with a listed party; what it is for, the pages say
                       (default: the first team's, with " 2")

Makes two guardians, two coordinators and an administrator. Prints for each a handle, a passphrase, a recovery sheet
and an authenticator secret, and three escrow sheets of which any two open the escrow. They are shown this once and
stored nowhere: print the output, cut it, and hand each part to its person.

PEPPER and DIRECTORY_KEY are made and written to SECRETS_FILE (mode 0600) where they are not set. Keep a copy of that
file apart from the data: without it nobody can sign in any more.
`;

const DEFAULT_LABEL = "Coordination";

export async function run(args: readonly string[]): Promise<number> {
  const options = { team: { type: "string" }, "walled-team": { type: "string" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const label = values.team || DEFAULT_LABEL;
  const walledLabel = values["walled-team"] || `${label} 2`;
  return withDatabase(async ({ isSetUp }) => {
    if (isSetUp) throw new Error("This installation is set up already. Nothing was changed.");
    const { keepSecrets } = await import("#app/cli/setup/secrets-file.ts");
    const { setUpInstallation } = await import("#app/features/accounts/set-up.server.ts");
    const { sheets } = await import("#app/cli/setup/sheets.ts");
    const written = keepSecrets();
    const made = await setUpInstallation({ label, walledLabel });
    if (!made.ok) throw new Error("This installation is set up already. Nothing was changed.");
    process.stdout.write(sheets(made.value));
    if (written) process.stderr.write(`PEPPER and DIRECTORY_KEY were written to ${written}. Keep a copy elsewhere.\n`);
    return 0;
  });
}
