import { z } from "zod";
import type { Read } from "#app/features/disclosure/input/input-error.ts";
import { readSpecification, type Specification } from "#app/features/disclosure/input/specification.ts";
import { type Trees, treesOf } from "#app/features/disclosure/input/specification-checks.ts";

/** What stands in an extract besides what a release needs. */
export interface ExtractSpec {
  /** by these a row might be known to somebody who knows its organisation */
  readonly quasiIdentifiers: readonly string[];
  /** what nobody should learn from having known a row */
  readonly sensitive: readonly string[];
  /** columns of money, and the ends of the bands in which they are said */
  readonly bands: Readonly<Record<string, readonly number[]>>;
  readonly spec: Specification;
  readonly trees: Trees;
}

const own = z.object({
  quasiIdentifiers: z.array(z.string()).min(1).max(8),
  sensitive: z.array(z.string()).default([]),
  bands: z.record(z.string(), z.array(z.number().positive()).min(1)).default({}),
});

/**
 * Reads the specification of an extract: that of a release, with quasi-identifiers, sensitive facets and bands in place of
 * tables. What remains is checked as every specification is.
 */
export function readExtractSpec(text: string, file: string): Read<ExtractSpec> {
  const at = (column: string, reason: string) => ({ file, line: 0, column, reason });
  const json = parsed(text);
  const read = own.safeParse(json);
  if (!read.success || !json)
    return { ok: false, errors: [at("", "is not the specification of an extract: quasiIdentifiers are missing")] };
  const { quasiIdentifiers, sensitive, bands } = read.data;
  const { quasiIdentifiers: _, sensitive: __, bands: ___, ...rest } = json;
  const tables = [
    { id: "classes", measure: "cases", dimensions: quasiIdentifiers.slice(0, 6) },
    // Names the columns of money, so that they are read as numbers.
    ...Object.keys(bands).map((of, place) => ({
      id: `bands-${place}`,
      measure: "sum",
      of,
      dimensions: quasiIdentifiers.slice(0, 1),
    })),
  ];
  const spec = readSpecification(JSON.stringify({ ...rest, tables }), file);
  if (!spec.ok) return spec;
  const trees = treesOf(spec.value, file);
  if (!trees.ok) return trees;
  const unknown = [...quasiIdentifiers, ...sensitive].filter((name) => !trees.value.has(name));
  const both = sensitive.filter((name) => quasiIdentifiers.includes(name));
  const errors = [
    ...unknown.map((name) => at("quasiIdentifiers", `there is no dimension "${name}"`)),
    ...both.map((name) => at("sensitive", `"${name}" is a quasi-identifier too`)),
  ];
  if (errors.length > 0) return { ok: false, errors };
  return { ok: true, value: { quasiIdentifiers, sensitive, bands, spec: spec.value, trees: trees.value } };
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
