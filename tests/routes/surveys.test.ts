import { beforeAll, expect, test } from "vitest";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { instrumentDigest } from "#app/features/surveys/waves/instrument-store.server.ts";
import { findWaveByCode, findWaveByLink } from "#app/features/surveys/waves/respondent-wave.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { addDays } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";
import * as one from "#app/routes/surveys/survey.tsx";
import * as answersList from "#app/routes/surveys/survey-answers.tsx";
import * as changing from "#app/routes/surveys/survey-change.tsx";
import * as closing from "#app/routes/surveys/survey-closing.tsx";
import * as codes from "#app/routes/surveys/survey-codes.tsx";
import * as contactDelete from "#app/routes/surveys/survey-contact-delete.tsx";
import * as contacts from "#app/routes/surveys/survey-contacts.tsx";
import * as ending from "#app/routes/surveys/survey-end.tsx";
import * as handOver from "#app/routes/surveys/survey-hand-over.tsx";
import * as invited from "#app/routes/surveys/survey-invited.tsx";
import * as link from "#app/routes/surveys/survey-link.tsx";
import * as linkWithdraw from "#app/routes/surveys/survey-link-withdraw.tsx";
import * as planning from "#app/routes/surveys/survey-new.tsx";
import * as panel from "#app/routes/surveys/survey-panel.tsx";
import * as reminders from "#app/routes/surveys/survey-reminders.tsx";
import * as remindersFile from "#app/routes/surveys/survey-reminders-file.ts";
import * as list from "#app/routes/surveys/surveys.tsx";
import { onBothDatabases } from "../support/database.ts";
import { type Cookie, fetched, open, send, signedInAs } from "../support/requests.ts";
import { answered, newSurveyTeam, openNow, type SurveyTeam } from "../support/waves.ts";

interface Refused {
  readonly refusal: { readonly code: string; readonly fields?: Readonly<Record<string, string>> };
}
interface Sheets {
  readonly sheets: readonly { readonly organisation: string; readonly code: string; readonly use: string }[];
}
interface Invited {
  readonly panel: {
    readonly version: number;
    readonly invited: readonly { readonly id: string; readonly organisation: string; readonly standing: string }[];
  };
}

