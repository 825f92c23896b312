import { findSession, inSessionContext } from "#app/access/session.server.ts";
import { answerAll, holderOf, newLink } from "../support/receipts.ts";
import { aReport } from "../support/reports.ts";
import { startServer } from "../support/server.ts";
import { newVisitor, type Visitor } from "../support/visitor.ts";
import { actorFor, newWorld } from "../support/world.ts";
import { type BenchRow, quantile } from "./bench-row.ts";
import { serverDatabase, withOpen } from "./bench-world.ts";

const REPORTS = 200;
const AT_ONCE = 20;
const HOUR_MS = 3_600_000;

/**
 * 200 reports without an account from one address, each by a browser of its own and by real posts: the link, the first
 * Continue, the sending with its slow derivation at full cost, and the page of the words. The answers between are put in
 * by the command behind the question's page, for sixteen more posts a report would measure nothing else. Whoever is told
 * that the server is busy tries again when it says.
 */
export async function measure(): Promise<BenchRow[]> {
  const database = await serverDatabase();
  try {
    const code = await withOpen(database, async () => {
      const { coordinators, setUp } = await newWorld();
      return newLink(await actorFor(coordinators[0], "intake", setUp.teamId));
    });
    const server = await startServer({ ...database.settings, LOG: "off" });
    try {
      return await withOpen(database, () => reportAll(server.origin, code));
    } finally {
      await server.stop();
    }
  } finally {
    await database.end();
  }
}

async function reportAll(origin: string, code: string): Promise<BenchRow[]> {
  const before = performance.now();
  const times: number[] = [];
  let waited = 0;
  for (let done = 0; done < REPORTS; done += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, async () => {
      const sent = await reportOnce(newVisitor(origin), code);
      times.push(sent.ms);
      waited += sent.waited;
    });
    await Promise.all(some);
  }
  const all = performance.now() - before;
  if (all > HOUR_MS) throw new Error("200 reports took more than an hour");
  return [
    { what: `${REPORTS} reports by link from one address, all taken`, median: all, unit: "ms", budget: HOUR_MS },
    { what: "send a report by link, words made, p50", median: quantile(times, 0.5), unit: "ms", budget: null },
    { what: "send a report by link, words made, p95", median: quantile(times, 0.95), unit: "ms", budget: null },
    { what: "of them told to try again, and taken then", median: waited, unit: "requests", budget: null },
  ];
}

async function reportOnce(visitor: Visitor, code: string): Promise<{ ms: number; waited: number }> {
  await visitor.get(`/start/${code}`);
  const { path } = await visitor.post(`/start/${code}`, {});
  const draftId = path.split("/")[3]!;
  const session = await inSessionContext((tx) => findSession(tx, visitor.cookies.get("__Host-s")!, Date.now()));
  await answerAll(await holderOf(session!), draftId as never, aReport());
  await visitor.get(`/reports/draft/${draftId}/check`);
  const start = performance.now();
  for (let waited = 0; ; waited += 1) {
    const { status, path: at, headers } = await visitor.post(`/reports/draft/${draftId}/check`, {});
    if (status === 200 && at === "/receipt/words") return { ms: performance.now() - start, waited };
    if (status !== 503) throw new Error(`a report was not taken: ${status} ${at}`);
    await new Promise((resolve) => setTimeout(resolve, Number(headers.get("Retry-After")) * 1000));
  }
}
