import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { combinations, type Measure, treeOf } from "./table-plan.ts";

/** What each organisation adds to a cell. The value of the cell is their sum. */
export type Contributions = ReadonlyMap<string, number>;

/** Codes in use, by dimension; a dimension that is missing stands at its total. */
export type CodesInUse = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Adds records up into every cell of the product of the codes in use.
 * @returns contributions by coordinates; a cell nobody stands in is missing
 */
export function contributionsOf(
  records: readonly MicroRecord[],
  measure: Measure,
  codes: CodesInUse,
  trees: Trees,
): Map<string, Map<string, number>> {
  const cells = new Map<string, Map<string, number>>();
  const names = [...codes.keys()].sort();
  for (const record of records) {
    const amount = amountOf(record, measure);
    // Whoever gave no amount stands behind no sum: others would seem to be more than they are.
    if (amount === 0) continue;
    const axes = names.map((name) => pathsOf(name, record, codes, trees));
    for (const parts of combinations(axes)) {
      const coordinates = parts.filter(Boolean).join("|");
      const cell = cells.get(coordinates) ?? new Map<string, number>();
      // An organisation counts once as an organisation, however many cases it has.
      cell.set(record.unit, measure === "organisations" ? 1 : (cell.get(record.unit) ?? 0) + amount);
      cells.set(coordinates, cell);
    }
  }
  return cells;
}

/** Under which parts of coordinates a record is counted in one dimension; "" is the total. */
function pathsOf(name: string, record: MicroRecord, codes: CodesInUse, trees: Trees): string[] {
  const tree = treeOf(name, trees);
  const above = new Set((record.codes[name] ?? []).flatMap((leaf) => tree.above.get(leaf) ?? []));
  const used = [...above].filter((code) => code === tree.total || codes.get(name)?.has(code));
  return used.map((code) => (code === tree.total ? "" : `${name}=${code}`));
}

function amountOf({ amounts }: MicroRecord, measure: Measure): number {
  return measure.startsWith("sum:") ? (amounts[measure.slice("sum:".length)] ?? 0) : 1;
}

/** Dimensions in which some record holds several codes: options overlap there, so they do not add up to the total. */
export function overlapping(records: readonly MicroRecord[]): ReadonlySet<string> {
  const names = records.flatMap(({ codes }) => Object.keys(codes).filter((name) => (codes[name]?.length ?? 0) > 1));
  return new Set(names);
}

/** Largest first. */
export const sizes = (contributions: Contributions): number[] => [...contributions.values()].sort((a, b) => b - a);
export const total = (parts: Iterable<number>): number => {
  let sum = 0;
  for (const part of parts) sum += part;
  return sum;
};
