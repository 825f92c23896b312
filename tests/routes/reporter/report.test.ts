import { beforeAll, expect, test } from "vitest";
import type { OwnReleases } from "#app/features/briefings/published/own-releases.ts";
import { addNote, moveCase } from "#app/features/cases/casework/triage-commands.server.ts";
import type { CaseRemedies } from "#app/features/cases/remedies/case-remedies.ts";
import { addRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import type { ReportList } from "#app/features/cases/reporting/report-list.ts";
import type { ReportPageData } from "#app/features/cases/reporting/report-page.ts";
import type { ErasureDates } from "#app/features/cases/retention.ts";
import { askReporter } from "#app/features/messages/message-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import * as report from "#app/routes/reporter/report.tsx";
import * as add from "#app/routes/reporter/report-add.tsx";
import * as consent from "#app/routes/reporter/report-consent.tsx";
import * as erase from "#app/routes/reporter/report-erase.tsx";
import * as erased from "#app/routes/reporter/report-erased.tsx";
import * as withdraw from "#app/routes/reporter/report-withdraw.tsx";
import * as list from "#app/routes/reporter/reports.tsx";
import { onDatabase } from "../../support/database.ts";
import type { Refused } from "../../support/drafts.ts";
import { aRemedy } from "../../support/remedies.ts";
import { aReport, sendReport, typeIn } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { actorFor, newReporter, newWorld, type Person, valueFrom, type World } from "../../support/world.ts";

type Verb = { readonly loader: typeof add.loader; readonly action: typeof add.action };

onDatabase("postgresql", "a sent report", () => {
  let world: World;
  let reporter: Person;
  let cookie: Cookie;

  beforeAll(async () => {
    world = await newWorld();
    reporter = await newReporter(world);
    cookie = await signedInAs(reporter, "reporter");
  });

  const sentOne = async () => sendReport(await actorFor(reporter, "reporter"));
  const read = async (caseId: CaseId, as = cookie) =>
    open<{ report: ReportPageData; remedies: CaseRemedies; published: OwnReleases }>(
      report.loader,
      `/reports/${caseId}`,
      { cookie: as, params: { caseId } },
    );
  const press = async (verb: unknown, caseId: CaseId, fields: Record<string, string> = {}) => {
    const { loader, action } = verb as Verb;
    const asked = { cookie, params: { caseId } };
    const { data } = await open<{ formToken: string }>(loader, `/reports/${caseId}`, asked);
    return send<Refused>(action, `/reports/${caseId}`, { ...fields, formToken: data.formToken }, asked);
  };

  test("is listed with where it stands, beside what was only begun", async () => {
    await typeIn(await actorFor(reporter, "reporter"), aReport());
    const caseId = await sentOne();
    const { data } = await open<{ list: ReportList }>(list.loader, "/reports", { cookie, locale: "fr" });
    expect(data.list.drafts[0]).toMatchObject({ isReady: true, title: "Préavis de clôture de compte" });
    expect(data.list.cases.find(({ id }) => id === caseId)).toMatchObject({ status: "received" });
  });

  test("tells who can read it by roles, and what was done", async () => {
    const caseId = await sentOne();
    const intake = await actorFor(world.coordinators[0], "intake", world.setUp.teamId);
    valueFrom(await moveCase(intake, caseId, { version: 1, event: "triage", reason: "looks urgent to me" }));
    const { data } = await read(caseId);
    expect(data.report.readers).toEqual({ team: "Europa", walled: false, hasLead: false });
    expect(data.report.steps.map(({ title, by, outcome }) => [title, by, outcome])).toEqual([
      ["reports.step.moved", "intake", "cases.status.triaged.meaning"],
      ["reports.step.submitted", "reporter", null],
    ]);
    expect(JSON.stringify(data)).not.toContain("looks urgent");
    expect(JSON.stringify(data)).not.toContain(world.coordinators[0].handle);
  });

  test("tells what was tried for it, what came of it, and nothing of what the team thinks", async () => {
    const caseId = await sentOne();
    const intake = await actorFor(world.coordinators[0], "intake", world.setUp.teamId);
    valueFrom(await addRemedy(intake, caseId, aRemedy({ result: "solved", note: "They gave in." })));
    valueFrom(await addNote(intake, caseId, { text: "looks tired" }));
    const { data } = await read(caseId);
    expect(data.remedies.rows).toMatchObject([
      { remedy: { code: "complaint" }, result: "solved", note: "They gave in." },
    ]);
    expect(data.report.steps[0]).toMatchObject({ title: "reports.step.remedy-added" });
    expect(data.published).toEqual({ releases: [], countsNow: true });
    expect(JSON.stringify(data)).not.toContain("looks tired");
  });

  test("is another organisation's affair to nobody else", async () => {
    const caseId = await sentOne();
    const neighbour = await signedInAs(await newReporter(world, "Hillside Archive"), "reporter");
    expect((await read(caseId, neighbour)).status).toBe(404);
  });

  test("can be added to, and an addition does not pass for the answer to a question", async () => {
    const caseId = await sentOne();
    const intake = await actorFor(world.coordinators[0], "intake", world.setUp.teamId);
    valueFrom(await askReporter(intake, caseId, { text: "On which day?" }));
    expect((await press(add, caseId, { text: "They rang again." })).location).toBe(`/reports/${caseId}`);
    const { data } = await read(caseId);
    expect(data.report).toMatchObject({ status: "needs_clarification", additions: [{ text: "They rang again." }] });
  });

  test("takes no empty addition and no account number, and gives back what was typed", async () => {
    const caseId = await sentOne();
    expect(await press(add, caseId, { text: "  " })).toMatchObject({
      status: 422,
      data: { refusal: { fields: { text: "reports.add.required" } } },
    });
    const text = "now DE89370400440532013000";
    expect(await press(add, caseId, { text })).toMatchObject({
      status: 422,
      data: { refusal: { fields: { text: "report.text.account-number" } }, values: { text } },
    });
    await press(add, caseId, { text, accountNumbers: "mask" });
    expect((await read(caseId)).data.report.additions).toMatchObject([{ text: "now ••••3000" }]);
  });

  test("changes what may be done with it; naming to some needs their names", async () => {
    const caseId = await sentOne();
    const level = "c4_confidential_to_named";
    expect(await press(consent, caseId, { consent: level, recipients: "" })).toMatchObject({
      status: 422,
      data: { refusal: { fields: { recipients: "report.recipients.required" } } },
    });
    await press(consent, caseId, { consent: level, recipients: "Foreign ministry of Norway" });
    const { data } = await read(caseId);
    expect(data.report).toMatchObject({ consent: level, recipients: "Foreign ministry of Norway" });
    expect(data.report.steps[0]).toMatchObject({ title: "reports.step.consent-changed" });
  });

  test("is withdrawn after one more question, and is then closed to every change", async () => {
    const caseId = await sentOne();
    const asked = await press(consent, caseId, { consent: "c0_none", recipients: "" });
    expect(asked.location).toBe(`/reports/${caseId}/withdraw`);
    expect((await read(caseId)).data.report.status).toBe("received");
    const tab = await open<{ formToken: string }>(add.loader, `/reports/${caseId}`, { cookie, params: { caseId } });
    await press(withdraw, caseId);
    expect((await read(caseId)).data.report).toMatchObject({
      status: "withdrawn_by_reporter",
      consent: "c0_none",
      isUsable: false,
    });
    for (const { loader } of [add, consent, withdraw]) {
      const answer = await open(loader, `/reports/${caseId}`, { cookie, params: { caseId } });
      expect(answer.location).toBe(`/reports/${caseId}`);
    }
    const late = { formToken: tab.data.formToken, consent: "c5_public_named", recipients: "" };
    expect(await send(consent.action, `/reports/${caseId}`, late, { cookie, params: { caseId } })).toMatchObject({
      status: 409,
      data: { refusal: { code: "case.ended" } },
    });
  });

  test("is erased once it is withdrawn, and the page names the two days", async () => {
    const caseId = await sentOne();
    const asked = { cookie, params: { caseId } };
    expect((await open(erase.loader, `/reports/${caseId}`, asked)).data).toMatchObject({ isWithdrawn: false });
    expect(await press(erase, caseId)).toMatchObject({
      status: 409,
      data: { refusal: { code: "case.withdraw-first" } },
    });
    await press(withdraw, caseId);
    const { data } = await open<{ dates: ErasureDates }>(erase.loader, `/reports/${caseId}`, asked);
    const day = 86_400_000;
    const apart = Date.parse(data.dates.goneFrom) - Date.parse(data.dates.unreadableFrom);
    expect(apart).toBe(28 * day);
    expect((await press(erase, caseId)).location).toBe("/reports/erased");
    expect((await open(erased.loader, "/reports/erased", { cookie })).data).toMatchObject({ dates: data.dates });
    expect((await read(caseId)).status).toBe(404);
  });
});
