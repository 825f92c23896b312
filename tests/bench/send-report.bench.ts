import { aReport, typeIn } from "../support/reports.ts";
import { startServer } from "../support/server.ts";
import { newVisitor, signIn, type Visitor } from "../support/visitor.ts";
import { actorFor, newReporter, newWorld, type Person } from "../support/world.ts";
import { type BenchRow, quantile } from "./bench-row.ts";
import { serverDatabase, withOpen } from "./bench-world.ts";

const AT_ONCE = 16;
const ROUNDS = 8;

/** Sends finished drafts, sixteen at once, each by its own signed-in reporter, to a real server on PostgreSQL. */
export async function measure(): Promise<BenchRow[]> {
  const database = await serverDatabase();
  try {
    const { reporters, drafts } = await withOpen(database, prepare);
    const server = await startServer({ ...database.settings, LOG: "off" });
    try {
      const times = await sendAll(server.origin, reporters, drafts);
      return [
        { what: `send a report, ${AT_ONCE} at once, p50`, median: quantile(times, 0.5), unit: "ms", budget: 60 },
        { what: `send a report, ${AT_ONCE} at once, p95`, median: quantile(times, 0.95), unit: "ms", budget: 250 },
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

async function sendAll(origin: string, reporters: readonly Person[], drafts: readonly string[][]): Promise<number[]> {
  const visitors: Visitor[] = [];
  for (const reporter of reporters) {
    const visitor = newVisitor(origin);
    // A later step than the one that joining used up.
    await signIn(visitor, reporter, Date.now() + 30_000);
    visitors.push(visitor);
  }
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const pages = visitors.map((visitor, at) => visitor.get(`/reports/draft/${drafts[at]![round]}/check`));
    await Promise.all(pages);
    const sent = await Promise.all(visitors.map((visitor, at) => send(visitor, drafts[at]![round]!)));
    // The first round warms code and connections.
    if (round > 0) times.push(...sent);
  }
  return times;
}

async function send(visitor: Visitor, draftId: string): Promise<number> {
  const before = performance.now();
  const { status, path } = await visitor.post(`/reports/draft/${draftId}/check`, {});
  const took = performance.now() - before;
  if (status !== 200 || !path.endsWith("/sent")) throw new Error(`a report was not taken: ${status} ${path}`);
  return took;
}