onBothDatabases("the pages of a survey, for those who plan it and who analyse it", () => {
  let team: SurveyTeam;
  let first: Cookie;
  let second: Cookie;
  let analyst: Cookie;
  let waveId: string;

  beforeAll(async () => {
    team = await newSurveyTeam();
    const { coordinators, setUp } = team.world;
    first = await signedInAs(coordinators[0], "intake", setUp.teamId);
    second = await signedInAs(coordinators[1], "intake", setUp.teamId);
    analyst = await signedInAs(team.analyst, "analyst");
  });

  type Door = { loader: unknown; action?: unknown };
  const at = (cookie: Cookie, params: Record<string, string> = { waveId }) => ({ cookie, params });
  const load = async <D>({ loader }: Door, cookie: Cookie, params?: Record<string, string>) =>
    (await open<D & { formToken: string }>(loader as never, "/page", at(cookie, params))).data;
  const press = async <D = Refused>(
    door: Door,
    cookie: Cookie,
    fields: Record<string, string>,
    params?: Record<string, string>,
  ) => {
    const { formToken } = await load<object>(door, cookie, params);
    return send<D>(door.action as never, "/page", { formToken, ...fields }, at(cookie, params));
  };
  const word = async (cookie: Cookie) => {
    const { wave } = await load<{ wave: { version: number; hash: string } }>(one, cookie);
    return press(one, cookie, { recordVersion: String(wave.version), hash: wave.hash });
  };
  const standard = () => instrumentDigest(standardInstrument() as unknown as Json);
  const aPlan = () => ({
    ...{ session: "ASP25", referenceFrom: "2025-12-07", referenceTo: "2026-11-01", instrument: standard() },
    ...openNow(),
  });

  test("a plan says at each field what is missing, and is kept", async () => {
    expect((await press(planning, first, {}, {})).data.refusal.fields).toEqual({
      session: "waves.session.required",
      referenceFrom: "waves.day.required",
      referenceTo: "waves.day.required",
      opensOn: "waves.day.required",
      closesOn: "waves.day.required",
      instrument: "waves.instrument.required",
    });
    const turned = { ...aPlan(), closesOn: "2020-01-01" };
    expect((await press(planning, first, turned, {})).data.refusal.fields).toEqual({ closesOn: "waves.days.order" });
    const { location } = await press(planning, first, aPlan(), {});
    waveId = location!.split("/").at(-1)!;
    const { wave } = await load<{ wave: { state: string; questionnaire: string } }>(one, second);
    expect(wave.state).toBe("draft");
    expect(wave.questionnaire).toContain("version 1");
  });

  test("it can be changed, and two persons open it", async () => {
    const change = { ...aPlan(), recordVersion: "1", referenceTo: "2026-11-02" };
    expect((await press(changing, second, change)).location).toBe(`/surveys/${waveId}`);
    expect((await word(first)).status).toBe(302);
    expect((await word(first)).data.refusal.code).toBe("waves.second-person-required");
    expect((await word(second)).status).toBe(302);
    const { waves } = await load<{ waves: { id: string; state: string }[] }>(list, first, {});
    expect(waves).toMatchObject([{ id: waveId, state: "open" }]);
    expect((await press(changing, first, { ...change, recordVersion: "3" })).data.refusal.code).toBe("waves.not-now");
  });

  test("names are pasted, and codes are the answer to a button, the same when it is sent again", async () => {
    const names = { panelVersion: "0", language: "fr", names: " A \r\n\r\nB\nC\nD" };
    expect((await press(panel, first, { ...names, names: "" })).data.refusal.fields).toEqual({
      names: "waves.names.required",
    });
    expect((await press(panel, first, names)).location).toBe(`/surveys/${waveId}/panel`);
    expect((await press(codes, first, { panelVersion: "1" })).data.refusal.code).toBe("waves.too-few-codes");
    await press(panel, first, { panelVersion: "1", language: "en", names: Array.from("EFGHIJKL").join("\n") });
    const { formToken } = await load<object>(codes, first);
    const ask = () => send<Sheets>(codes.action as never, "/page", { formToken, panelVersion: "2" }, at(first));
    const { sheets } = (await ask()).data;
    expect(sheets.map(({ organisation }) => organisation).join("")).toBe("ABCDEFGHIJKL");
    expect(sheets[0]!.use).toContain("Ouvrez");
    expect(await findWaveByCode(sheets[11]!.code)).toMatchObject({ id: waveId });
    expect((await ask()).data.sheets).toEqual(sheets);
    for (const { code } of sheets.slice(0, 11))
      await answered(code, { q1: "yes" }, { q39: "yes", channel: "Signal +00" });
  });

  test("an analyst hands over, and coordinators see who need not be reminded", async () => {
    const { waves } = await load<{ waves: { id: string }[] }>(answersList, analyst, {});
    expect(waves.map(({ id }) => id)).toEqual([waveId]);
    expect((await press<{ passed: number }>(handOver, analyst, {})).data.passed).toBe(6);
    const { panel: shown } = await load<Invited>(panel, first);
    expect(shown.invited.filter(({ standing }) => standing === "answered")).toHaveLength(6);
    const told = await load<{ reminders: { language: string; text: string; organisations: string[] }[] }>(
      reminders,
      second,
    );
    expect(told.reminders.flatMap(({ organisations }) => organisations)).toHaveLength(6);
    expect(told.reminders.find(({ language }) => language === "en")?.text).toContain("Dear colleagues");
    const file = await fetched(remindersFile.loader as never, "/page", at(first));
    expect(file.headers.get("Content-Disposition")).toContain("attachment");
    expect((await file.text()).split("\r\n").filter((line) => line.startsWith('"')).length).toBeGreaterThan(6);
  });

  test("who asked to be reached stands on a list until somebody has reached them", async () => {
    const shown = async () =>
      (await load<{ contacts: { id: string; lines: { text: string }[] }[] }>(contacts, second, {})).contacts;
    const before = await shown();
    expect(before.map(({ lines }) => lines.map(({ text }) => text))).toEqual(Array(6).fill(["yes", "Signal +00"]));
    const params = { contactId: before[0]!.id };
    expect((await press(contactDelete, second, {}, params)).location).toBe("/surveys/contacts");
    expect(await shown()).toEqual(before.slice(1));
    expect((await open(contactDelete.loader as never, "/page", at(first, params))).status).toBe(404);
    const walled = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.walledTeamId);
    expect((await load<{ contacts: object[] }>(contacts, walled, {})).contacts).toEqual([]);
    expect((await open(contacts.loader as never, "/page", at(analyst, {}))).status).toBe(404);
  });

  test("a lost code is replaced on a page of its own, which says the same of whoever has answered", async () => {
    const { panel: shown } = await load<Invited>(panel, first);
    const one = shown.invited.find(({ standing }) => standing === "has-code")!;
    const params = { waveId, invitedId: one.id };
    const verb = { verb: "lost", panelVersion: String(shown.version) };
    const { data } = await press<Sheets>(invited, first, verb, params);
    expect(data.sheets).toMatchObject([{ organisation: one.organisation }]);
    expect(await findWaveByCode(data.sheets[0]!.code)).toMatchObject({ id: waveId });
    expect((await press(invited, first, verb, params)).data.refusal.code).toBe("waves.changed-meanwhile");
  });

  test("the open link is shown once", async () => {
    const { code } = (await press<{ code: string }>(link, first, {})).data;
    expect(await findWaveByLink(code)).toMatchObject({ id: waveId, way: "link" });
    expect(await load<{ hasLink: boolean }>(link, second)).toMatchObject({ hasLink: true });
    expect((await press(linkWithdraw, second, {})).location).toBe(`/surveys/${waveId}`);
    expect(await findWaveByLink(code)).toBeNull();
    expect((await press(linkWithdraw, second, {})).data.refusal.code).toBe("waves.no-link");
  });

  test("its last day is moved by two persons, on a page that says at its field what is wrong", async () => {
    const shown = (cookie: Cookie) =>
      load<{ wave: { version: number; facts: { closesOn: string }; moving: { isMine: boolean } | null } }>(
        closing,
        cookie,
      );
    const move = async (cookie: Cookie, closesOn: string) => {
      const { wave } = await shown(cookie);
      return press(closing, cookie, { recordVersion: String(wave.version), closesOn });
    };
    const { wave } = await shown(first);
    const later = addDays(wave.facts.closesOn, 10);
    expect((await move(first, "")).data.refusal.fields).toEqual({ closesOn: "waves.day.required" });
    expect((await move(first, wave.facts.closesOn)).data.refusal.fields).toEqual({ closesOn: "waves.closing.same" });
    expect((await move(first, later)).location).toBe(`/surveys/${waveId}`);
    expect((await shown(second)).wave).toMatchObject({ facts: wave.facts, moving: { closesOn: later, isMine: false } });
    expect((await move(first, later)).data.refusal.code).toBe("waves.second-person-required");
    expect((await move(second, later)).location).toBe(`/surveys/${waveId}`);
    expect((await shown(first)).wave).toMatchObject({ facts: { closesOn: later }, moving: null });
  });

  test("it is closed by a button, and then nobody closes or discards it again", async () => {
    const { version, end } = await load<{ version: number; end: string }>(ending, second);
    expect(end).toBe("close");
    const fields = { recordVersion: String(version), end };
    expect((await press(ending, second, { ...fields, end: "discard" })).data.refusal.code).toBe("waves.not-now");
    expect((await press(ending, second, fields)).location).toBe(`/surveys/${waveId}`);
    expect(await load<{ end: null }>(ending, first)).toMatchObject({ end: null });
    const read = await readAnswers(await team.as.analyst(), waveId as WaveId);
    expect(read).toMatchObject({ ok: true, value: { broken: 0 } });
  });

  test("another team finds nothing of it, and no other role has these pages", async () => {
    const walled = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.walledTeamId);
    const guardian = await signedInAs(team.world.guardians[0], "guardian");
    for (const door of [one, changing, closing, panel, codes, link, reminders, ending])
      for (const cookie of [walled, guardian, analyst])
        expect((await open(door.loader as never, "/page", at(cookie))).status).toBe(404);
    for (const cookie of [first, walled, guardian])
      expect((await open(handOver.loader as never, "/page", at(cookie))).status).toBe(404);
  });
});
