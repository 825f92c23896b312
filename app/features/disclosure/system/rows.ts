import { total } from "#app/features/disclosure/tables/contributions.ts";
import { keyOf } from "./cells.ts";
import type { Addition } from "./closure.ts";
import type { Column, Row } from "./system.ts";

const UNBOUNDED = Number.POSITIVE_INFINITY;

/** Additions as rows. Where options overlap, or organisations are counted, the whole only lies between largest and sum. */
export function rowsOf(
  additions: readonly Addition[],
  columns: readonly Column[],
  placeOf: ReadonlyMap<string, number>,
  overlaps: ReadonlySet<string>,
): Row[] {
  const rows = new Map<string, Row[]>();
  for (const { measure, dimension, parent, children } of additions) {
    const whole = placeOf.get(keyOf(measure, parent))!;
    const parts = children.map((child) => placeOf.get(keyOf(measure, child))!);
    const addsUp = measure !== "organisations" && !overlaps.has(dimension);
    rows.set([whole, ...parts].join(), addsUp ? [sumRow(whole, parts)] : coverRows(whole, parts, columns));
  }
  return [...rows.values()].flat();
}

export function sumRow(whole: number, parts: readonly number[]): Row {
  return { columns: [whole, ...parts], coefficients: [-1, ...parts.map(() => 1)], least: 0, most: 0 };
}

function coverRows(whole: number, parts: readonly number[], columns: readonly Column[]): Row[] {
  const value = (column: number) => columns[column]!.value;
  const slack = total(parts.map(value)) - value(whole);
  return [
    { ...sumRow(whole, parts), least: -slack, most: UNBOUNDED },
    ...parts.map((part) => atMost(part, whole, value(whole) - value(part))),
  ];
}

const atMost = (smaller: number, larger: number, slack: number): Row => ({
  columns: [smaller, larger],
  coefficients: [-1, 1],
  least: -slack,
  most: UNBOUNDED,
});

/** No more organisations than cases, at every place that has both. */
export function organisationRows(columns: readonly Column[], placeOf: ReadonlyMap<string, number>): Row[] {
  return columns.flatMap(({ key, value }, column) => {
    if (!key.startsWith("organisations@")) return [];
    const cases = placeOf.get(key.replace("organisations@", "cases@"));
    return cases === undefined ? [] : [atMost(column, cases, columns[cases]!.value - value)];
  });
}
