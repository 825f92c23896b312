/** One figure of the table that `npm run bench` prints: a median of several runs, beside its budget. */
export interface BenchRow {
  readonly what: string;
  readonly median: number;
  readonly unit: "ms" | "kB" | "MB" | "requests";
  /** null: measured for comparison, promised to nobody */
  readonly budget: number | null;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0–1 @throws RangeError without values */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new RangeError("nothing was measured");
  return value;
}
