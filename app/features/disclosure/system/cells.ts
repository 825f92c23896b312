import { type Contributions, contributionsOf } from "#app/features/disclosure/tables/contributions.ts";
import type { Measure } from "#app/features/disclosure/tables/table-plan.ts";
import { cellsOf } from "./closure.ts";
import type { SystemInput } from "./system-input.ts";

/** One figure of the joint closure, and who stands behind it. */
export interface Cell {
  readonly measure: Measure;
  readonly coordinates: string;
  readonly contributions: Contributions;
}

const NOBODY: Contributions = new Map();
export const keyOf = (measure: Measure, coordinates: string) => `${measure}@${coordinates}`;

export function cellsByKey({
  closure,
  records,
  trees,
}: Pick<SystemInput, "closure" | "records" | "trees">): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const box of closure.boxes) {
    const found = contributionsOf(records, box.measure, box.codes, trees);
    for (const coordinates of cellsOf(box, trees)) {
      const contributions = found.get(coordinates) ?? NOBODY;
      cells.set(keyOf(box.measure, coordinates), { measure: box.measure, coordinates, contributions });
    }
  }
  return cells;
}
