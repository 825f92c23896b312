import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";

export type SeedRow = Readonly<Record<string, string>>;

export const SEED_FILES = [
  "asp-sessions",
  "former-states-parties",
  "measures",
  "payment-reason-codes",
  "protections",
  "public-incidents",
  "states-parties",
  "survey-benchmarks",
  "taxonomy",
] as const;
export type SeedFile = (typeof SEED_FILES)[number];

/** The text of a reference file under `prisma/seed`. */
export function readSeedText(file: SeedFile): string {
  return readFileSync(join(seedDirectory(), `${file}.csv`), "utf8");
}

/** The rows of a reference file, by the names of its columns. */
export function readSeedRows(file: SeedFile): readonly SeedRow[] {
  return parse(readSeedText(file), { columns: true, bom: true, skip_empty_lines: true });
}

let found: string | undefined;

// This file runs from `app/` under the commands and from `build/server/` once built; both stand below the same root.
function seedDirectory(): string {
  found ??= ancestors(dirname(fileURLToPath(import.meta.url)))
    .map((directory) => join(directory, "prisma", "seed"))
    .find((directory) => existsSync(join(directory, "taxonomy.csv")));
  if (!found) throw new Error("prisma/seed is missing from this installation");
  return found;
}

function ancestors(directory: string): readonly string[] {
  const parent = dirname(directory);
  return parent === directory ? [directory] : [directory, ...ancestors(parent)];
}
