import type { Actor } from "#app/access/actor.ts";
import { readSessionToken } from "#app/access/cookie.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { insertSyntheticCases } from "#app/features/cases/demo/demo-cases.server.ts";
import { releaseIndex } from "#app/features/facets/facet-index.server.ts";
import { sessionRowId } from "#app/platform/crypto/session-token.server.ts";
import { tidyDatabase } from "#app/platform/db/database.server.ts";
import { loader as caseLoader } from "#app/routes/casework/case.tsx";
import { loader } from "#app/routes/casework/queue.tsx";
import { type Cookie, open, signedInAs } from "../support/requests.ts";
import { actorFor, newColleague, newWorld } from "../support/world.ts";
import { type BenchRow, timed } from "./bench-row.ts";
import { type BenchDatabase, embeddedDatabase, serverDatabase, withOpen } from "./bench-world.ts";

const WARM_MS = 80;
const COLD_MS = 1_000;
const LOOKS_BEFORE = 25;

const ADDRESSES = {
  "first page": "/queue",
  "page 40 of all": "/queue?status=all&page=40",
  "three filters": "/queue?group=account&region=africa&urgency=u3_10d",
} as const;

/**
 * What a coordinator waits for: the whole loader, from the cookie to the rows in their language, over cases that lie
 * sealed in a database. Cold: nobody of the team has looked since the process began.
 */
export async function measure({ cases = 20_000 } = {}): Promise<BenchRow[]> {
  const embedded = await on(embeddedDatabase(), "embedded", cases);
  return [...embedded, ...(await on(serverDatabase(), "PostgreSQL", cases))];
}

async function on(made: Promise<BenchDatabase>, name: string, cases: number): Promise<BenchRow[]> {
  const database = await made;
  try {
    return await withOpen(database, () => measureOpen(name, cases));
  } finally {
    await database.end();
  }
}

async function measureOpen(name: string, cases: number): Promise<BenchRow[]> {
  const world = await newWorld();
  await newColleague(world, "lead");
  const [coordinator] = world.coordinators;
  const filled = performance.now();
  await insertSyntheticCases(await actorFor(coordinator, "intake", world.setUp.teamId), { cases, seed: 7 });
  const filling = (performance.now() - filled) / cases;
  const cookie = await signedInAs(coordinator, "intake", world.setUp.teamId);
  const over = `queue over ${cases.toLocaleString("en")}, ${name}`;
  // The first look folds what has arrived; the database is then put in order as every hour, and the program has run a while.
  await look("/queue", cookie);
  await tidyDatabase();
  for (let before = 0; before < LOOKS_BEFORE; before += 1) await look("/queue", cookie);
  const rows: BenchRow[] = [
    { what: `inserting a synthetic case, mean of all, ${name}`, median: filling, unit: "ms", budget: null },
    await timed(`${over}, cold`, COLD_MS, () => cold(cookie)),
  ];
  for (const [page, address] of Object.entries(ADDRESSES))
    rows.push(await timed(`${over}, ${page}`, WARM_MS, () => look(address, cookie), { runs: 15 }));
  const caseId = await oneCase(await actorFor(coordinator, "intake", world.setUp.teamId));
  const one = `case page among ${cases.toLocaleString("en")}, ${name}`;
  rows.push(await timed(one, null, () => lookAt(caseId, cookie), { runs: 15 }));
  return rows;
}

const oneCase = (actor: Actor): Promise<string> =>
  withActor(actor, async (tx) => (await tx.case.findFirstOrThrow({ orderBy: { id: "asc" } })).id);

async function lookAt(caseId: string, cookie: Cookie): Promise<void> {
  const { status } = await open(caseLoader, `/cases/${caseId}`, { cookie, params: { caseId } });
  if (status !== 200) throw new Error(`the case answered ${status}`);
}

async function look(address: string, cookie: Cookie): Promise<void> {
  const { status } = await open(loader, address, { cookie });
  if (status !== 200) throw new Error(`the queue answered ${status}`);
}

function cold(cookie: Cookie): Promise<void> {
  releaseIndex(sessionRowId(readSessionToken(cookie)!));
  return look("/queue", cookie);
}
