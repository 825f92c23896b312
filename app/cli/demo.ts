import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { DemoAccount, DemoReceipt } from "#app/cli/demo/world.ts";
import { randomToken } from "#app/platform/crypto/random.server.ts";
import { type Env, readEnv, setEnv } from "#app/platform/env.server.ts";
import { refuseTakenPort } from "#app/platform/http/listen.ts";
import { openInstallation } from "#app/platform/installation.server.ts";

export const summary = "Fill a fresh directory with a demonstration and serve it";
export const usage = `
Usage: npx thaw demo [--cases N] [--seed S] [--no-serve]

  --cases N    add N synthetic cases (0 to 1,000,000) to the public incidents (default 400; with fewer there is no second
               edition of the briefing)
  --seed S     whole number that makes the synthetic cases; the same seed gives the same cases (default 1)
  --no-serve   only fill the directory

DATA_DIR chooses the directory; without it a new one is made. A directory that holds a demonstration already is served
again as it is. Keys, passphrases and codes are as in real life; demo-accounts.json in the directory lists them.
`;

const ACCOUNTS = "demo-accounts.json";
/** Beside it, for the list of accounts holds accounts alone. */
const RECEIPT = "demo-receipt.json";

export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) return refuseArguments();
  const settings = demoSettings();
  setEnv(settings);
  if (options.serve) await refuseTakenPort(settings);
  const isNew = !existsSync(join(settings.DATA_DIR, ACCOUNTS));
  if (isNew) await fill(settings, options);
  else process.stdout.write(`The demonstration in ${settings.DATA_DIR} is served again.\n`);
  printTable(JSON.parse(readFileSync(join(settings.DATA_DIR, ACCOUNTS), "utf8")) as DemoAccount[], settings);
  printReceipt(settings);
  if (options.serve) await (await import("./serve.ts")).run([]);
  return 0;
}

interface Options {
  readonly cases: number;
  readonly seed: number;
  readonly serve: boolean;
}

function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        cases: { type: "string", default: "400" },
        seed: { type: "string", default: "1" },
        serve: { type: "boolean", default: true },
        "no-serve": { type: "boolean", default: false },
      },
    });
    const [cases, seed] = [Number(values.cases), Number(values.seed)];
    const isWhole = Number.isInteger(cases) && Number.isInteger(seed) && cases >= 0 && cases <= 1_000_000 && seed >= 0;
    return isWhole ? { cases, seed, serve: values.serve && !values["no-serve"] } : null;
  } catch {
    return null;
  }
}

function refuseArguments(): number {
  process.stderr.write(`${usage.trim()}\n`);
  return 2;
}

/** Settings of the demonstration: its own directory, its own secrets, and the banner. */
function demoSettings(): Env {
  const dataDir = process.env.DATA_DIR || mkdtempSync(join(tmpdir(), "thaw-demo-"));
  mkdirSync(dataDir, { recursive: true });
  const secretsFile = join(dataDir, "demo-secrets.env");
  if (!existsSync(secretsFile)) {
    writeFileSync(secretsFile, `PEPPER=${randomToken()}\nDIRECTORY_KEY=${randomToken()}\n`, { mode: 0o600 });
  }
  return readEnv({ ...process.env, DATA_DIR: dataDir, SECRETS_FILE: secretsFile, DEMO: "1" });
}

async function fill(settings: Env, { cases, seed }: Options): Promise<void> {
  process.stdout.write(`Filling ${settings.DATA_DIR}; this takes a minute or two …\n`);
  const { buildDemo } = await import("#app/cli/demo/world.ts");
  const { close } = await openInstallation(settings);
  try {
    const { accounts, receipt, surveyCode } = await buildDemo({ cases, seed });
    keep(settings, RECEIPT, { ...receipt, surveyCode });
    keep(settings, ACCOUNTS, accounts);
  } finally {
    await close();
  }
}

/** For its owner alone. */
function keep({ DATA_DIR }: Env, name: string, content: unknown): void {
  const file = join(DATA_DIR, name);
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}

/** The way in without an account, and the words of a report that came by it. */
function printReceipt({ DATA_DIR, PUBLIC_ORIGINS }: Env): void {
  const file = join(DATA_DIR, RECEIPT);
  if (!existsSync(file)) return;
  const { code, words, surveyCode } = JSON.parse(readFileSync(file, "utf8")) as DemoReceipt & { surveyCode?: string };
  process.stdout.write(`
Without an account: ${PUBLIC_ORIGINS[0]}/start/${code}
A report that was sent so opens at ${PUBLIC_ORIGINS[0]}/receipt with the words
    ${words}
`);
  if (surveyCode) process.stdout.write(`A survey is open at ${PUBLIC_ORIGINS[0]}/answer for the code ${surveyCode}\n`);
}

function printTable(accounts: readonly DemoAccount[], { DATA_DIR, PUBLIC_ORIGINS }: Env): void {
  const rows = accounts.map(({ role, handle, passphrase, totpSecret, organisation }) =>
    [role.padEnd(14), handle.padEnd(28), organisation ?? "", `\n    ${passphrase}\n    ${totpSecret}`].join(""),
  );
  process.stdout.write(`
Accounts: role, handle, and below each the passphrase and the secret for the code.
A code for a secret: npx thaw code SECRET

${rows.join("\n")}

The same list: ${join(DATA_DIR, ACCOUNTS)}
Address: ${PUBLIC_ORIGINS[0]}
`);
}
