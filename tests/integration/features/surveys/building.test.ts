import { beforeAll, expect, test } from "vitest";
import { addNewQuestion } from "#app/features/surveys/building/adding.server.ts";
import { beginEmpty, beginFromVersion } from "#app/features/surveys/building/beginning.server.ts";
import { editDraft, editSheet, seenMark } from "#app/features/surveys/building/draft-commands.server.ts";
import { findBuilt, readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { actOnOutline } from "#app/features/surveys/building/outline-acts.server.ts";
import { digestOf, listPublished } from "#app/features/surveys/building/published.server.ts";
import { publishDraft } from "#app/features/surveys/building/publishing.server.ts";
import { pageSheet, questionSheet } from "#app/features/surveys/building/sheets.ts";
import { questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { saveInstrumentDraft } from "#app/features/surveys/waves/instrument-drafts.server.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { newSurveyTeam, type SurveyTeam } from "../../../support/waves.ts";
import { valueFrom } from "../../../support/world.ts";

onBothDatabases("a questionnaire that a team is writing", () => {
  let team: SurveyTeam;
  const standard = digestOf(standardInstrument());
  const begun = async () => valueFrom(await beginFromVersion(await team.as.one(), standard)).id;

  beforeAll(async () => {
    team = await newSurveyTeam();
  });

  test("is the team's: nobody else finds it, and an analyst cannot write one", async () => {
    const id = await begun();
    expect(await findBuilt(await team.as.other(), id)).toMatchObject({ id, version: 1, base: standard });
    expect(await findBuilt(await team.as.walled(), id)).toBeNull();
    expect((await editDraft(await team.as.walled(), id, ({ instrument }) => ok(instrument))).ok).toBe(false);
    expect((await beginEmpty(await team.as.analyst(), { title: "No", language: "en" })).ok).toBe(false);
  });

  test("takes edits of two people who save in the same moment, and loses neither", async () => {
    const id = await begun();
    const [one, other] = [await team.as.one(), await team.as.other()];
    const add = (label: string) => ({ kind: "short-text" as const, label });
    const done = await Promise.all([
      addNewQuestion(one, id, "asks", add("First")),
      addNewQuestion(other, id, "contact", add("Second")),
    ]);
    expect(done.every((each) => each.ok)).toBe(true);
    const { instrument, version } = await readBuilt(one, id);
    const labels = questionsOf(instrument).map(({ label }) => label.en);
    expect(labels).toEqual(expect.arrayContaining(["First", "Second"]));
    expect(version).toBe(3);
    expect(new Set(questionsOf(instrument).map(({ name }) => name)).size).toBe(labels.length);
  });

  test("takes a form only of who has seen the part as it stands", async () => {
    const id = await begun();
    const { instrument } = await readBuilt(await team.as.one(), id);
    const [sheet, fields] = [pageSheet("asks"), pageSheet("asks").fields(instrument)!];
    const sent = { ...fields, title: "Better", seen: seenMark(fields) };
    expect((await editSheet(await team.as.one(), id, sheet, sent)).ok).toBe(true);
    expect(await editSheet(await team.as.other(), id, sheet, { ...sent, title: "Other" })).toMatchObject({
      refusal: { code: "questionnaires.changed-meanwhile" },
    });
    const question = questionSheet("q38");
    const other = question.fields(instrument)!;
    expect((await editSheet(await team.as.other(), id, question, { ...other, seen: seenMark(other) })).ok).toBe(true);
  });

  test("is published with its day and the next number, and is no draft any more", async () => {
    const id = await begun();
    valueFrom(await actOnOutline(await team.as.one(), id, "down q4"));
    expect(await publishDraft(await team.as.one(), id, { version: 1 })).toMatchObject({
      refusal: { code: "questionnaires.changed-meanwhile" },
    });
    const { digest } = valueFrom(await publishDraft(await team.as.one(), id, { version: 2 }));
    const found = (await listPublished(await team.as.other())).find((one) => one.digest === digest);
    expect(found).toMatchObject({ publishedOn: isoDayOf(now()), instrument: { name: "standard", version: 2 } });
    expect(await findBuilt(await team.as.one(), id)).toBeNull();
    const next = valueFrom(await beginFromVersion(await team.as.one(), digest)).id;
    expect((await readBuilt(await team.as.one(), next)).instrument.version).toBe(3);
    expect(await publishDraft(await team.as.one(), next, { version: 1 })).toMatchObject({
      refusal: { code: "questionnaires.nothing-new" },
    });
  });

  test("that somebody has put there in another form is not there", async () => {
    const { id } = valueFrom(await saveInstrumentDraft(await team.as.one(), { title: "not one of ours" }));
    expect(await findBuilt(await team.as.one(), id)).toBeNull();
    expect((await editDraft(await team.as.one(), id, ({ instrument }) => ok(instrument))).ok).toBe(false);
  });
});
