import { expect, test } from "vitest";
import { localParts } from "#app/features/disclosure/solver/local-part.ts";
import { sumRow } from "#app/features/disclosure/system/rows.ts";
import type { Row } from "#app/features/disclosure/system/system.ts";

/** Two tables of one total: columns 1 to 3 and 4 to 6 add up to column 0. */
const TABLES: readonly Row[] = [sumRow(0, [1, 2, 3]), sumRow(0, [4, 5, 6])];
const point = (...values: number[]) => Float64Array.from(values);

test("what another table was left with goes back, as long as the total stays", () => {
  const partOf = localParts(7, TABLES);
  expect([...partOf(point(0, 2, -2, 0, 5, -5, 0), 1)]).toEqual([0, 2, -2, 0, 0, 0, 0]);
});

test("what moves the total takes the other table along", () => {
  const partOf = localParts(7, TABLES);
  const moved = [2, 2, 0, 0, 2, 0, 0];
  expect([...partOf(Float64Array.from(moved), 1)]).toEqual(moved);
});

test("a column that no row needs goes back", () => {
  const cover: Row = { ...sumRow(0, [1, 2, 3]), least: -4, most: Number.POSITIVE_INFINITY };
  expect([...localParts(4, [cover])(point(0, -3, -1, 2), 1)]).toEqual([0, -3, 0, 0]);
});

test("a part of a point meets every row that the point meets", () => {
  const cover: Row = { ...sumRow(0, [1, 2, 3]), least: -1, most: Number.POSITIVE_INFINITY };
  // Without the rise of column 2 the parts would no longer cover the whole.
  expect([...localParts(4, [cover])(point(0, -3, 2, 0), 1)]).toEqual([0, -3, 2, 0]);
});
