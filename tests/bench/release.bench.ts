import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { codeListsNow } from "#app/features/briefings/figures/code-lists.server.ts";
import { type CountedCases, countedCases } from "#app/features/briefings/figures/counted-rows.server.ts";
import { protectTables } from "#app/features/briefings/figures/protect-tables.server.ts";
import { protectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { STANDARD_TABLES } from "#app/features/briefings/figures/table-choice.ts";
import { insertSyntheticCases } from "#app/features/cases/demo/demo-cases.server.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { actorFor, newColleague, newWorld } from "../support/world.ts";
import { type BenchRow, residentMb } from "./bench-row.ts";
import { embeddedDatabase, withOpen } from "./bench-world.ts";

/**
 * What an analyst waits for, and what it costs in figures: the standard tables over invented cases, from the sealed facets to a
 * package that has been attacked as written. Each size once, for it takes long; what comes out is random in the seed alone.
 */
export async function measure({ sizes = [400, 20_000] } = {}): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of sizes) rows.push(...(await over(size)));
  return rows;
}

async function over(cases: number): Promise<BenchRow[]> {
  const database = await embeddedDatabase();
  try {
    return await withOpen(database, () => measureOpen(cases));
  } finally {
    await database.end();
  }
}

async function measureOpen(cases: number): Promise<BenchRow[]> {
  const world = await newWorld();
  const [coordinator] = world.coordinators;
  await insertSyntheticCases(await actorFor(coordinator, "intake", world.setUp.teamId), { cases, seed: 7 });
  const analyst = await actorFor(await newColleague(world, "analyst"), "analyst");
  const [counting, counted] = await took(() => readCounted(analyst));
  const lists = codeListsNow();
  const context = { cohort: "bench", lists, earlier: [] };
  const [protecting, { outcome }] = await took(() => protectTables(counted.rows, STANDARD_TABLES, context));
  if (outcome.kind !== "released") throw new Error("the audit would not let these tables out");
  const organisations = new Set(counted.rows.map(({ organisationKey }) => organisationKey)).size;
  const { tables } = protectedRelease(outcome, STANDARD_TABLES, organisations, counted.coverage);
  const cells = tables.flatMap((table) => table.cells);
  const withheld = cells.filter(({ value }) => value === null).length;
  const what = `${counted.rows.length.toLocaleString("en")} cases of ${organisations} organisations`;
  return [
    row(`counting ${what}`, counting, "ms"),
    row(`protecting ${tables.length} tables of ${what}`, protecting, "ms"),
    row(`cells withheld in a hundred, of ${cells.length}, ${what}`, (100 * withheld) / cells.length, "points"),
    row(`memory after ${what}`, residentMb(process.pid), "MB"),
  ];
}

const readCounted = (analyst: Actor): Promise<CountedCases> =>
  withActor(analyst, async (tx) => valueFrom(await countedCases(analyst, tx)));

async function took<Done>(work: () => Promise<Done>): Promise<[ms: number, done: Done]> {
  const start = performance.now();
  const done = await work();
  return [performance.now() - start, done];
}

const row = (what: string, median: number, unit: BenchRow["unit"]): BenchRow => ({ what, median, unit, budget: null });
