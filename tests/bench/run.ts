import { readdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureGenerated } from "#app/platform/db/generate.ts";
import { projectRoot } from "#app/platform/db/project-root.server.ts";
import type { BenchRow } from "./bench-row.ts";

// `npm run bench [-- NAME …]`: measures every file here, or those named, one after the other in a process of its own turn.
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".bench.ts"))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(`${name}.`)));

ensureGenerated();
const { buildWhenStale } = await import("#app/platform/http/web-build.ts");
await buildWhenStale(projectRoot());

const rows: BenchRow[] = [];
for (const file of files) {
  const bench = (await import(pathToFileURL(join(import.meta.dirname, file)).href)) as {
    measure(): Promise<BenchRow[]>;
  };
  const measured = await bench.measure();
  for (const row of measured) print(row);
  rows.push(...measured);
}
const machine = {
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  load: loadavg()[0],
  node: process.version,
};
writeFileSync(join(projectRoot(), "bench-results.json"), `${JSON.stringify({ machine, rows }, null, 2)}\n`);
process.stdout.write(`\n${machine.cores} cores, load ${machine.load?.toFixed(1)}; written to bench-results.json\n`);
process.exit(rows.some(isOver) ? 1 : 0);

function print(row: BenchRow): void {
  const figure = `${format(row.median)} ${row.unit}`.padStart(16);
  const budget = row.budget === null ? "" : `budget ${format(row.budget)}${isOver(row) ? "  OVER" : ""}`;
  process.stdout.write(`${row.what.padEnd(58)}${figure}   ${budget}\n`);
}

function isOver({ median, budget }: BenchRow): boolean {
  return budget !== null && median > budget;
}

function format(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}
