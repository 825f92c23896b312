import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { projectRoot } from "#app/platform/db/project-root.server.ts";

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
  return readFileSync(join(projectRoot(), "prisma", "seed", `${file}.csv`), "utf8");
}

/** The rows of a reference file, by the names of its columns. */
export function readSeedRows(file: SeedFile): readonly SeedRow[] {
  return parse(readSeedText(file), { columns: true, bom: true, skip_empty_lines: true });
}
