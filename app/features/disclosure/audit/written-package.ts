import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";

/** What anybody can read in a package: its tables and how its codes add up. Nothing here knows how they were made. */
export interface WrittenPackage {
  readonly edition: string;
  readonly tables: readonly WrittenTable[];
  readonly shares: readonly WrittenShare[];
  readonly medians: readonly WrittenMedian[];
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

/** Percentages, and in which table each side stands. */
export interface WrittenShare extends WrittenBands {
  readonly part: string;
  readonly whole: string;
}

/** Quantiles of a column beside the numbers of another table. */
export interface WrittenMedian extends WrittenBands {
  readonly of: string;
  readonly beside: string;
  readonly quantile: number;
}

interface WrittenBands {
  readonly dimensions: readonly string[];
  /** null where it is withheld */
  readonly cells: readonly { readonly codes: readonly string[]; readonly band: Ends | null }[];
}

/** An end that is missing is as far as can be. */
export type Ends = readonly [least: number, most: number];

const table = z.object({
  kind: z.literal("table"),
  measure: z.string(),
  of: z.string().optional(),
  edition: z.string(),
  dimensions: z.array(z.string()),
  where: z.record(z.string(), z.string()),
  overlapping: z.array(z.string()).default([]),
  part: z.string().default(""),
  whole: z.string().default(""),
  beside: z.string().default(""),
  quantile: z.number().default(0.5),
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
  const shares: WrittenShare[] = [];
  const medians: WrittenMedian[] = [];
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
    const codesIn = (row: Record<string, string>) => sdc.dimensions.map((dimension) => row[dimension] ?? "");
    const bands = rows.map((row) => ({ codes: codesIn(row), band: row.conf_status ? null : endsIn(row) }));
    if (sdc.measure === "share") shares.push({ ...sdc, cells: bands });
    else if (sdc.measure === "medianBand") medians.push({ ...sdc, of: sdc.of ?? "", cells: bands });
    else {
      const cells = rows.map((row) => ({ codes: codesIn(row), value: valueIn(row) }));
      tables.push({ id: name, ...sdc, measure: sdc.of ? `${sdc.measure}:${sdc.of}` : sdc.measure, cells });
    }
  }
  return { edition, tables, shares, medians, splits, roots };
}

const endsIn = ({ lo, hi }: Record<string, string>): Ends => [
  Number(lo ?? 0),
  hi ? Number(hi) : Number.POSITIVE_INFINITY,
];

/** What cannot exist is nothing, and everybody knows it. */
function valueIn({ value, obs_status: status }: Record<string, string>): number | null {
  if (status === "m") return 0;
  return value ? Number(value) : null;
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
