import { beforeAll, expect, test } from "vitest";
import type { WaveId } from "#app/kernel/id.ts";
import * as results from "#app/routes/surveys/survey-results.tsx";
import * as change from "#app/routes/surveys/survey-results-change.tsx";
import * as gaps from "#app/routes/surveys/survey-results-gaps.tsx";
import * as indicators from "#app/routes/surveys/survey-results-indicators.tsx";
import * as questions from "#app/routes/surveys/survey-results-questions.tsx";
import * as together from "#app/routes/surveys/survey-results-together.tsx";
import { onBothDatabases } from "../support/database.ts";
import { type Cookie, open, send, signedInAs } from "../support/requests.ts";
import { closedSurvey } from "../support/survey-results.ts";
import { approvedWave, newSurveyTeam, openNow, type SurveyTeam } from "../support/waves.ts";
import { newColleague } from "../support/world.ts";

const DOORS = [results, change, gaps, indicators, questions, together];

interface Shown {
  readonly frame: { readonly is: string; readonly looked: { readonly n: number } | null };
  readonly content: unknown;
  readonly formToken: string;
}
interface Refused {
  readonly refusal: { readonly code: string };
}

onBothDatabases("the results of a survey, at their doors", (db) => {
  let team: SurveyTeam;
  let wave: WaveId;
  let running: WaveId;
  let analyst: Cookie;

  beforeAll(async () => {
    team = await newSurveyTeam();
    running = await approvedWave(team, openNow());
    wave = await closedSurvey(team, { invited: 12, answers: 11, byLink: 1 });
    analyst = await signedInAs(team.analyst, "analyst");
  }, 120_000);

  type Door = { loader: unknown; action: unknown };
  const at = (cookie: Cookie, waveId: string) => ({ cookie, params: { waveId, page: "incidents" } });
  const see = async (door: Door, cookie = analyst, waveId: string = wave, query = "") =>
    open<Shown>(door.loader as never, `/results${query}`, at(cookie, waveId));
  const press = async (door: Door, cookie = analyst, waveId: string = wave, query = "") => {
    const { formToken } = (await see(door, cookie, waveId)).data;
    return send<Refused>(door.action as never, `/results${query}`, { formToken }, at(cookie, waveId));
  };
  const entries = async () => Number((await db.sql("SELECT count(*)::int AS n FROM audit_entries"))[0]!.n);

  test("nobody but an analyst comes in, to look or to open", async () => {
    const { coordinators, guardians, administrator, setUp } = team.world;
    const others = [
      await signedInAs(coordinators[0], "intake", setUp.teamId),
      await signedInAs(guardians[0], "guardian"),
      await signedInAs(administrator, "administrator"),
    ];
    for (const door of DOORS)
      for (const cookie of others) {
        expect((await see(door, cookie)).status).toBe(404);
        const sent = await send<Refused>(door.action as never, "/results", { formToken: "" }, at(cookie, wave));
        expect(sent.status).toBe(404);
      }
  });

  test("a survey that takes answers shows nothing, and does not open", async () => {
    for (const door of DOORS)
      expect((await see(door, analyst, running)).data).toMatchObject({ frame: { is: "takes-answers" }, content: null });
    expect((await press(results, analyst, running)).data.refusal.code).toBe("waves.not-now");
  });

  test("looking is no act: nothing is opened and nothing recorded before a button is pressed", async () => {
    const before = await entries();
    for (const door of DOORS)
      expect((await see(door)).data).toMatchObject({ frame: { is: "sealed", looked: null }, content: null });
    expect(await entries()).toBe(before);
  });

  test("opening is recorded once, and every page after it records nothing", async () => {
    const before = await entries();
    const { location } = await press(questions, analyst, wave, "?public=yes");
    expect(location).toBe("/results?public=yes");
    expect(await entries()).toBe(before + 1);
    for (const door of DOORS)
      expect((await see(door)).data).toMatchObject({ frame: { is: "open", looked: { n: 12 } } });
    expect(await entries()).toBe(before + 1);
    expect((await see(results)).data.content).toMatchObject({ byCode: 11, byLink: 1, asked: 12 });
  });

  test("what one sitting has opened is sealed for every other, of the same person too", async () => {
    const again = await signedInAs(team.analyst, "analyst");
    expect((await see(results, again)).data.frame.is).toBe("sealed");
    expect((await see(results)).data.frame.is).toBe("open");
  });

  test("nothing of an answer comes by the address, and a page that is not there is not found", async () => {
    const { content } = (await see(together, analyst, wave, "?first=q7&second=q15&third=africa")).data;
    expect(content).toMatchObject({ names: ["q7", "q15"], result: { kind: "table", n: 12 } });
    const nowhere = { cookie: analyst, params: { waveId: wave, page: "contact" } };
    expect((await open(questions.loader as never, "/results", nowhere)).status).toBe(404);
  });

  test("weights are told to need ten who were invited, and are had from there on", async () => {
    const { data } = await see(indicators, analyst, wave, "?weighted=yes");
    expect(data.frame.looked).toMatchObject({ n: 11, weights: { kind: "on", byLink: 1 } });
    const some = await see(indicators, analyst, wave, "?weighted=yes&public=yes");
    expect(some.data.frame.looked).toMatchObject({ weights: { kind: "none", why: "too-few" } });
  });

  test("an analyst who came after the survey was approved holds no key to it", async () => {
    const late = await signedInAs(await newColleague(team.world, "analyst"), "analyst");
    expect((await see(results, late)).data.frame.is).toBe("sealed");
    expect((await press(results, late)).data.refusal.code).toBe("keys.waiting");
  });
});
