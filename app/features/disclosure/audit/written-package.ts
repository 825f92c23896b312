import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";

/** What anybody can read in a package: its tables and how its codes add up. Nothing here knows how they were made. */
export interface WrittenPackage {
  readonly edition: string;
  readonly tables: readonly WrittenTable[];
  /** additions of codes, by dimension: parent and children */
  readonly splits: ReadonlyMap<string, readonly WrittenSplit[]>;
  readonly roots: ReadonlyMap<string, string>;
}

export type WrittenSplit = readonly [parent: string, children: readonly string[]];

export interface WrittenTable {
  readonly id: string;
  /** `sum:amount` for the sum of a column */
  readonly measure: string;
  readonly dimensions: readonly string[];
  readonly where: Readonly<Record<string, string>>;
  readonly overlapping: readonly string[];
  readonly rounding: { readonly base?: number | undefined; readonly significant?: number | undefined } | null;
  readonly cells: readonly { readonly codes: readonly string[]; readonly value: number | null }[];
}

const table = z.object({
  kind: z.literal("table"),
  measure: z.string(),
  of: z.string().optional(),
  edition: z.string(),
  dimensions: z.array(z.string()),
  where: z.record(z.string(), z.string()),
  overlapping: z.array(z.string()).default([]),
  rounding: z.object({ base: z.number().optional(), significant: z.number().optional() }).nullable(),
});
const codes = z.object({ kind: z.literal("codes"), dimension: z.string() });
const descriptor = z.object({
  resources: z.array(z.object({ name: z.string(), path: z.string(), sdc: z.union([table, codes]) })),
});

/** @throws Error where a file is missing or not what the package says: nothing can then be said about it */
export function readPackage(files: PackageFiles): WrittenPackage {
  const { resources } = descriptor.parse(JSON.parse(textAt(files, "datapackage.json")));
  const tables: WrittenTable[] = [];
  const splits = new Map<string, WrittenSplit[]>();
  const roots = new Map<string, string>();
  let edition = "";
  for (const { name, path, sdc } of resources) {
    const rows = parse(textAt(files, path), { columns: true }) as Record<string, string>[];
    if (sdc.kind === "codes") {
      const own = splits.get(sdc.dimension) ?? [];
      const all = [...own, ...splitsIn(rows)];
      splits.set(sdc.dimension, [...new Map(all.map((split) => [JSON.stringify(split), split])).values()]);
      roots.set(sdc.dimension, rows.find(({ parent }) => parent === "")?.code ?? "");
      continue;
    }
    edition = sdc.edition;
    const cells = rows.map((row) => ({
      codes: sdc.dimensions.map((dimension) => row[dimension] ?? ""),
      value: row.value ? Number(row.value) : null,
    }));
    tables.push({ id: name, ...sdc, measure: sdc.of ? `${sdc.measure}:${sdc.of}` : sdc.measure, cells });
  }
  return { edition, tables, splits, roots };
}

function splitsIn(rows: readonly Record<string, string>[]): WrittenSplit[] {
  const parents = [...new Set(rows.map(({ parent }) => parent ?? ""))].filter(Boolean);
  return parents.map((parent) => [parent, rows.filter((row) => row.parent === parent).map(({ code }) => code ?? "")]);
}

function textAt(files: PackageFiles, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`the package has no ${path}`);
  return text;
}
