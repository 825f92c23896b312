import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { endDemoWave, runDemoWave, type WaveHands } from "#app/features/surveys/demo/demo-wave.server.ts";
import { readExtractPage } from "#app/features/surveys/publishing/extract-queries.server.ts";
import { agreeToExtract, insertExtract } from "#app/features/surveys/publishing/extract-rows.server.ts";
import { agreeToRows, extractFile, makeExtract } from "#app/features/surveys/publishing/survey-extract.server.ts";
import { protectSurvey } from "#app/features/surveys/publishing/survey-release.server.ts";
import { openResults } from "#app/features/surveys/results/open-results.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { newSurveyTeam, refusalOf } from "../../../support/waves.ts";
import { actorFor, newColleague, valueFrom } from "../../../support/world.ts";

const CHOICE = { who: ["q7"], said: ["q15", "q27"] };
const MAKING = { isPrinted: async () => false, locale: "en" } as const;

onBothDatabases("rows of a survey for researchers", () => {
  let hands: WaveHands;
  let second: Actor;
  let alone: WaveId;
  let waveId: WaveId;

  beforeAll(async () => {
    const { as, world } = await newSurveyTeam();
    hands = {
      coordinators: [await as.one(), await as.other()],
      analyst: await as.analyst(),
      teamId: world.setUp.teamId as WaveHands["teamId"],
    };
    alone = await closedWave(12);
    second = await actorFor(await newColleague(world, "analyst"), "analyst");
    waveId = await closedWave(60);
  }, 120_000);

  const closedWave = async (answering: number) => {
    const wave = { session: "ASP25", referenceFrom: "2025-12-07", referenceTo: "2026-10-31", days: 7, seed: 3 };
    const run = await runDemoWave(hands, { ...wave, invited: answering + 2, answering, panelWords: new Map() });
    await endDemoWave(hands, run.waveId);
    return run.waveId;
  };

  test("are made of answers that are open in this sitting, of none that stand in a briefing, and by no coordinator", async () => {
    const { analyst, coordinators } = hands;
    expect(refusalOf(await makeExtract(analyst, waveId, CHOICE, MAKING))).toBe("waves.not-opened");
    valueFrom(await openResults(analyst, waveId));
    expect(refusalOf(await makeExtract(analyst, waveId, CHOICE, { ...MAKING, isPrinted: async () => true }))).toBe(
      "waves.printed-before",
    );
    expect(refusalOf(await extractFile(analyst, waveId))).toBe("waves.not-now");
    expect(refusalOf(await agreeToRows(analyst, waveId))).toBe("waves.not-now");
    await expect(readExtractPage(coordinators[0], waveId, MAKING)).rejects.toMatchObject({ status: 404 });
  });

  test("are not made where nobody else could agree to them", async () => {
    valueFrom(await openResults(hands.analyst, alone));
    expect(refusalOf(await makeExtract(hands.analyst, alone, CHOICE, MAKING))).toBe("waves.second-analyst");
  });

  test("are refused with the combinations that fail, and nothing is kept of the attempt", async () => {
    const few = await closedWave(16);
    valueFrom(await openResults(hands.analyst, few));
    const failed = valueFrom(await makeExtract(hands.analyst, few, { who: ["q7"], said: ["q29"] }, MAKING));
    expect(failed).toMatchObject({ reason: "not-anonymous" });
    expect(failed?.failing.length).toBeGreaterThan(0);
    expect(JSON.stringify(failed?.failing)).not.toMatch(/_answer|survey-tables/);
    expect((await readExtractPage(hands.analyst, few, MAKING)).made).toBeNull();
  });

  test("are not made where the answers are chosen for a briefing while their classes are sought", async () => {
    let asked = 0;
    const isPrinted = async () => ++asked > 1;
    expect(refusalOf(await makeExtract(hands.analyst, waveId, CHOICE, { ...MAKING, isPrinted }))).toBe(
      "waves.printed-before",
    );
    expect((await readExtractPage(hands.analyst, waveId, MAKING)).made).toBeNull();
  });

  test.each([
    ["that the questionnaire has not", { who: ["q7"], said: ["q99"] }],
    ["by which nobody may be known", { who: ["q13"], said: ["q15"] }],
    ["that is told nowhere", { who: ["q7"], said: ["q6"] }],
    ["that stands on the other side", { who: ["q7"], said: ["q7"] }],
  ])("are refused for a question %s, whatever form was sent", async (_, choice) => {
    expect(refusalOf(await makeExtract(hands.analyst, waveId, choice, MAKING))).toBe("form.invalid");
  });

  test("are made once, come again as the same file, and keep tables of the same answers from a briefing", async () => {
    const { analyst } = hands;
    expect(valueFrom(await makeExtract(analyst, waveId, CHOICE, MAKING))).toBeNull();
    expect(refusalOf(await makeExtract(analyst, waveId, CHOICE, MAKING))).toBe("waves.extracted-before");
    const standing = async (who: Actor) => (await readExtractPage(who, waveId, MAKING)).made?.standing;
    expect(await standing(analyst)).toBe("waits");
    expect(refusalOf(await extractFile(analyst, waveId))).toBe("waves.not-now");
    expect(refusalOf(await agreeToRows(analyst, waveId))).toBe("waves.word-given");
    expect(refusalOf(await agreeToRows(second, waveId))).toBe("waves.not-opened");
    valueFrom(await openResults(second, waveId));
    expect(await standing(second)).toBe("asks-you");
    expect(refusalOf(await extractFile(second, waveId))).toBe("waves.not-now");
    valueFrom(await agreeToRows(second, waveId));
    expect([await standing(analyst), await standing(second)]).toEqual(["agreed", "agreed"]);
    const file = valueFrom(await extractFile(analyst, waveId));
    expect(file.length).toBeGreaterThan(500);
    expect(valueFrom(await extractFile(second, waveId))).toEqual(file);
    const printed = await protectSurvey(analyst, { waveId, questions: ["q15"] }, { released: [] });
    expect(refusalOf(printed)).toBe("waves.extracted-before");
  });

  test("are neither agreed to nor given out where they come out otherwise than they were made", async () => {
    const changed = await closedWave(30);
    for (const one of [hands.analyst, second]) valueFrom(await openResults(one, changed));
    const rows = { ...CHOICE, seed: "seed", madeOn: "2026-11-23" as IsoDay, digest: "another file" };
    expect(await withActor(hands.analyst, (tx) => insertExtract(hands.analyst, tx, changed, rows))).toBe(true);
    expect(refusalOf(await agreeToRows(second, changed))).toBe("waves.rows-changed");
    expect(await withActor(second, (tx) => agreeToExtract(second, tx, changed))).toBe(true);
    expect(refusalOf(await extractFile(second, changed))).toBe("waves.rows-changed");
  });
});
