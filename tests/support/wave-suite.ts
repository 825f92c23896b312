import { beforeAll } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import type { WaveState } from "#app/features/surveys/waves/wave-standing.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { DAY, type HeldClock, heldClock } from "./clock.ts";
import { newSurveyTeam, type SurveyTeam } from "./waves.ts";

interface WaveSuite {
  readonly clock: HeldClock;
  /** of one installation, made before the first test */
  readonly team: () => SurveyTeam;
  readonly one: () => Promise<Actor>;
  readonly other: () => Promise<Actor>;
  readonly analyst: () => Promise<Actor>;
  readonly stateOf: (id: WaveId) => Promise<WaveState>;
  /** Lets time pass for one test and puts the clock back. */
  readonly inDays: (days: number, work: () => Promise<void>) => Promise<void>;
}

/** For suites about waves: a clock that is held on 4 March 2026, and a team whose people act. */
export function aWaveSuite(): WaveSuite {
  const clock = heldClock();
  let made: SurveyTeam;
  beforeAll(async () => {
    made = await newSurveyTeam();
  });
  const one = () => made.as.one();
  return {
    ...{ clock, team: () => made, one, other: () => made.as.other(), analyst: () => made.as.analyst() },
    stateOf: async (id) => (await readWave(await one(), id)).state,
    inDays: async (days, work) => {
      clock.pass(days * DAY);
      try {
        await work();
      } finally {
        clock.pass(-days * DAY);
      }
    },
  };
}
