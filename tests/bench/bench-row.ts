import { readFileSync } from "node:fs";
import { loadavg } from "node:os";

/**
 * One figure of the table that `npm run bench` prints, beside its budget. Times and memory are medians of several looks;
 * bytes and requests are counted once, for they are the same each time.
 */
export interface BenchRow {
  readonly what: string;
  readonly median: number;
  readonly unit: "ms" | "kB" | "MB" | "requests" | "times" | "points";
  /** null: measured for comparison, promised to nobody */
  readonly budget: number | null;
  /** what `timed` saw besides */
  readonly besides?: Besides;
}

/** Tells a slow program from a busy machine. */
interface Besides {
  readonly runs: number;
  /** processor time of this process: with an embedded database all there is, with a server without the server's */
  readonly processorMs: number;
  readonly load: number;
}

/** The median of some runs of the same work, one after the other. */
export async function timed(
  what: string,
  budget: number | null,
  work: () => unknown,
  { runs = 7 } = {},
): Promise<BenchRow> {
  const times: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await work();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  const besides = { runs, processorMs: median(processor), load: loadavg()[0] ?? 0 };
  return { what, median: median(times), unit: "ms", budget, besides };
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

/** What a process holds of the machine's memory. */
export function residentMb(pid: number): number {
  const [, kilobytes = "0"] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
