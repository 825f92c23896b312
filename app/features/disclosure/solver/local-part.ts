import type { Row } from "#app/features/disclosure/system/system.ts";

/** Deviations smaller than this are the solver's rounding. */
const NOTHING = 1e-9;

/**
 * Cuts points down to what one column needs. A program leaves columns where an earlier one has moved them, and such a
 * point contradicts readers it need not contradict. Two steps, both sound because no deviation at all is always possible:
 * columns that hang together through rows are a point of their own; of these, each that no row needs goes back.
 * @param width  number of columns
 * @returns a function of a point and a column in it; what that column does not need stays at zero
 */
export function localParts(width: number, rows: readonly Row[]): (point: Float64Array, start: number) => Float64Array {
  const rowsAt = Array.from({ length: width }, () => [] as { row: number; coefficient: number }[]);
  for (const [row, { columns, coefficients }] of rows.entries())
    for (const [place, column] of columns.entries()) rowsAt[column]!.push({ row, coefficient: coefficients[place]! });
  const sums = new Float64Array(rows.length);
  return (point, start) => {
    const part = new Float64Array(width);
    const touched = new Set<number>();
    const moved = [start];
    part[start] = point[start]!;
    for (const column of moved) {
      for (const { row } of rowsAt[column]!) {
        if (touched.has(row)) continue;
        touched.add(row);
        for (const other of rows[row]!.columns) {
          if (part[other] !== 0 || Math.abs(point[other]!) <= NOTHING) continue;
          part[other] = point[other]!;
          moved.push(other);
        }
      }
    }
    for (const row of touched) sums[row] = 0;
    for (const column of moved)
      for (const { row, coefficient } of rowsAt[column]!) sums[row]! += coefficient * part[column]!;
    for (const column of moved.slice(1)) {
      const isIdle = rowsAt[column]!.every(({ row, coefficient }) => {
        const rest = sums[row]! - coefficient * part[column]!;
        return rest >= rows[row]!.least - NOTHING && rest <= rows[row]!.most + NOTHING;
      });
      if (!isIdle) continue;
      for (const { row, coefficient } of rowsAt[column]!) sums[row]! -= coefficient * part[column]!;
      part[column] = 0;
    }
    return part;
  };
}
