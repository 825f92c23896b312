import { readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureGenerated } from "#app/platform/db/generate.ts";
import { projectRoot } from "#app/platform/db/project-root.server.ts";
import type { BenchRow } from "./bench-row.ts";

// `npm run bench [-- NAME …]`: measures every file here, or those named, one after the other in its turn.
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".bench.ts"))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(`${name}.`)));

ensureGenerated();
const { buildWhenStale } = await import("#app/platform/http/web-build.ts");
await buildWhenStale(projectRoot());

const rows: BenchRow[] = [];
const failed: string[] = [];
for (const file of files) {
  const measured = await measure(file);
  for (const row of measured) print(row);
  rows.push(...measured);
}
const machine = {
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  load: loadavg()[0],
  node: process.version,
};
writeFileSync(join(projectRoot(), "bench-results.json"), `${JSON.stringify({ machine, rows, failed }, null, 2)}\n`);
process.stdout.write(`\n${machine.cores} cores, load ${machine.load?.toFixed(1)}; written to bench-results.json\n`);
process.exit(failed.length > 0 || rows.some(isOver) ? 1 : 0);

/** A file that fails takes nothing away from what the others have measured. */
async function measure(file: string): Promise<BenchRow[]> {
  try {
    const bench = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as {
      measure(): Promise<BenchRow[]>;
    };
    return await bench.measure();
  } catch (error) {
    failed.push(file);
    process.stdout.write(`${file} failed at load ${loadavg()[0]?.toFixed(1)}: ${String(error)}\n`);
    return [];
  }
}

function print(row: BenchRow): void {
  const figure = `${format(row.median)} ${row.unit}`.padStart(16);
  const budget = row.budget === null ? "" : `budget ${format(row.budget)}${isOver(row) ? "  OVER" : ""}`;
  process.stdout.write(`${row.what.padEnd(62)}${figure}   ${budget.padEnd(22)}${besides(row)}\n`);
}

function besides({ besides }: BenchRow): string {
  if (!besides) return "";
  const { runs, processorMs, load } = besides;
  return `${runs} runs, ${format(processorMs)} ms of processor, load ${load.toFixed(1)}`;
}

function isOver({ median, budget }: BenchRow): boolean {
  return budget !== null && median > budget;
}

function format(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}
