import { randomUUID } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { withRespondent } from "#app/access/with-respondent.server.ts";
import { publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { partedAnswers } from "#app/features/surveys/answering/dropping.ts";
import { instrumentText } from "#app/features/surveys/instruments/read-instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { openResults } from "#app/features/surveys/results/open-results.server.ts";
import { sealAnswer } from "#app/features/surveys/waves/answer-seals.server.ts";
import { publishInstrument } from "#app/features/surveys/waves/instrument-store.server.ts";
import { validOf } from "#app/features/surveys/waves/wave-codes.server.ts";
import { closeWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { Json } from "#app/kernel/json.ts";
import { answersOf } from "../support/standard-answers.ts";
import { approvedWave, invitedWith, newSurveyTeam, openNow, type SurveyTeam } from "../support/waves.ts";
import { valueFrom } from "../support/world.ts";
import { type BenchRow, median } from "./bench-row.ts";
import { serverDatabase, withOpen } from "./bench-world.ts";

const DIFFERENT = 400;
const AT_ONCE = 200;
const RUNS = 3;

/** How long an analyst waits for so many sealed answers, and how long everybody else does meanwhile. */
export async function measure({ answers = 20_000 } = {}): Promise<BenchRow[]> {
  const database = await serverDatabase();
  try {
    return await withOpen(database, async () => {
      const team = await newSurveyTeam();
      const waveId = await closedWaveOf(team, answers);
      const analyst = await team.as.analyst();
      const looks: Watched[] = [];
      for (let run = 0; run < RUNS; run += 1) looks.push(await watched(() => openResults(analyst, waveId)));
      const what = `opening ${answers.toLocaleString("en")} sealed answers`;
      const row = (about: string, of: keyof Watched) =>
        ({ what: about, median: median(looks.map((look) => look[of])), unit: "ms", budget: null }) as const;
      return [row(what, "tookMs"), row(`${what}, longest that others wait`, "longestMs")];
    });
  } finally {
    await database.end();
  }
}

interface Watched {
  readonly tookMs: number;
  readonly longestMs: number;
}

/** The longest that the event loop was busy with one piece of the work, which is what a request of somebody else waits for. */
async function watched(work: () => Promise<unknown>): Promise<Watched> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  await work();
  const tookMs = performance.now() - start;
  // One more turn, in which a delay until the last moment is seen.
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.disable();
  return { tookMs, longestMs: delay.max / 1e6 };
}

/** Sealed as respondents' are; without their slow words, which opening has nothing to do with. */
async function closedWaveOf(team: SurveyTeam, answers: number): Promise<WaveId> {
  const one = await team.as.one();
  const instrument = standardInstrument();
  const { digest } = valueFrom(await publishInstrument(one, JSON.parse(instrumentText(instrument))));
  const waveId = await approvedWave(team, { ...openNow(), instrument: digest });
  const code = (await invitedWith(one, waveId, 5))[0]!.code;
  const said = Array.from({ length: DIFFERENT }, (_, seed): Json => {
    const { answers: all } = partedAnswers(instrument, answersOf(instrument, seed));
    return { instrument: instrument.name, version: instrument.version, answers: all };
  });
  for (let from = 0; from < answers; from += AT_ONCE)
    await withRespondent({ code: validOf(code) }, async (tx) => {
      const key = await publicKeyOf(tx, groups.wave(waveId));
      for (let number = from; number < Math.min(answers, from + AT_ONCE); number += 1) {
        const id = randomUUID();
        const envelope = {
          ...{ form: 1 as const, way: "panel" as const, participation: randomUUID(), at: number, instrument: digest },
          ...{ answers: said[number % said.length]!, contact: null, panelMark: null },
        };
        // Each row is reached by whoever sends it, and by nobody else.
        await tx.$executeRaw`SELECT set_config('app.answer', ${id}, true)`;
        await tx.surveyAnswer.createMany({ data: { id, waveId, ...sealAnswer(key, id, envelope)! } });
      }
    });
  valueFrom(await closeWave(one, waveId, { version: (await readWave(one, waveId)).version }));
  return waveId;
}
