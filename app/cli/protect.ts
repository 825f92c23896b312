import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { InputError } from "#app/features/disclosure/input/input-error.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import type { GuardianReport, HeldTable } from "#app/features/disclosure/protect.server.ts";

export const summary = "Turn microdata into tables from which nobody can be worked back";
export const usage = `
Usage: npx thaw protect --microdata FILE.csv --spec SPEC.json --out DIR

  --microdata FILE   one row a case or an answer, with record_id and organisation
  --spec FILE        dimensions, tables and rules of the release
  --out DIR          a folder that is empty or not there yet

Writes DIR/datapackage.json with its tables, codes, README.md and certificate.json, and beside it DIR.guardian.json, which
is never published. Where the audit does not pass, nothing is written into DIR, and the guardian's file says why.

Exit status: 0 released, 2 bad input, 3 held.
`;

export async function run(args: readonly string[]): Promise<number> {
  const options = { microdata: { type: "string" }, spec: { type: "string" }, out: { type: "string" } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const { microdata, spec, out } = values;
  if (!microdata || !spec || !out)
    return bad(["--microdata, --spec and --out are required. Try: npx thaw protect --help"]);
  const missing = [microdata, spec].filter((file) => !existsSync(file));
  if (missing.length > 0) return bad(missing.map((file) => `there is no file ${file}`));
  const folder = resolve(out);
  if (existsSync(folder) && readdirSync(folder).length > 0) return bad([`${out} is not empty`]);
  return protect(microdata, spec, folder);
}

async function protect(microdata: string, spec: string, folder: string): Promise<number> {
  const { readSpecification } = await import("#app/features/disclosure/input/specification.ts");
  const { treesOf } = await import("#app/features/disclosure/input/specification-checks.ts");
  const { readMicrodata } = await import("#app/features/disclosure/input/microdata.ts");
  const specification = readSpecification(readFileSync(spec, "utf8"), basename(spec));
  if (!specification.ok) return badCells(specification.errors);
  const trees = treesOf(specification.value, basename(spec));
  if (!trees.ok) return badCells(trees.errors);
  const records = readMicrodata(readFileSync(microdata, "utf8"), basename(microdata), specification.value, trees.value);
  if (!records.ok) return badCells(records.errors);
  const descriptors = specification.value.earlier.map((path) => resolve(dirname(spec), path));
  const gone = descriptors.filter((path) => !existsSync(path));
  if (gone.length > 0) return bad(gone.map((path) => `there is no earlier package ${path}`));

  const { protectInWorker } = await import("#app/features/disclosure/protect-in-worker.server.ts");
  const outcome = await protectInWorker({
    spec: specification.value,
    trees: trees.value,
    records: records.value,
    earlier: descriptors.map((path) => filesIn(dirname(path))),
    date: new Date().toISOString().slice(0, 10),
  });
  writeGuardian(`${folder}.guardian.json`, outcome.guardian);
  if (outcome.kind === "held") return heldBecause(outcome.guardian.held);
  writePackage(folder, outcome.files);
  const { published, withheld } = countsIn(outcome.files);
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

/** For the guardian's eyes: reasons and intervals undo what the marks protect. */
function writeGuardian(file: string, report: GuardianReport): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  // The mode above holds for a new file only.
  chmodSync(file, 0o600);
}

function countsIn(files: PackageFiles): { published: number; withheld: number } {
  return (JSON.parse(files.get("certificate.json") ?? "{}") as { cells: { published: number; withheld: number } })
    .cells;
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
