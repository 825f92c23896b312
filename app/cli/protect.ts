import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { InputError } from "#app/features/disclosure/input/input-error.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import type { HeldTable } from "#app/features/disclosure/protect-outcome.ts";

export const summary = "Turn microdata into tables from which nobody can be worked back";
export const usage = `
Usage: npx thaw protect --microdata FILE.csv --spec SPEC.json --out DIR [--ledger LEDGER.json]

  --microdata FILE   one row a case or an answer, with record_id and organisation
  --spec FILE        dimensions, tables and rules of the release
  --out DIR          a folder that is empty or not there yet
  --ledger FILE      everything released before: it binds this release, which is added to it; made if it is not there

Writes DIR/datapackage.json with its tables, codes, README.md and certificate.json, and beside it DIR.guardian.json, which
is never published; nor is the ledger. Where the audit does not pass, nothing is written into DIR, and the guardian's file says why.

Exit status: 0 released, 2 bad input, 3 held.
`;

export async function run(args: readonly string[]): Promise<number> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ args: [...args], options: { microdata: text, spec: text, out: text, ledger: text } });
  const { microdata, spec, out, ledger } = values;
  if (!microdata || !spec || !out)
    return bad(["--microdata, --spec and --out are required. Try: npx thaw protect --help"]);
  const missing = [microdata, spec].filter((file) => !existsSync(file));
  if (missing.length > 0) return bad(missing.map((file) => `there is no file ${file}`));
  const folder = resolve(out);
  if (existsSync(folder) && readdirSync(folder).length > 0) return bad([`${out} is not empty`]);
  return protect(microdata, spec, folder, ledger);
}

async function protect(microdata: string, spec: string, folder: string, ledgerFile?: string): Promise<number> {
  const { readRelease } = await import("#app/features/disclosure/input/release-request.ts");
  const text = readFileSync(spec, "utf8");
  const descriptors = earlierNamedIn(text).map((path) => resolve(dirname(spec), path));
  const gone = descriptors.filter((path) => !existsSync(path));
  if (gone.length > 0) return bad(gone.map((path) => `there is no earlier package ${path}`));
  const { NO_ENTRIES, countedBefore, hasRelease, ledgerText, packagesIn, readLedger, withRelease } = await import(
    "#app/features/disclosure/editions/ledger.server.ts"
  );
  const isBegun = ledgerFile !== undefined && existsSync(ledgerFile);
  const ledger = isBegun ? readLedger(readFileSync(ledgerFile, "utf8"), basename(ledgerFile)) : null;
  if (ledger && !ledger.ok) return badCells(ledger.errors);
  const before = ledger?.value ?? NO_ENTRIES;
  const read = readRelease({
    specification: text,
    microdata: readFileSync(microdata, "utf8"),
    earlier: [...packagesIn(before), ...descriptors.map((path) => filesIn(dirname(path)))],
    date: new Date().toISOString().slice(0, 10),
    names: { specification: basename(spec), microdata: basename(microdata) },
  });
  if (!read.ok) return badCells(read.errors);
  const input = { ...read.value, records: countedBefore(read.value.records, before) };
  if (hasRelease(before, input.spec.release)) return bad([`the ledger holds a release ${input.spec.release} already`]);

  const { protectInWorker } = await import("#app/features/disclosure/protect-in-worker.server.ts");
  const outcome = await protectInWorker(input);
  writeSealed(`${folder}.guardian.json`, `${JSON.stringify(outcome.guardian, null, 2)}\n`);
  if (outcome.kind === "held") return heldBecause(outcome.guardian.held);
  writePackage(folder, outcome.files);
  if (ledgerFile) writeSealed(ledgerFile, ledgerText(withRelease(before, input, outcome)));
  const { published, withheld } = outcome.certificate.cells;
  process.stdout.write(
    `Released: ${published} figures, ${withheld} withheld. The guardian's report is beside the folder.\n`,
  );
  return 0;
}

function writePackage(folder: string, files: PackageFiles): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** For the guardian's eyes: reasons, intervals and seeds undo what the marks protect. A file is replaced whole or not. */
function writeSealed(file: string, text: string): void {
  mkdirSync(dirname(resolve(file)), { recursive: true });
  const beside = `${file}.new`;
  writeFileSync(beside, text, { mode: 0o600 });
  // The mode above holds for a new file only.
  chmodSync(beside, 0o600);
  renameSync(beside, file);
}

/** Where a specification names none, or cannot be read, nothing is looked for: what is wrong with it is said later. */
function earlierNamedIn(text: string): string[] {
  try {
    const { earlier } = JSON.parse(text) as { earlier?: unknown };
    return Array.isArray(earlier) ? earlier.filter((path) => typeof path === "string") : [];
  } catch {
    return [];
  }
}

function filesIn(folder: string): PackageFiles {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:csv|json)$/.test(name),
  );
  return new Map(names.sort().map((name) => [name.replaceAll("\\", "/"), readFileSync(join(folder, name), "utf8")]));
}

function heldBecause(held: readonly HeldTable[]): number {
  process.stderr.write("Held: nothing was released.\n");
  process.stderr.write(held.map(({ table, reason }) => `table ${table}: ${reason}\n`).join(""));
  return 3;
}

async function badCells(errors: readonly InputError[]): Promise<number> {
  const { sentenceOf } = await import("#app/features/disclosure/input/input-error.ts");
  return bad(errors.map(sentenceOf));
}

function bad(sentences: readonly string[]): number {
  process.stderr.write("Nothing was written.\n");
  process.stderr.write(sentences.map((sentence) => `${sentence}\n`).join(""));
  return 2;
}
