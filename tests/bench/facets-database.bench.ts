import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openAnalyticsKeys } from "#app/features/facets/analytics-keys.server.ts";
import { insertBlock } from "#app/features/facets/facet-blocks.server.ts";
import { foldFacets } from "#app/features/facets/facet-fold.server.ts";
import { releaseIndex, withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { queue, totals } from "#app/features/facets/facet-queries.ts";
import { decodeRecord } from "#app/features/facets/facet-record.ts";
import { closeDatabase, openDatabase } from "#app/platform/db/database.server.ts";
import { append, newTeam } from "../integration/features/facets/holders.ts";
import { type BenchRow, median } from "./bench-row.ts";
import { QUEUE, TOTALS } from "./facets.bench.ts";
import { syntheticBlocks } from "./facets-synthetic.ts";

/** The same with the database: what the page waits for when blocks and inbox are read through the door. Embedded, in memory. */
export async function measure({ cases = 20_000 } = {}): Promise<BenchRow[]> {
  await openDatabase({ kind: "embedded", dataDir: "memory://" });
  try {
    const { holder } = await newTeam();
    for (const records of syntheticBlocks(cases)) await storeBlock(holder, records);
    const name = `${cases.toLocaleString("en")} cases, embedded`;
    const page = () => look(holder, () => queue);
    const rows = [
      await row(`queue page over ${name}, cold`, 1_000, () => cold(holder, page)),
      await row(`totals over ${name}, cold`, 200, () => cold(holder, () => look(holder, () => totals))),
      await row(`queue page over ${name}, warm`, 80, page),
    ];
    await appendSome(holder, 50);
    rows.push(await row(`queue page over ${name}, 50 unfolded, cold`, 1_000, () => cold(holder, page)));
    const folded = await row("folding 50 records", 1_000, () => fold(holder), 1);
    return [...rows, folded, await row(`queue page over ${name}, after a fold`, 80, page, 1)];
  } finally {
    await closeDatabase();
  }
}

function look(actor: Actor, which: () => typeof queue | typeof totals): Promise<number> {
  return withActor(actor, (tx) =>
    withFacetIndex(actor, tx, [actor.teamId!], ([index]) =>
      which() === queue ? queue(index!, QUEUE).total : totals([index!], TOTALS).length,
    ),
  );
}

function cold<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  releaseIndex(actor.sessionId);
  return work();
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

async function fold(actor: Actor): Promise<void> {
  await withActor(actor, (tx) => foldFacets(actor, tx, actor.teamId!));
}

async function row(what: string, budgetMs: number, work: () => Promise<unknown>, rounds = 7): Promise<BenchRow> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return { what, median: median(times), unit: "ms", budget: budgetMs };
}
