import { beforeAll, describe, expect, test } from "vitest";
import type { WorkCasePageData } from "#app/features/cases/casework/work-case-page.ts";
import { addToCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { findOwnCase } from "#app/features/cases/reporting/report-queries.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import * as assigned from "#app/routes/casework/assigned.tsx";
import * as page from "#app/routes/casework/case.tsx";
import * as assessment from "#app/routes/casework/case-assessment.tsx";
import * as assign from "#app/routes/casework/case-assign.tsx";
import * as note from "#app/routes/casework/case-note.tsx";
import * as status from "#app/routes/casework/case-status.tsx";
import * as urgency from "#app/routes/casework/case-urgency.tsx";
import * as wall from "#app/routes/casework/case-wall.tsx";
import { A_JUDGEMENT, type CaseTeam, newCaseTeam } from "../../support/case-team.ts";
import { onBothDatabases } from "../../support/database.ts";
import { sendReport } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";

interface FormPage {
  readonly formToken: string;
  readonly standing: { readonly version: number };
}
type Door = { readonly loader: typeof status.loader; readonly action: typeof status.action };

onBothDatabases("a case at work", () => {
  let team: CaseTeam;
  let intake: Cookie;
  let leading: Cookie;
  let caseId: CaseId;

  beforeAll(async () => {
    team = await newCaseTeam();
    intake = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    leading = await signedInAs(team.lead, "lead");
    caseId = await sendReport(await team.as.reporter());
  });

  const asked = (cookie: Cookie, id: string = caseId) => ({ cookie, params: { caseId: id } });
  const path = () => `/cases/${caseId}`;
  const read = async (cookie = intake) =>
    (await open<{ work: WorkCasePageData }>(page.loader, path(), asked(cookie))).data.work;
  /** Opens the page of a verb and sends its form, as the page has drawn it. */
  const submit = async (door: unknown, fields: Record<string, string>, cookie = intake) => {
    const { loader, action } = door as Door;
    const { data } = await open<FormPage>(loader, path(), asked(cookie));
    const hidden = { formToken: data.formToken, recordVersion: String(data.standing.version) };
    return send<{ refusal: { kind: string; code: string; fields?: object }; values: Record<string, string> }>(
      action,
      path(),
      { ...hidden, ...fields },
      asked(cookie),
    );
  };

  test("shows everything that was said, and what the rules suggest", async () => {
    const work = await read();
    expect(work).toMatchObject({
      organisationName: "Riverside Legal Clinic",
      row: { status: { code: "received" }, judgement: { urgency: { code: "u3_10d" } } },
      suggestion: { urgency: { code: "u3_10d" }, rule: "ongoing_without_date" },
      eligibility: "not_assessed",
      notCounted: ["not_assessed"],
      may: { move: true, triage: true, assign: true, wall: true },
    });
    expect(JSON.stringify(work.sections)).toContain("The bank wrote that it will end our account.");
    expect(work.steps.map(({ key }) => key)).toEqual(["casework.step.submitted"]);
  });

  test("only possible moves are offered, and another one is refused", async () => {
    const { data } = await open<{ moves: string[] }>(status.loader, path(), asked(intake));
    expect(data).toMatchObject({ moves: ["triage", "close"], mayAsk: true });
    const wrong = await submit(status, { event: "escalate", reason: "because" });
    expect(wrong).toMatchObject({ status: 409, data: { refusal: { code: "case.transition-refused" } } });
  });

  test("neither erasing, withdrawing nor a question without its words comes by the form of the team", async () => {
    for (const event of ["erase", "withdraw", "ask"])
      expect((await submit(status, { event })).data.refusal.fields).toEqual({ event: "casework.move.required" });
  });

  test("closing wants a reason and keeps what was typed", async () => {
    const answer = await submit(status, { event: "close", reason: " " });
    expect(answer.status).toBe(422);
    expect(answer.data.refusal.fields).toEqual({ reason: "casework.reason.required" });
    expect(answer.data.values.event).toBe("close");
  });

  test("status, urgency, judgement and notes are told in one history, and the reporter sees the status alone", async () => {
    const home = { status: 302, location: path() };
    expect(await submit(status, { event: "triage" })).toMatchObject(home);
    expect(await submit(urgency, { urgency: "u2_3d", reason: "Payroll is on Friday." })).toMatchObject(home);
    expect(await submit(assessment, A_JUDGEMENT)).toMatchObject(home);
    expect(await submit(note, { text: "Rang them at noon." })).toMatchObject(home);
    const work = await read();
    expect(work.steps.map(({ key }) => key.split(".").at(-1))).toEqual([
      "noted",
      "assessed",
      "urgency-set",
      "moved",
      "submitted",
    ]);
    expect(work.steps[2]).toMatchObject({
      by: "intake",
      values: { from: "Within 10 working days", to: "Within 3 working days" },
      text: "Payroll is on Friday.",
    });
    expect(work.steps[2]!.changes).toMatchObject([{ field: "due", from: {}, to: {} }]);
    expect(work.steps[1]!.changes).toContainEqual({ field: "severity", from: null, to: { words: "High" } });
    expect(work).toMatchObject({
      overCompliance: { answer: "over_compliance", suggested: "over_compliance" },
      eligibility: "eligible",
      notCounted: [],
    });
    const own = await findOwnCase(await team.as.reporter(), caseId);
    expect(own?.steps.map(({ action }) => action)).toEqual(["case.submitted", "case.moved"]);
  });

  test("asking for the suggestion keeps nothing, and gives back all that was chosen", async () => {
    const before = await read();
    const chosen = { institutionBound: "yes", affectedListed: "yes", dealingLicensed: "no", eligibility: "eligible" };
    const answer = await submit(assessment, { ...chosen, step: "suggest" });
    expect(answer).toMatchObject({ status: 200, data: { suggested: "required_by_law", typed: chosen } });
    expect((await read()).version).toBe(before.version);
  });

  test("who was slower is told so, with everything as typed and the case as it stands now", async () => {
    const { data } = await open<FormPage>(urgency.loader, path(), asked(intake));
    await submit(status, { event: "support", reason: "We write to the bank." });
    const fields = {
      formToken: data.formToken,
      recordVersion: String(data.standing.version),
      urgency: "u1_24h",
      reason: "They threaten to come back tomorrow.",
    };
    const late = await send<{ refusal: object; values: object }>(urgency.action, path(), fields, asked(intake));
    expect(late).toMatchObject({
      status: 409,
      data: {
        refusal: { kind: "conflict", code: "case.changed-meanwhile" },
        values: { urgency: "u1_24h", reason: "They threaten to come back tomorrow." },
      },
    });
    const now = await open<FormPage>(urgency.loader, path(), asked(intake));
    expect(now.data.standing.version).toBe(data.standing.version + 1);
  });

  test("a form sent twice is done once", async () => {
    const { data } = await open<FormPage>(note.loader, path(), asked(intake));
    const fields = { formToken: data.formToken, text: "Once only." };
    const twice = [1, 2].map(() => send(note.action, path(), fields, asked(intake)));
    for (const answer of await Promise.all(twice)) expect(answer.status).toBe(302);
    expect((await read()).steps.filter(({ text }) => text === "Once only.")).toHaveLength(1);
  });

  describe("given to a lead", () => {
    test("it stands on the lead's own list, opens, and can be worked on but not judged", async () => {
      expect((await open(page.loader, path(), asked(leading))).status).toBe(404);
      expect((await submit(assign, { lead: team.lead.userId })).location).toBe(path());
      const list = await open<{ assigned: { rows: { caseId: string }[] } }>(assigned.loader, "/assigned", {
        cookie: leading,
      });
      expect(list.data.assigned.rows.map((row) => row.caseId)).toEqual([caseId]);
      const work = await read(leading);
      expect(work.row.lead).toBe(team.lead.handle);
      expect(work.may).toEqual({ move: true, triage: false, assign: false, wall: false, bind: false });
      expect((await submit(note, { text: "I write to them today." }, leading)).status).toBe(302);
      for (const door of [urgency, assessment, assign])
        expect((await open(door.loader, path(), asked(leading))).status).toBe(404);
    });

    test("somebody who is no lead of the team is refused", async () => {
      const answer = await submit(assign, { lead: team.reporter.userId });
      expect(answer).toMatchObject({ status: 422, data: { refusal: { code: "cases.lead.unknown" } } });
    });

    test("what the reporter adds reaches the lead", async () => {
      await submit(note, { text: "A last note." }, leading);
      await addToCase(await team.as.reporter(), caseId, { text: "They rang again." });
      expect((await read(leading)).additions.map(({ text }) => text)).toEqual(["They rang again."]);
    });

    test("taken back, it is gone for the lead", async () => {
      await submit(assign, { lead: "" });
      expect((await open(page.loader, path(), asked(leading))).status).toBe(404);
    });
  });

  test("closed, nobody is owed a day; opened again, somebody is, and no day that has passed", async () => {
    await submit(status, { event: "close", reason: "They found another bank." });
    expect((await read()).row.dueAt).toBeNull();
    await submit(status, { event: "reopen", reason: "The new bank refuses as well." });
    const { row, now } = await read();
    expect(row.dueAt! > now).toBe(true);
  });

  describe("moved behind the wall", () => {
    test("wants a reason and the tick that nobody fetches it back, and keeps what was typed", async () => {
      const { data } = await open<{ walled: string }>(wall.loader, path(), asked(intake));
      expect(data.walled).not.toBe("");
      const answer = await submit(wall, { reason: "A listed partner." });
      expect(answer).toMatchObject({ status: 422, data: { values: { reason: "A listed partner." } } });
      expect(answer.data.refusal.fields).toEqual({ sure: "casework.wall.sure.required" });
    });

    test("it is not there for its old team any more, and not to be moved by its new one", async () => {
      const moved = await submit(wall, { reason: "A listed partner.", sure: "yes" });
      expect(moved).toMatchObject({ status: 302, location: "/cases/walled" });
      expect((await open(page.loader, path(), asked(intake))).status).toBe(404);
      const { coordinators, setUp } = team.world;
      const walled = await signedInAs(coordinators[1], "intake", setUp.walledTeamId);
      const work = await read(walled);
      expect(work.may).toMatchObject({ triage: true, wall: false });
      expect(work.steps.map(({ key, text }) => [key, text])).toContainEqual([
        "casework.step.noted",
        "A listed partner.",
      ]);
      expect((await open(wall.loader, path(), asked(walled))).status).toBe(404);
    });
  });

  test("what is not there, what is another team's, and what is no id look the same", async () => {
    const walled = await sendReport(await team.as.reporter(), { listedParties: { listedParty: "yes" } });
    const ids = ["0a4d3f4e-55f6-4d0c-8b0e-0c8a3c1f7a01", walled, "x"];
    const answers = [];
    for (const id of ids) answers.push(await open(page.loader, `/cases/${id}`, asked(intake, id)));
    expect(answers.map(({ status, data }) => [status, data])).toEqual(ids.map(() => [404, null]));
  });
});
