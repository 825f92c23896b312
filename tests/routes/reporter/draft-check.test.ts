import { beforeAll, expect, test } from "vitest";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import type { CheckPageData } from "#app/features/cases/reporting/check-page.ts";
import type { DraftPageData } from "#app/features/cases/reporting/draft-page.ts";
import { findOwnDraft } from "#app/features/cases/reporting/report-queries.server.ts";
import type { DraftId } from "#app/kernel/id.ts";
import * as tasks from "#app/routes/reporter/draft.tsx";
import * as check from "#app/routes/reporter/draft-check.tsx";
import * as discard from "#app/routes/reporter/draft-discard.tsx";
import * as mask from "#app/routes/reporter/draft-mask.tsx";
import * as sent from "#app/routes/reporter/report-sent.tsx";
import { onDatabase } from "../../support/database.ts";
import { openTab, type Refused } from "../../support/drafts.ts";
import { aReport, sendReport, typeIn } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { actorFor, newReporter, newWorld, type Person, type World } from "../../support/world.ts";

const WITH_NUMBER = { story: { story: "first line\ncard 4111 1111 1111 1111" } };

onDatabase("postgresql", "checking and sending a report", () => {
  let world: World;
  let reporter: Person;
  let cookie: Cookie;

  beforeAll(async () => {
    world = await newWorld();
    reporter = await newReporter(world);
    cookie = await signedInAs(reporter, "reporter");
  });

  const draftWith = async (report: CaseReport) => typeIn(await actorFor(reporter, "reporter"), report);
  const openCheck = async (draftId: string) => {
    const asked = { cookie, params: { draftId } };
    const path = `/reports/draft/${draftId}/check`;
    const { status, data } = await open<{ check: CheckPageData; formToken: string }>(check.loader, path, asked);
    const hidden = { formToken: data?.formToken ?? "", recordVersion: String(data?.check?.version) };
    return { status, page: data?.check, press: () => send<Refused>(check.action, path, hidden, asked), hidden };
  };

  test("shows every answer with its way back, and what is promised", async () => {
    const { page } = await openCheck(await draftWith(aReport()));
    const answers = page.sections.flatMap((section) => section.answers);
    const institution = answers.find(({ titleKey }) => titleKey === "report.institution.title");
    expect(institution?.parts).toEqual([
      { kind: "name", text: "Northern Savings Bank" },
      { kind: "words", text: "Germany" },
    ]);
    expect(institution?.href).toMatch(/\/institution$/);
    expect(page).toMatchObject({ missing: [], dropped: [], consent: "c2_aggregate", promise: { urgency: "u3_10d" } });
  });

  test("names what is still needed and does not send before", async () => {
    const { consent: _, danger: __, ...rest } = aReport();
    const { page, press } = await openCheck(await draftWith(rest));
    expect(page.missing.map(({ titleKey }) => titleKey)).toEqual(["report.danger.title", "report.consent.title"]);
    expect(await press()).toMatchObject({ status: 422, data: { refusal: { code: "report.not-ready" } } });
  });

  test("lists answers that no longer apply as dropped", async () => {
    const ended = { endedOn: { date: "2026-02", precision: "month" } } as const;
    const { page } = await openCheck(await draftWith(aReport({ ended })));
    expect(page.dropped.map(({ titleKey }) => titleKey)).toEqual(["report.ended.title"]);
  });

  test("warns of a card number by its place, and sends only once it is cut down", async () => {
    const draftId = await draftWith(aReport(WITH_NUMBER));
    const { page, press, hidden } = await openCheck(draftId);
    expect(page.numbered).toMatchObject([
      { titleKey: "report.story.title", places: [{ kind: "card", line: 2, ending: "1111" }] },
    ]);
    expect(await press()).toMatchObject({ status: 422, data: { refusal: { code: "report.account-number" } } });
    const asked = { cookie, params: { draftId } };
    const masked = await send(mask.action, `/reports/draft/${draftId}/mask`, hidden, asked);
    expect(masked.location).toBe(`/reports/draft/${draftId}/check`);
    const again = await openCheck(draftId);
    expect(again.page.numbered).toEqual([]);
    expect((await again.press()).status).toBe(302);
  });

  test("sends once, however often it is pressed, and tells the reference and by when", async () => {
    const { press } = await openCheck(await draftWith(aReport({ danger: { dangerToPersons: "unsure" } })));
    const [first, second] = await Promise.all([press(), press()]);
    expect(first.location).toMatch(/^\/reports\/[0-9a-f-]{36}\/sent$/);
    expect(second.location).toBe(first.location);
    const caseId = first.location!.split("/")[2]!;
    const { data } = await open(sent.loader, first.location!, { cookie, params: { caseId } });
    expect(data).toMatchObject({
      reference: expect.stringMatching(/^TH-[0-9A-Z]{4}-[0-9A-Z]{4}$/),
      promise: { urgency: "u1_24h" },
      team: "Europa",
    });
  });

  test("is refused to somebody who has not read what is sent now", async () => {
    const draftId = await draftWith(aReport());
    const { press } = await openCheck(draftId);
    await (await openTab(cookie, draftId, "story")).continue({ story: "changed by a colleague" });
    expect(await press()).toMatchObject({ status: 409, data: { refusal: { code: "report.changed-before-sending" } } });
  });

  test("goes behind the wall where somebody may be listed, and says so before", async () => {
    const { page } = await openCheck(await draftWith(aReport({ listedParties: { listedParty: "unsure" } })));
    expect(page.readers).toMatchObject({ team: "Europa 2", walled: true });
  });

  test("is one part of a task list that knows what is done", async () => {
    const { story: _, ...rest } = aReport();
    const draftId = await draftWith(rest);
    const { data } = await open<{ page: DraftPageData }>(tasks.loader, `/reports/draft/${draftId}`, {
      cookie,
      params: { draftId },
    });
    const states = Object.fromEntries(data.page.sections.map(({ section, state }) => [section, state]));
    expect(states).toMatchObject({ start: "complete", who: "complete", what: "ready", words: "not_started" });
    expect(data.page).toMatchObject({ isReady: true, goOn: `/reports/draft/${draftId}/other-incidents` });
  });

  test("can be given up: the draft is gone after a second question", async () => {
    const draftId = await draftWith(aReport());
    const asked = { cookie, params: { draftId } };
    const { data } = await open<{ formToken: string }>(discard.loader, `/reports/draft/${draftId}/discard`, asked);
    const thrown = await send(
      discard.action,
      `/reports/draft/${draftId}/discard`,
      { formToken: data.formToken },
      asked,
    );
    expect(thrown.location).toBe("/reports");
    expect(await findOwnDraft(await actorFor(reporter, "reporter"), draftId as DraftId)).toBeNull();
    expect((await openCheck(draftId)).status).toBe(404);
  });

  test("keeps the eleventh of a day as a draft, and says when it can be sent", async () => {
    const other = await newReporter(world, "Hillside Archive");
    const asked = { cookie: await signedInAs(other, "reporter") };
    const actor = await actorFor(other, "reporter");
    for (let sent = 0; sent < 10; sent += 1) await sendReport(actor);
    const draftId = await typeIn(actor, aReport());
    const path = `/reports/draft/${draftId}/check`;
    const { data } = await open<{ check: CheckPageData; formToken: string }>(check.loader, path, {
      ...asked,
      params: { draftId },
    });
    const form = { formToken: data.formToken, recordVersion: String(data.check.version) };
    const refusal = { kind: "rate-limited", code: "report.too-many-today", retryAfterSeconds: expect.any(Number) };
    const press = () => send<Refused>(check.action, path, form, { ...asked, params: { draftId } });
    expect(await press()).toMatchObject({ status: 429, data: { refusal } });
    expect((await findOwnDraft(actor, draftId))?.report.story).toEqual(aReport().story);
  });
});
