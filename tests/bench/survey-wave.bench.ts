import { endDemoWave, runDemoWave, type WaveHands } from "#app/features/surveys/demo/demo-wave.server.ts";
import { indicatorsOf } from "#app/features/surveys/results/indicators.ts";
import { findResults, openResults } from "#app/features/surveys/results/open-results.server.ts";
import { sampleOf } from "#app/features/surveys/results/sample.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { startServer } from "../support/server.ts";
import { newVisitor, type Visitor } from "../support/visitor.ts";
import { newSurveyTeam } from "../support/waves.ts";
import { valueFrom } from "../support/world.ts";
import { type BenchRow, quantile, timed } from "./bench-row.ts";
import { serverDatabase, withOpen } from "./bench-world.ts";

const ANSWERING = 400;
const AT_ONCE = 50;
const WAVE = { session: "ASP25", referenceFrom: "2025-12-07", referenceTo: "2026-10-31", days: 21 };

/**
 * A whole wave on a real database: 400 organisations invited, answered with all slow derivations and handed over, closed,
 * opened and told as indicators; then 50 organisations that press "send" in the same moment, by real posts to a server.
 */
export async function measure(): Promise<BenchRow[]> {
  const database = await serverDatabase();
  try {
    const { rows, codes } = await withOpen(database, async () => {
      const { as, world } = await newSurveyTeam();
      const hands: WaveHands = {
        coordinators: [await as.one(), await as.other()],
        analyst: await as.analyst(),
        teamId: world.setUp.teamId as WaveHands["teamId"],
      };
      const rows = await wholeWave(hands);
      // While it is open, as many stay behind as are handed over at least.
      const wave = { ...WAVE, invited: AT_ONCE + 10, answering: 10, seed: 2, panelWords: new Map() };
      return { rows, codes: (await runDemoWave(hands, wave)).codes };
    });
    const server = await startServer({ ...database.settings, LOG: "off" });
    try {
      return [...rows, ...(await sendTogether(server.origin, codes))];
    } finally {
      await server.stop();
    }
  } finally {
    await database.end();
  }
}

async function wholeWave(hands: WaveHands): Promise<BenchRow[]> {
  const begun = performance.now();
  const wave = { ...WAVE, invited: ANSWERING + 40, answering: ANSWERING, seed: 1, panelWords: new Map() };
  const { waveId } = await runDemoWave(hands, wave);
  await endDemoWave(hands, waveId);
  const ran = performance.now() - begun;
  const opening = performance.now();
  valueFrom(await openResults(hands.analyst, waveId));
  const opened = performance.now() - opening;
  return [
    { what: `${ANSWERING} organisations invited, answered, handed over`, median: ran, unit: "ms", budget: null },
    { what: `opening ${ANSWERING} sealed answers`, median: opened, unit: "ms", budget: null },
    await timed(`indicators of the wave, with ${ANSWERING} answers held open`, null, () => tell(hands, waveId)),
  ];
}

async function tell({ analyst }: WaveHands, waveId: WaveId): Promise<number> {
  const found = await findResults(analyst, waveId);
  if (found.is !== "open") throw new Error("the answers are not open");
  const { instrument, answers } = found.results;
  if (answers.length !== ANSWERING) throw new Error(`${answers.length} answers were opened`);
  return indicatorsOf(
    sampleOf(
      instrument,
      answers.map((one) => one.answers),
    ),
  ).length;
}

async function sendTogether(origin: string, codes: readonly string[]): Promise<BenchRow[]> {
  const visitors: Visitor[] = [];
  for (const code of codes.slice(0, AT_ONCE)) visitors.push(await readyToSend(newVisitor(origin), code));
  const times = await Promise.all(visitors.map(send));
  return [
    { what: `${AT_ONCE} answers sent at once, p50`, median: quantile(times, 0.5), unit: "ms", budget: null },
    { what: `${AT_ONCE} answers sent at once, p95`, median: quantile(times, 0.95), unit: "ms", budget: null },
  ];
}

/** By the shortest way through the questionnaire: what is sealed is as long as any other answer. */
async function readyToSend(visitor: Visitor, code: string): Promise<Visitor> {
  await visitor.get("/answer");
  await visitor.post("/answer", { code });
  await visitor.post("/answer/words", {});
  await visitor.post("/answer/pages/taking_part", { q1: "yes", q2: "c2_aggregate" });
  const { path } = await visitor.post("/answer/pages/work_with_the_court", { q3: "no" });
  if (path !== "/answer/check") throw new Error(`it goes on at ${path}`);
  return visitor;
}

async function send(visitor: Visitor): Promise<number> {
  const start = performance.now();
  const { path, status } = await visitor.post("/answer/check", {});
  if (path !== "/answer/sent") throw new Error(`an answer was not taken: ${status} ${path}`);
  return performance.now() - start;
}
