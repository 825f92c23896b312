import { insertSyntheticCases } from "#app/features/cases/demo/demo-cases.server.ts";
import { searchCases } from "#app/features/cases/search/search-queries.server.ts";
import { tidyDatabase } from "#app/platform/db/database.server.ts";
import { actorFor, newColleague, newWorld } from "../support/world.ts";
import { type BenchRow, timed } from "./bench-row.ts";
import { type BenchDatabase, embeddedDatabase, serverDatabase, withOpen } from "./bench-world.ts";

/** The bound of a search, and what people wait for a page at most. */
const MOST_MS = 4_000;
const SIZES = [2_000, 20_000] as const;

/** What a coordinator waits for who looks for a word that stands nowhere: every case is opened, or as many as the time allows. */
export async function measure(): Promise<BenchRow[]> {
  const embedded = await on(embeddedDatabase(), "embedded");
  return [...embedded, ...(await on(serverDatabase(), "PostgreSQL"))];
}

async function on(made: Promise<BenchDatabase>, name: string): Promise<BenchRow[]> {
  const database = await made;
  try {
    return await withOpen(database, () => measureOpen(name));
  } finally {
    await database.end();
  }
}

async function measureOpen(name: string): Promise<BenchRow[]> {
  const world = await newWorld();
  await newColleague(world, "lead");
  const coordinator = () => actorFor(world.coordinators[0], "intake", world.setUp.teamId);
  const rows: BenchRow[] = [];
  let there = 0;
  for (const [seed, size] of SIZES.entries()) {
    await insertSyntheticCases(await coordinator(), { cases: size - there, seed: seed + 7 });
    there = size;
    await tidyDatabase();
    let searched = 0;
    const look = async () => {
      const actor = await coordinator();
      ({ searched } = await searchCases(actor, { words: "nowhere to be found", scope: "all" }));
      actor.keys.wipe();
    };
    await look();
    const row = await timed(`searching ${size.toLocaleString("en")} cases, ${name}`, MOST_MS, look, { runs: 5 });
    rows.push({ ...row, what: `${row.what} (${searched.toLocaleString("en")} opened)` });
  }
  return rows;
}
