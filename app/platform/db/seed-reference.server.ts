import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { projectRoot } from "./project-root.server.ts";
import type { Query } from "./query.ts";

/** The lists in `prisma/seed/<list>.csv` and the columns that name an entry, joined by `/` where it takes several. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  "asp-sessions": ["session"],
  "former-states-parties": ["iso2"],
  measures: ["code"],
  "payment-reason-codes": ["code"],
  protections: ["code"],
  "states-parties": ["iso2"],
  "survey-benchmarks": ["study", "year", "base", "measure"],
  taxonomy: ["list", "code"],
};

interface Entry {
  readonly list: string;
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

/**
 * Loads the reference lists, as often as one likes: entries are added and brought up to date, never taken away.
 * Version 1 is the seed's own. Whoever edits an entry raises its version, and from then on the seed leaves it alone.
 */
export async function seedReference(query: Query): Promise<void> {
  const entries = (await Promise.all(Object.keys(LISTS).map(readList))).flat();
  await query(
    `INSERT INTO public.reference_entries AS entry (list, code, version, data)
     SELECT list, code, 1, data FROM jsonb_to_recordset($1::text::jsonb) AS seed (list text, code text, data jsonb)
     ON CONFLICT (list, code) DO UPDATE SET data = excluded.data
     WHERE entry.version = 1 AND entry.data IS DISTINCT FROM excluded.data`,
    [JSON.stringify(entries)],
  );
}

/** @throws Error naming file and entry where a code is empty or comes twice */
async function readList(list: string): Promise<Entry[]> {
  const file = join(projectRoot(), "prisma", "seed", `${list}.csv`);
  if (!existsSync(file)) return [];
  const rows = parse(await readFile(file), { columns: true, bom: true, skip_empty_lines: true }) as Entry["data"][];
  const entries = rows.map((data) => ({
    list,
    code: LISTS[list]!.map((column) => data[column] ?? "").join("/"),
    data,
  }));
  const codes = new Set<string>();
  for (const { code } of entries) {
    if (!code || codes.has(code)) throw new Error(`prisma/seed/${list}.csv: code "${code}" is empty or comes twice.`);
    codes.add(code);
  }
  return entries;
}
