import { beforeAll, expect, test } from "vitest";
import { withActor } from "#app/access/with-actor.server.ts";
import { saveAsks } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { approveBriefing, submitBriefing } from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { chooseSurvey, computeTables } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import { figureTables } from "#app/features/briefings/figures/figure-tables.ts";
import { ASKED, COUNT, SHARE } from "#app/features/briefings/figures/survey-tables.ts";
import { surveyReleaseIn, unzipped } from "#app/features/briefings/files/data-package.server.ts";
import { findEarlierEdition } from "#app/features/briefings/published/earlier-edition.server.ts";
import { PACKAGE_PATH } from "#app/features/briefings/published/release-file.ts";
import { findPublishedFile, findRelease } from "#app/features/briefings/published/release-queries.server.ts";
import {
  listReleasedPackages,
  listReleasedSurveys,
} from "#app/features/briefings/published/released-packages.server.ts";
import { referenceText } from "#app/features/briefings/references/figure-reference.ts";
import { releaseBriefing, withdrawBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { readProtection } from "#app/features/briefings/release/protection-queries.server.ts";
import { shownProtection } from "#app/features/briefings/release/protection-words.server.ts";
import { statePage } from "#app/features/briefings/states/state-pages.server.ts";
import { endDemoWave, runDemoWave, type WaveHands } from "#app/features/surveys/demo/demo-wave.server.ts";
import { insertExtract } from "#app/features/surveys/publishing/extract-rows.server.ts";
import { printedPercent } from "#app/features/surveys/publishing/protected-survey.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { aDraft, look, type Newsroom, newNewsroom, writeTexts } from "../../../support/briefings.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { actorFor, newColleague, valueFrom } from "../../../support/world.ts";

const WAVE = {
  ...{ session: "ASP25", referenceFrom: "2025-12-07", referenceTo: "2026-10-31", days: 7, seed: 7 },
  panelWords: new Map<number, string>(),
} as const;
const QUESTIONS = ["q5", "q15", "q27"];

onBothDatabases("a survey beside the cases", () => {
  let room: Newsroom;
  let hands: WaveHands;
  let waveId: WaveId;

  beforeAll(async () => {
    room = await newNewsroom();
    const { coordinators, setUp } = room.world;
    hands = {
      coordinators: [
        await actorFor(coordinators[0], "intake", setUp.teamId),
        await actorFor(coordinators[1], "intake", setUp.teamId),
      ],
      analyst: await room.as.analyst(),
      teamId: setUp.teamId,
    };
    ({ waveId } = await runDemoWave(hands, { ...WAVE, invited: 32, answering: 30 }));
  }, 120_000);

  const withSurvey = async (session: string) => {
    const id = await aDraft(room, session);
    valueFrom(await chooseSurvey(await room.as.analyst(), id, 4, { waveId, questions: QUESTIONS }));
    return id;
  };

  test("is not computed while its answers may still change, nor by whoever has no key to it", async () => {
    const id = await withSurvey("ASP25");
    const compute = async (analyst = room.as.analyst()) => computeTables(await analyst, id, 4);
    expect(await compute()).toMatchObject({ ok: false, refusal: { code: "waves.not-now" } });
    await endDemoWave(hands, waveId);
    const newcomer = await newColleague(room.world, "analyst");
    expect(await compute(actorFor(newcomer, "analyst"))).toMatchObject({
      ok: false,
      refusal: { code: "waves.no-key" },
    });
    expect((await look(await room.as.editor(), id)).tables).toBeNull();
  });

  test("is not printed where rows of it were given to researchers while its tables were sought", async () => {
    const { waveId: given } = await runDemoWave(hands, { ...WAVE, seed: 8, invited: 32, answering: 30 });
    await endDemoWave(hands, given);
    const id = await aDraft(room, "ASP22");
    const analyst = await room.as.analyst();
    valueFrom(await chooseSurvey(analyst, id, 4, { waveId: given, questions: ["q15"] }));
    let searches = 0;
    let inserted: Promise<boolean> | undefined;
    const rows = { who: ["q7"], said: ["q15"], seed: "seed", madeOn: isoDayOf(new Date()), digest: "" };
    const tell = (step: string) => {
      // First the cases, then the survey.
      if (step === "searching" && ++searches === 2)
        inserted = withActor(analyst, (tx) => insertExtract(analyst, tx, given, rows));
    };
    const computed = await computeTables(analyst, id, 4, { tell, mayFinish: async () => true });
    expect(await inserted).toBe(true);
    expect(computed).toMatchObject({ ok: false, refusal: { code: "waves.extracted-before" } });
    expect((await look(await room.as.editor(), id)).tables).toBeNull();
  });

  test("stands in the release with its own package, and in no second one", async () => {
    const id = await withSurvey("ASP24");
    valueFrom(await computeTables(await room.as.analyst(), id, 4));
    const { tables } = await look(await room.as.editor(), id);
    const survey = tables!.release.survey!;
    expect(survey.questions.map((one) => one.id)).toEqual(expect.arrayContaining(["q15"]));
    const figures = survey.questions.flatMap(({ lines }) => lines.flatMap(({ base, counts }) => [base, ...counts]));
    expect(figures.filter((value) => value !== null && value > 0 && value < 5)).toEqual([]);

    const editor = await room.as.editor();
    const printed = figureTables({ tables: [], survey }).flatMap(({ id: table, cells }) =>
      cells.filter(({ codes, value, base }) => codes[1] === COUNT && value && base).map((cell) => ({ table, ...cell })),
    );
    const { table, codes, value, base } = printed[0]!;
    const figure = { table, codes: [...codes] };
    valueFrom(await saveAsks(editor, id, 4, [{ code: "SP2", evidence: [table], dueOn: null, figure }]));
    const claim = `${referenceText(figure)} / ${referenceText({ table, codes: [codes[0]!, ASKED] })}`;
    valueFrom(await writeTexts(editor, id, [{ locale: "en", part: "claim", text: claim }]));
    valueFrom(await submitBriefing(editor, id, { recordVersion: 6, comment: "" }));
    const hash = (await look(editor, id)).hash ?? "";
    valueFrom(await approveBriefing(editor, id, hash));
    const { slug } = valueFrom(await releaseBriefing(await room.as.guardian(), id, hash));
    const released = await findRelease(slug);
    const shown = released!.content!.texts.en!.sections.flatMap(({ survey: of = [] }) => of);
    expect(shown.map(({ name }) => name)).toEqual(shown.map((_, place) => `Table S${place + 1}`));
    const { claim: printedClaim, asks } = released!.content!.texts.en!;
    expect(printedClaim).toBe(`${value} / ${base}`);
    const ask = asks.groups.flatMap((group) => group.asks)[0];
    expect(ask).toMatchObject({
      tables: [table],
      figure: expect.stringContaining(`${value} of ${base} organisations`),
    });
    expect((await statePage("FR", "en"))?.asks).toMatchObject([{ code: "SP2", figure: ask!.figure }]);
    // The next session's large figures are compared with what was printed here.
    expect((await findEarlierEdition("ASP25"))?.figures).toContainEqual({
      ...{ table, codes: [codes[0], SHARE], measure: "share", value: printedPercent(value, base!) },
      asked: expect.stringMatching(/\S\n\S/),
    });
    const file = await findPublishedFile(slug, PACKAGE_PATH);
    if (!file || file === "gone") throw new Error("the package is not there");
    const archive = file.bytes;
    expect(surveyReleaseIn(archive)).toBe(survey.release);
    expect([...unzipped(archive).keys()].filter((path) => path.startsWith("survey/"))).toEqual([]);
    expect(await listReleasedSurveys(await room.as.analyst())).toEqual([survey.release]);
    expect(await listReleasedPackages(await room.as.analyst())).toHaveLength(1);

    const protection = await readProtection(await room.as.guardian(), id);
    const { groups } = shownProtection(protection!, "ar").survey!;
    expect(groups.length).toBeGreaterThan(0);
    for (const { title, figures } of groups)
      for (const { name } of figures) expect(`${title} ${name}`).toMatch(/^[^_=]*\p{Script=Arabic}[^_=]*$/u);

    const again = await withSurvey("ASP23");
    expect(await computeTables(await room.as.analyst(), again, 4)).toMatchObject({
      ok: false,
      refusal: { code: "waves.counted-before" },
    });
    // Whoever has read it has read it.
    valueFrom(await withdrawBriefing(await room.as.guardian(), id));
    expect(await computeTables(await room.as.analyst(), again, 4)).toMatchObject({
      ok: false,
      refusal: { code: "waves.counted-before" },
    });
    expect(await listReleasedPackages(await room.as.analyst())).toHaveLength(1);
    expect(await findPublishedFile(slug, PACKAGE_PATH)).toBe("gone");
  });
});
