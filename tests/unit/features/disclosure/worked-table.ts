import { PROFILES, type Rules } from "#app/features/disclosure/settings.ts";
import type { Column, Row, Spot, System } from "#app/features/disclosure/system/system.ts";

/** A cell of a table made by hand: its value, and where it is sensitive the room it needs. */
export interface HandCell {
  readonly value: number;
  readonly level?: { readonly up: number; readonly down: number };
  readonly cost?: number;
  /** who contributes how much; nobody in particular where it is left out */
  readonly parts?: Readonly<Record<number, number>>;
}

export const RULES: Rules = { ...PROFILES.public, m: 3, cost: { kind: "value", marginFactor: 1, jitter: 0 } };

let strangers = 100;
/** A cell of one case each of organisations that stand nowhere else, so that only the reader from outside matters. */
export function crowd(value: number, level?: HandCell["level"]): HandCell {
  const parts = Object.fromEntries(Array.from({ length: value }, () => [strangers++, 1]));
  return { value, parts, ...(level && { level }) };
}

/** A table of rows and columns with its margins; costs are the values unless said otherwise. */
export function twoWaySystem(cells: readonly (readonly HandCell[])[], units = 0): System {
  const [height, width] = [cells.length, cells[0]!.length];
  const sum = (some: readonly HandCell[]): HandCell => ({
    value: some.reduce((all, { value }) => all + value, 0),
    parts: some.reduce<Record<number, number>>((all, { parts = {} }) => {
      for (const [unit, part] of Object.entries(parts)) all[Number(unit)] = (all[Number(unit)] ?? 0) + part;
      return all;
    }, {}),
  });
  const withTotals = cells.map((row) => [...row, sum(row)]);
  const grid = [...withTotals, withTotals[0]!.map((_, place) => sum(withTotals.map((row) => row[place]!)))];
  const at = (row: number, column: number) => row * (width + 1) + column;
  const range = (size: number) => Array.from({ length: size }, (_, place) => place);
  const sumRow = (whole: number, parts: number[]): Row => ({
    columns: [whole, ...parts],
    coefficients: [-1, ...parts.map(() => 1)],
    least: 0,
    most: 0,
  });
  const all = grid.flat();
  return {
    columns: all.map((cell, place) => columnOf(cell, place)),
    spots: all.map((cell, place) => spotOf(cell, place)),
    rows: [
      ...range(height + 1).map((row) =>
        sumRow(
          at(row, width),
          range(width).map((column) => at(row, column)),
        ),
      ),
      ...range(width + 1).map((column) =>
        sumRow(
          at(height, column),
          range(height).map((row) => at(row, column)),
        ),
      ),
    ],
    units: range(units).map(String),
    isComplete: true,
  };
}

function columnOf({ value, level, parts = {} }: HandCell, place: number): Column {
  return {
    key: `cases@${place}`,
    spot: place,
    value,
    parts: new Map(Object.entries(parts).map(([unit, part]) => [Number(unit), part])),
    whole: true,
    isPrinted: true,
    printedBelow: 0,
    printedAbove: 0,
    target: level ? { level, reasons: ["threshold"] } : null,
  };
}

function spotOf({ value, level, cost }: HandCell, place: number): Spot {
  return {
    coordinates: String(place),
    withholding: level ? "always" : "maybe",
    cost: level ? 0 : (cost ?? Math.max(1, value)),
    columns: [place],
  };
}
