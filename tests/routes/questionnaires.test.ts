import { beforeAll, expect, test } from "vitest";
import { beginFromVersion } from "#app/features/surveys/building/beginning.server.ts";
import { digestOf } from "#app/features/surveys/building/published.server.ts";
import { questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { readInstrument } from "#app/features/surveys/instruments/read-instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { listInstruments } from "#app/features/surveys/waves/instrument-store.server.ts";
import { valueFrom } from "#app/kernel/result.ts";
import * as overview from "#app/routes/questionnaires/questionnaire.tsx";
import * as checking from "#app/routes/questionnaires/questionnaire-check.tsx";
import * as discarding from "#app/routes/questionnaires/questionnaire-discard.tsx";
import * as endDelete from "#app/routes/questionnaires/questionnaire-end-delete.tsx";
import * as endNew from "#app/routes/questionnaires/questionnaire-end-new.tsx";
import * as file from "#app/routes/questionnaires/questionnaire-file.ts";
import * as importing from "#app/routes/questionnaires/questionnaire-import.tsx";
import * as beginning from "#app/routes/questionnaires/questionnaire-new.tsx";
import * as pageDelete from "#app/routes/questionnaires/questionnaire-page-delete.tsx";
import * as pageNew from "#app/routes/questionnaires/questionnaire-page-new.tsx";
import * as trial from "#app/routes/questionnaires/questionnaire-preview.tsx";
import * as question from "#app/routes/questionnaires/questionnaire-question.tsx";
import * as condition from "#app/routes/questionnaires/questionnaire-question-condition.tsx";
import * as deleting from "#app/routes/questionnaires/questionnaire-question-delete.tsx";
import * as kind from "#app/routes/questionnaires/questionnaire-question-kind.tsx";
import * as moving from "#app/routes/questionnaires/questionnaire-question-move.tsx";
import * as questionNew from "#app/routes/questionnaires/questionnaire-question-new.tsx";
import * as taking from "#app/routes/questionnaires/questionnaire-take.tsx";
import * as translation from "#app/routes/questionnaires/questionnaire-translation.tsx";
import * as version from "#app/routes/questionnaires/questionnaire-version.tsx";
import * as whole from "#app/routes/questionnaires/questionnaire-whole.tsx";
import * as list from "#app/routes/questionnaires/questionnaires.tsx";
import { onBothDatabases } from "../support/database.ts";
import { type Cookie, fetched, open, send, sendFiles, signedInAs } from "../support/requests.ts";
import { newSurveyTeam, type SurveyTeam } from "../support/waves.ts";

interface Refused {
  readonly refusal: { readonly code: string; readonly fields?: Readonly<Record<string, string>> };
  readonly values: Readonly<Record<string, string>>;
}
interface Outline {
  readonly outline: {
    readonly faults: number;
    readonly pages: readonly { readonly name: string; readonly questions: readonly { readonly name: string }[] }[];
  };
}
interface Sheet {
  readonly seen: string;
  readonly defaults: Readonly<Record<string, string | string[]>>;
}

onBothDatabases("the pages on which a questionnaire is built", () => {
  let team: SurveyTeam;
  let first: Cookie;
  let second: Cookie;
  let id: string;
  const standard = digestOf(standardInstrument());

  beforeAll(async () => {
    team = await newSurveyTeam();
    const { coordinators, setUp } = team.world;
    first = await signedInAs(coordinators[0], "intake", setUp.teamId);
    second = await signedInAs(coordinators[1], "intake", setUp.teamId);
    id = valueFrom(await beginFromVersion(await team.as.one(), standard)).id;
  });

  type Door = { loader: unknown; action?: unknown };
  type Params = Record<string, string>;
  const at = (cookie: Cookie, params: Params) => ({ cookie, params: { questionnaireId: id, ...params } });
  const load = async <D>({ loader }: Door, params: Params = {}, cookie = first) =>
    (await open<D & { formToken: string }>(loader as never, "/page", at(cookie, params))).data;
  const press = async <D = Refused>(
    door: Door,
    fields: Record<string, string | readonly string[]>,
    params: Params = {},
    cookie = first,
  ) => {
    const { formToken } = await load<object>(door, params, cookie);
    return send<D>(door.action as never, "/page", { formToken, ...fields }, at(cookie, params));
  };
  /** The fields of a sheet as its page shows them. */
  const sheetOf = async (door: Door, params: Params, part?: "question" | "condition" | "translation") => {
    const data = await load<Record<string, Sheet> & Sheet>(door, params);
    const { seen, defaults } = part ? data[part]! : data;
    return { ...defaults, seen } as Record<string, string | string[]>;
  };
  const names = async () => {
    const { outline } = await load<Outline>(overview);
    return outline.pages.map(({ questions }) => questions.map(({ name }) => name).join(" "));
  };

  test("list what comes with the product beside drafts of the team, and begin from either", async () => {
    const listed = await load<{ drafts: { id: string }[]; versions: { digest: string; isPublished: boolean }[] }>(list);
    expect(listed.drafts.map((one) => one.id)).toContain(id);
    expect(listed.versions).toMatchObject([{ digest: standard, isPublished: false }]);
    expect((await press(beginning, { from: "" })).data.refusal.fields).toEqual({
      from: "questionnaires.error.choose-from",
    });
    expect((await press(beginning, { from: "empty" })).data.refusal.fields).toEqual({
      title: "questionnaires.error.title",
    });
    const begun = await press(beginning, { from: "empty", title: "Our own", language: "ar" });
    expect(begun.location).toMatch(/^\/questionnaires\/[0-9a-f-]{36}$/);
    expect((await press(version, {}, { digest: standard })).location).toMatch(/^\/questionnaires\/[0-9a-f-]{36}$/);
  });

  test("add, move, copy and delete, and say what hangs on what", async () => {
    expect((await press(pageNew, { title: " " })).data.refusal.fields).toEqual({ title: "questionnaires.error.title" });
    const paged = await press(pageNew, { title: "One more" });
    const pageName = paged.location!.split("/").at(-2)!;
    const lacking = await press(questionNew, { label: "What else?" }, { pageName });
    expect(lacking.data.refusal.fields).toEqual({ kind: "questionnaires.error.kind" });
    expect(lacking.data.values.label).toBe("What else?");
    const asked = await press(questionNew, { label: "What else?", kind: "one-of" }, { pageName });
    const name = asked.location!.split("/").at(-1)!;
    expect((await press(overview, { act: `copy ${name}` })).location).toBe(`/questionnaires/${id}#question-${name}`);
    await press(overview, { act: `up ${name}` });
    expect((await names()).at(-2)).toBe(`q39 q39_channel ${name}`);
    await press(moving, { to: `${pageName} ${name}_2` }, { questionName: name });
    expect((await names()).at(-1)).toBe(`${name}_2 ${name}`);
    expect((await press(moving, { to: "nowhere first" }, { questionName: name })).data.refusal.fields).toEqual({
      to: "questionnaires.error.choose-place",
    });

    const needed = await load<{ needed: { called: string }[]; seen: string }>(deleting, { questionName: "q13" });
    expect(needed.needed.length).toBeGreaterThan(10);
    const stuck = await press(deleting, { seen: needed.seen }, { questionName: "q13" });
    expect(stuck.data.refusal.code).toBe("questionnaires.is-needed");
    const { seen } = await load<{ seen: string }>(pageDelete, { pageName });
    await press(overview, { act: `down ${name}_2` });
    expect((await press(pageDelete, { seen }, { pageName })).data.refusal.code).toBe(
      "questionnaires.changed-meanwhile",
    );
    const now = await load<{ seen: string }>(pageDelete, { pageName });
    expect((await press(pageDelete, { seen: now.seen }, { pageName })).location).toBe(`/questionnaires/${id}`);
    expect((await names()).join(" ")).not.toContain(name);
  });

  test("keep everything typed where a field is wrong", async () => {
    const typed = {
      ...(await sheetOf(question, { questionName: "q38" }, "question")),
      label: "New words",
      most: "many",
    };
    const answer = await press(question, typed, { questionName: "q38" });
    expect(answer.data.refusal.fields).toEqual({ most: "questionnaires.error.whole" });
    expect(answer.data.values).toMatchObject({ label: "New words", most: "many" });
  });

  test("two people on one question: the later one gets what they typed back, and nobody's words are lost", async () => {
    const params = { questionName: "q38" };
    const [mine, theirs] = [await sheetOf(question, params, "question"), await sheetOf(question, params, "question")];
    expect((await press(question, { ...mine, label: "Mine" }, params)).status).toBe(302);
    const late = await press(question, { ...theirs, label: "Theirs" }, params, second);
    expect(late.status).toBe(409);
    expect(late.data).toMatchObject({
      refusal: { code: "questionnaires.changed-meanwhile" },
      values: { label: "Theirs" },
    });
    expect((await sheetOf(question, params, "question")).label).toBe("Mine");
  });

  test("two people on different parts do not disturb each other", async () => {
    const french = { language: "fr", pageName: "asks" };
    const other = await sheetOf(translation, french, "translation");
    const mine = await sheetOf(question, { questionName: "q38" }, "question");
    expect((await press(question, { ...mine, label: "Mine again" }, { questionName: "q38" })).status).toBe(302);
    expect((await press(translation, { ...other, "q38.label": "La mienne" }, french, second)).status).toBe(302);
    expect((await sheetOf(translation, french, "translation"))["q38.label"]).toBe("La mienne");
    expect((await sheetOf(question, { questionName: "q38" }, "question")).label).toBe("Mine again");
  });

  test("the same form sent twice acts once", async () => {
    const { formToken } = await load<object>(overview);
    const twice = () => send(overview.action as never, "/page", { formToken, act: "down q7" }, at(first, {}));
    const before = await names();
    expect((await twice()).status).toBe(302);
    const once = await names();
    expect((await twice()).status).toBe(302);
    expect(await names()).toEqual(once);
    await press(overview, { act: "up q7" });
    expect(await names()).toEqual(before);
  });

  test("kinds, conditions and early ends are changed on pages of their own", async () => {
    const params = { questionName: "q38" };
    const { seen } = await load<Sheet>(kind, params);
    expect((await press(kind, { seen, kind: "short-text" }, params)).location).toBe(
      `/questionnaires/${id}/questions/q38`,
    );
    const empty = await sheetOf(condition, params, "condition");
    const later = await press(condition, { ...empty, do: "add-0", "add-0": "q39" }, params);
    expect(later.data.refusal.fields).toEqual({ "add-0": "questionnaires.error.choose-question" });
    await press(condition, { ...empty, do: "add-0", "add-0": "q3" }, params);
    const line = await sheetOf(condition, params, "condition");
    await press(condition, { ...line, "verb-0-0": "is", "values-0-0": ["yes", "in_the_past"], do: "save" }, params);
    const { outline } = await load<{
      outline: { pages: { questions: { name: string; condition: string | null }[] }[] };
    }>(overview);
    const said = outline.pages.flatMap(({ questions }) => questions).find(({ name }) => name === "q38")?.condition;
    expect(said).toContain("Yes or In the past");
    const end = await press(endNew, { words: "Goodbye", question: "q3" }, { pageName: "asks" });
    expect(end.location).toMatch(/\/pages\/asks\/ends\/end_1$/);
    // Everybody answers question 3 who comes so far: nobody would reach the last page, which the check tells.
    expect((await load<{ faults: { code: string }[] }>(checking)).faults.map(({ code }) => code)).toContain(
      "unreachable-page",
    );
    const early = { pageName: "asks", endName: "end_1" };
    const shown = await load<{ seen: string }>(endDelete, early);
    expect((await press(endDelete, { seen: shown.seen }, early)).location).toBe(`/questionnaires/${id}`);
  });

  test("try it out with answers that travel in the form, in any of its languages", async () => {
    const begun = await load<{ first: { answers: string; view: { name: string } } }>(trial);
    const fields = { "trial-answers": begun.first.answers, "trial-at": "taking_part", "trial-language": "en" };
    const wrong = await press<Refused & { step: { view: { name: string } } }>(trial, { ...fields, "trial-act": "on" });
    expect(wrong.data.refusal.fields).toMatchObject({ q1: "surveys.error.choose-one" });
    expect(wrong.data.step.view.name).toBe("taking_part");
    const given = { ...fields, q1: "yes", q2: "c2_aggregate" };
    type Step = {
      step: { view: { name: string; title: string } | null; language: string; ending: string; answers: string };
    };
    const arabic = await press<Step>(trial, { ...given, "trial-act": "language ar" });
    expect(arabic.data.step).toMatchObject({ language: "ar", view: { name: "taking_part" } });
    const on = await press<Step>(trial, { ...given, "trial-act": "on" });
    expect(on.data.step.view?.name).toBe("work_with_the_court");
    const ended = await press<Step>(trial, {
      ...fields,
      "trial-answers": on.data.step.answers,
      "trial-at": "work_with_the_court",
      q3: "no",
      "trial-act": "on",
    });
    expect(ended.data.step).toMatchObject({ view: null });
    expect(ended.data.step.ending.length).toBeGreaterThan(10);
  });

  test("a fault stops publishing; without one it is published with its day, and never changes", async () => {
    const added = { label: "Without a translation", kind: "yes-no" };
    await press(questionNew, added, { pageName: "contact" });
    const before = await load<{ isReady: boolean; version: number; faults: { code: string }[]; comesAs: number }>(
      checking,
    );
    expect(before).toMatchObject({ isReady: false, comesAs: 2 });
    expect(new Set(before.faults.map(({ code }) => code))).toEqual(new Set(["translation-missing"]));
    const stopped = await press(checking, { recordVersion: String(before.version) });
    expect(stopped.data.refusal.code).toBe("questionnaires.has-faults");
    const values = await sheetOf(whole, {});
    await press(whole, { ...values, languages: ["en"], main: "en", name: "our_survey" });
    const ready = await load<{ isReady: boolean; version: number; before: { differences: { question: string }[] } }>(
      checking,
    );
    expect(ready.isReady).toBe(true);
    expect(ready.before.differences.map((one) => one.question)).toContain("q38");
    const stale = await press(checking, { recordVersion: String(ready.version - 1) });
    expect(stale.data.refusal.code).toBe("questionnaires.changed-meanwhile");
    const done = await press(checking, { recordVersion: String(ready.version) });
    const digest = done.location!.split("/").at(-1)!;
    const published = (await listInstruments(await team.as.one())).find((one) => one.digest === digest);
    expect(published?.publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const { versions } = await load<{ versions: { digest: string; version: number }[] }>(list);
    expect(versions.find((one) => one.digest === digest)).toMatchObject({ version: 1 });
    // Its draft is gone; another one of it changes nothing and so publishes nothing.
    const again = await press(version, {}, { digest });
    id = again.location!.split("/").at(-1)!;
    const same = await load<{ isKnown: boolean; comesAs: number; version: number }>(checking);
    expect(same).toMatchObject({ isKnown: true, comesAs: 2 });
    const nothing = await press(checking, { recordVersion: String(same.version) });
    expect(nothing.data.refusal.code).toBe("questionnaires.nothing-new");
  });

  test("files go out in three forms and come back; what is wrong is told by sheet and row", async () => {
    const { losses } = await load<{ losses: { code: string }[] }>(taking);
    expect(losses.map(({ code }) => code)).toContain("own-columns");
    const taken = async (format: string) =>
      new Uint8Array(await (await fetched(file.loader as never, "/page", at(first, { format }))).arrayBuffer());
    const given = async (name: string, bytes: Uint8Array) => {
      const { formToken } = await load<object>(importing);
      return sendFiles<Refused & { messages: { code: string; row?: number }[]; places: string[] }>(
        importing.action as never,
        "/page",
        { formToken },
        [{ name, content: bytes }],
        at(first, {}),
      );
    };
    const json = await taken("questionnaire.json");
    const read = valueFrom(readInstrument(new TextDecoder().decode(json)));
    expect(questionsOf(read).length).toBeGreaterThan(40);
    for (const format of ["questionnaire.json", "questionnaire.xlsx", "questionnaire.csv"]) {
      const back = await given(format, await taken(format));
      expect(back.location, format).toMatch(/^\/questionnaires\//);
      const made = back.location!.split("/").at(-1)!;
      const names = (await load<Outline>(overview, { questionnaireId: made })).outline.pages.flatMap((page) =>
        page.questions.map(({ name }) => name),
      );
      expect(names, format).toEqual(questionsOf(read).map(({ name }) => name));
    }
    const text = (said: string) => new TextEncoder().encode(said);
    expect((await given("a.json", text("{}"))).data).toMatchObject({
      refusal: { fields: { file: "refusal.instrument.misformed" } },
    });
    const sheetless = await given("a.csv", text("choices,,\n,list_name,name\n"));
    expect(sheetless.data.messages).toMatchObject([{ code: "sheet-missing" }]);
    expect((await given("a.bin", new Uint8Array([0xff, 0xfe, 0xff]))).data.refusal.fields).toEqual({
      file: "questionnaires.import.unknown",
    });
    expect((await press(importing, {})).data.refusal.fields).toEqual({
      file: "questionnaires.import.none",
    });
    const partly = await given(
      "a.csv",
      text(
        "survey,,,,\n,type,name,label::English (en),relevant\n,text,q1,What?,\n,geopoint,q2,Where?,\n,integer,q3,How many?,pulldata('x')\n",
      ),
    );
    const made = partly.location!.split("/").at(-1)!;
    const { told } = await load<{ told: { code: string; row: number }[] }>(overview, { questionnaireId: made });
    expect(told.map(({ code, row }) => `${code} ${row}`)).toEqual(["type-not-held 3", "expression-not-held 4"]);
    await press(overview, { act: "told" }, { questionnaireId: made });
    expect((await load<{ told: unknown[] }>(overview, { questionnaireId: made })).told).toEqual([]);
  });

  test("a draft is discarded once, and what is not there looks like nothing", async () => {
    const { version: seen } = await load<{ version: number }>(discarding);
    expect((await press(discarding, { recordVersion: String(seen) })).location).toBe("/questionnaires");
    expect((await open(overview.loader as never, "/page", at(first, {}))).status).toBe(404);
    const other = at(first, { digest: "0".repeat(64) });
    expect((await open(version.loader as never, "/page", other)).status).toBe(404);
  });
});
