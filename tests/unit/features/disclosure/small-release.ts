import { type MicroRecord, readMicrodata } from "#app/features/disclosure/input/microdata.ts";
import { readSpecification, type Specification } from "#app/features/disclosure/input/specification.ts";
import { type Trees, treesOf } from "#app/features/disclosure/input/specification-checks.ts";

/** A specification as somebody would write it, with what a test wants different. */
export function specText(overrides: Record<string, unknown> = {}): string {
  return JSON.stringify({
    release: "2026-asp25",
    seed: "kept with the release",
    dimensions: {
      country: {
        column: "country",
        total: "ALL",
        sums: [
          ["ALL", ["AFR", "APA"]],
          ["AFR", ["KE", "UG"]],
          ["APA", ["JP"]],
        ],
        coarsen: ["leaf", "region", "total"],
      },
      outcome: { column: "outcome", total: "ALL", sums: [["ALL", ["resolved", "closed"]]] },
    },
    tables: [{ id: "cases-by-country-outcome", measure: "cases", dimensions: ["country", "outcome"] }],
    rules: { cost: { jitter: 0 } },
    ...overrides,
  });
}

export function readSpec(overrides: Record<string, unknown> = {}): { spec: Specification; trees: Trees } {
  const spec = readSpecification(specText(overrides), "SPEC.json");
  if (!spec.ok) throw new Error(JSON.stringify(spec.errors));
  const trees = treesOf(spec.value, "SPEC.json");
  if (!trees.ok) throw new Error(JSON.stringify(trees.errors));
  return { spec: spec.value, trees: trees.value };
}

/** What is wrong with a specification, as field and reason. */
export function refusalsOf(overrides: Record<string, unknown>): string[] {
  const read = readSpecification(specText(overrides), "SPEC.json");
  const trees = read.ok ? treesOf(read.value, "SPEC.json") : read;
  return trees.ok ? [] : trees.errors.map(({ column, reason }) => `${column}: ${reason}`);
}

/** Rows of microdata: organisation, country, outcome, and how many cases. */
export type Rows = readonly (readonly [organisation: string, country: string, outcome: string, times?: number])[];

export function microdataText(rows: Rows): string {
  const lines = rows.flatMap(([organisation, country, outcome, times = 1]) =>
    Array.from({ length: times }, () => `${organisation},${country},${outcome}`),
  );
  return ["record_id,organisation,country,outcome", ...lines.map((line, place) => `${place + 1},${line}`), ""].join(
    "\n",
  );
}

export function recordsOf(rows: Rows, { spec, trees }: { spec: Specification; trees: Trees }): MicroRecord[] {
  const read = readMicrodata(microdataText(rows), "cases.csv", spec, trees);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.value;
}

/** Organisations `from` to `to`, one row each. */
export function organisations(from: number, to: number, country: string, outcome: string, times = 1): Rows {
  return Array.from({ length: to - from + 1 }, (_, place) => [`o${from + place}`, country, outcome, times] as const);
}
