import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openAnalyticsKeys } from "#app/features/facets/analytics-keys.server.ts";
import { insertBlock } from "#app/features/facets/facet-blocks.server.ts";
import { foldFacets } from "#app/features/facets/facet-fold.server.ts";
import { releaseIndex } from "#app/features/facets/facet-index.server.ts";
import { queue, totals } from "#app/features/facets/facet-queries.ts";
import { decodeRecord } from "#app/features/facets/facet-record.ts";
import { append, look, newTeam } from "../integration/features/facets/holders.ts";
import { type BenchRow, timed } from "./bench-row.ts";
import { type BenchDatabase, embeddedDatabase, serverDatabase, withOpen } from "./bench-world.ts";
import { QUEUE, TOTALS } from "./facets.bench.ts";
import { syntheticBlocks } from "./facets-synthetic.ts";

const UNFOLDED = 50;

/** A team of so many cases, and what its figures may take where nobody has asked since the process began. */
const SIZES = [
  { cases: 20_000, totalsMs: 200 },
  { cases: 1_000_000, totalsMs: 4_000 },
] as const;

/**
 * What a briefing waits for: sealed blocks read through the door, opened, joined and counted, on both databases. Making
 * a million cases takes minutes and is not timed.
 */
export async function measure({ sizes = SIZES as readonly Size[] } = {}): Promise<BenchRow[]> {
  const server = await on(serverDatabase(), "PostgreSQL", sizes);
  return [...server, ...(await on(embeddedDatabase(), "embedded", sizes))];
}

type Size = { readonly cases: number; readonly totalsMs: number };

async function on(made: Promise<BenchDatabase>, name: string, sizes: readonly Size[]): Promise<BenchRow[]> {
  const database = await made;
  try {
    return await withOpen(database, async () => {
      const rows: BenchRow[] = [];
      for (const size of sizes) rows.push(...(await measureOver(size, name)));
      return rows;
    });
  } finally {
    await database.end();
  }
}

async function measureOver({ cases, totalsMs }: Size, name: string): Promise<BenchRow[]> {
  const { holder } = await newTeam();
  for (const records of syntheticBlocks(cases)) await storeBlock(holder, records);
  const over = `over ${cases.toLocaleString("en")} cases, ${name}`;
  const readTotals = () => look(holder, (index) => totals([index], TOTALS).length);
  const readQueue = () => look(holder, (index) => queue(index, QUEUE).total);
  const cold = (work: () => Promise<number>) => () => {
    releaseIndex(holder.sessionId);
    return work();
  };
  const rows = [
    await timed(`totals ${over}, cold`, totalsMs, cold(readTotals)),
    await timed(`totals ${over}, warm`, null, readTotals),
    await timed(`queue from the index ${over}, warm`, null, readQueue),
  ];
  await appendSome(holder, UNFOLDED);
  rows.push(await timed(`totals ${over}, ${UNFOLDED} records unfolded, cold`, totalsMs, cold(readTotals)));
  releaseIndex(holder.sessionId);
  rows.push(await timed(`arrival and folding of ${UNFOLDED} records ${over}`, null, () => appendAndFold(holder)));
  return rows;
}

async function storeBlock(actor: Actor, records: Uint8Array): Promise<void> {
  await withActor(actor, async (tx) => insertBlock(await openAnalyticsKeys(actor, tx, actor.teamId!), tx, records));
}

async function appendSome(actor: Actor, count: number): Promise<void> {
  const [records] = syntheticBlocks(count / 2, 8);
  const all = Array.from({ length: count }, (_, place) =>
    decodeRecord(records!.subarray(place * 256, place * 256 + 256)),
  );
  await append(actor, all);
}

async function appendAndFold(actor: Actor): Promise<void> {
  await appendSome(actor, UNFOLDED);
  await withActor(actor, (tx) => foldFacets(actor, tx, actor.teamId!));
}
