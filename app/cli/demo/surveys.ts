import {
  type DemoWave,
  endDemoWave,
  runDemoWave,
  type WaveHands,
} from "#app/features/surveys/demo/demo-wave.server.ts";
import { STANDARD_QUESTIONS, type SurveyWish } from "#app/features/surveys/publishing/survey-wish.ts";
import { actorFor, type FirstDay, type Person } from "./people.ts";

interface Surveying {
  readonly day: FirstDay;
  readonly analyst: Person;
}

/** One for each wave: by these words some of the invented organisations are the same in both. */
const panelWords: DemoWave["panelWords"] = new Map();

/** Before the 24th Assembly, and closed: what the next one is compared with. */
export async function surveyAYearAgo(staff: Surveying): Promise<void> {
  await closedWave(staff, {
    ...{ session: "ASP24", referenceFrom: "2024-12-07", referenceTo: "2025-11-10", days: 21 },
    ...{ invited: 52, answering: 43, seed: 240_000, panelWords },
  });
}

/** Before the 25th Assembly, and closed: it stands beside the cases of that year's briefing. */
export async function surveyBeforeTheAssembly(staff: Surveying): Promise<SurveyWish> {
  const waveId = await closedWave(staff, {
    ...{ session: "ASP25", referenceFrom: "2025-12-07", referenceTo: "2026-10-31", days: 21 },
    ...{ invited: 88, answering: 71, seed: 250_000, panelWords },
  });
  return { waveId, questions: STANDARD_QUESTIONS };
}

/**
 * Open for some weeks: whoever tries the product answers here.
 * @returns codes that nobody has answered with
 */
export async function openSurvey(staff: Surveying): Promise<readonly string[]> {
  const { codes } = await runDemoWave(await handsOf(staff), {
    ...{ session: "ASP25", referenceFrom: "2026-07-01", referenceTo: "2026-11-30", days: 28 },
    ...{ invited: 24, answering: 11, seed: 260_000, panelWords },
  });
  return codes;
}

async function closedWave(staff: Surveying, wave: DemoWave) {
  const hands = await handsOf(staff);
  const { waveId } = await runDemoWave(hands, wave);
  await endDemoWave(hands, waveId);
  return waveId;
}

async function handsOf({ day: { coordinators, setUp }, analyst }: Surveying): Promise<WaveHands> {
  const [one, other] = coordinators;
  return {
    coordinators: [await actorFor(one, "intake", setUp.teamId), await actorFor(other, "intake", setUp.teamId)],
    analyst: await actorFor(analyst, "analyst"),
    teamId: setUp.teamId,
  };
}
