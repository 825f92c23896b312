import { aReport, typeIn } from "../support/reports.ts";
import { startServer } from "../support/server.ts";
import { newVisitor, signIn, type Visitor } from "../support/visitor.ts";
import { actorFor, newReporter, newWorld, type Person } from "../support/world.ts";
import { type BenchRow, quantile } from "./bench-row.ts";
import { serverDatabase, withOpen } from "./bench-world.ts";

const AT_ONCE = 16;
const ROUNDS = 8;
const WARMING = 2;

/**
 * Sends finished drafts, sixteen at once, each by its own signed-in reporter, to a real server on PostgreSQL. The time is
 * from the post to its acknowledgement, the redirect, and the page after it is not asked for; one at a time tells what
 * one report costs without the queue.
 */
export async function measure(): Promise<BenchRow[]> {
  const database = await serverDatabase();
  try {
    const { reporters, drafts } = await withOpen(database, prepare);
    const server = await startServer({ ...database.settings, LOG: "off" });
    try {
      const { together, alone } = await sendAll(server.origin, reporters, drafts);
      return [
        { what: "send a report, one at a time, p50", median: quantile(alone, 0.5), unit: "ms", budget: null },
        { what: `send a report, ${AT_ONCE} at once, p50`, median: quantile(together, 0.5), unit: "ms", budget: 60 },
        { what: `send a report, ${AT_ONCE} at once, p95`, median: quantile(together, 0.95), unit: "ms", budget: 250 },
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await database.end();
  }
}

async function prepare() {
  const world = await newWorld();
  const reporters: Person[] = [];
  const drafts: string[][] = [];
  for (let at = 0; at < AT_ONCE; at += 1) {
    const reporter = await newReporter(world, `Organisation ${at}`);
    const own: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      own.push(await typeIn(await actorFor(reporter, "reporter"), aReport()));
    reporters.push(reporter);
    drafts.push(own);
  }
  return { reporters, drafts };
}

async function sendAll(origin: string, reporters: readonly Person[], drafts: readonly string[][]) {
  const visitors: Visitor[] = [];
  for (const reporter of reporters) {
    const visitor = newVisitor(origin);
    // A later step than the one that joining used up.
    await signIn(visitor, reporter, Date.now() + 30_000);
    visitors.push(visitor);
  }
  const times = { together: [] as number[], alone: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, visitor] of visitors.entries()) await visitor.get(`/reports/draft/${drafts[at]![round]}/check`);
    const sendOwn = (visitor: Visitor, at: number) => send(visitor, drafts[at]![round]!);
    // The first rounds warm code and connections.
    if (round < WARMING) await Promise.all(visitors.map(sendOwn));
    else if (round % 2 === 0) times.together.push(...(await Promise.all(visitors.map(sendOwn))));
    else for (const [at, visitor] of visitors.entries()) times.alone.push(await sendOwn(visitor, at));
  }
  return times;
}

/** @returns milliseconds until the report was acknowledged */
async function send(visitor: Visitor, draftId: string): Promise<number> {
  const before = performance.now();
  const { status, location } = await visitor.send(`/reports/draft/${draftId}/check`, {});
  if (!location.endsWith("/sent")) throw new Error(`a report was not taken: ${status} ${location}`);
  return performance.now() - before;
}
