import { beforeAll, describe, expect, test } from "vitest";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { applicableQuestions } from "#app/features/cases/questionnaire/report-progress.ts";
import { QUESTIONS } from "#app/features/cases/questionnaire/report-questions.ts";
import { discardDraft } from "#app/features/cases/reporting/draft-commands.server.ts";
import { findOwnDraft } from "#app/features/cases/reporting/report-queries.server.ts";
import type { DraftId } from "#app/kernel/id.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import * as question from "#app/routes/reporter/draft-question.tsx";
import * as beginning from "#app/routes/reporter/report-new.tsx";
import { onBothDatabases } from "../../support/database.ts";
import { openTab } from "../../support/drafts.ts";
import { aReport, typeIn } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { actorFor, newReporter, newWorld, type Person, valueFrom } from "../../support/world.ts";

const IBAN = "DE89 3704 0044 0532 0130 00";
const LISTED = { listedParties: { listedParty: "no" } } as const;

onBothDatabases("a question of a report", () => {
  let reporter: Person;
  let neighbour: Person;
  let cookie: Cookie;

  beforeAll(async () => {
    const world = await newWorld();
    reporter = await newReporter(world);
    neighbour = await newReporter(world, "Hillside Archive");
    cookie = await signedInAs(reporter, "reporter");
  });

  const actor = () => actorFor(reporter, "reporter");
  const draftWith = async (report: CaseReport = LISTED) => typeIn(await actor(), report);
  const saved = async (draftId: DraftId) => (await findOwnDraft(await actor(), draftId))?.report;

  test("begins a report with the first of them, and only one when pressed twice", async () => {
    const { data } = await open<{ formToken: string }>(beginning.loader, "/reports/new", { cookie });
    const press = () => send(beginning.action, "/reports/new", { formToken: data.formToken }, { cookie });
    const [first, second] = await Promise.all([press(), press()]);
    expect(first.location).toMatch(/^\/reports\/draft\/[0-9a-f-]{36}\/listed-parties$/);
    expect(second.location).toBe(first.location);
  });

  test("has a page with inputs for every question there is, in every language", async () => {
    const everything: CaseReport = aReport({
      affected: { affected: "partner" },
      affectedType: { affectedType: "cso" },
      otherIncidents: { otherIncidents: ["transfer_rejected"] },
      reason: { statedReason: "fear_of_penalties" },
      remedies: { remedies: ["complaint", "ombudsman"] },
      consequences: { consequences: ["extra_cost"] },
      consent: { consent: "c4_confidential_to_named" },
    });
    const draftId = await draftWith(everything);
    const asked = new Set([...applicableQuestions(everything).map(({ key }) => key), "ended"]);
    expect(QUESTIONS.filter(({ key }) => !asked.has(key))).toEqual([]);
    for (const { slug } of QUESTIONS) {
      const { page } = await openTab(cookie, draftId, slug, "ar");
      expect(page.fields.length, slug).toBeGreaterThan(0);
    }
  });

  test("offers countries by their names in the page's language", async () => {
    const { page } = await openTab(cookie, await draftWith(), "affected-country", "ar");
    expect(page.fields[0]?.packed).toContain("DE ألمانيا");
  });

  test("seals the answer and leads on to the next question", async () => {
    const draftId = await draftWith();
    const answer = await (await openTab(cookie, draftId, "affected")).continue({ affected: "own_organisation" });
    expect(answer).toMatchObject({ status: 302, location: `/reports/draft/${draftId}/affected-type` });
    expect(await saved(draftId)).toMatchObject({ affected: { affected: "own_organisation" } });
  });

  test("that is needed comes back with a message and everything typed", async () => {
    const draftId = await draftWith();
    const tab = await openTab(cookie, draftId, "started");
    const { status, data } = await tab.continue({ startedOnDay: "31", startedOnMonth: "2", startedOnYear: "2026" });
    expect(status).toBe(422);
    expect(data.refusal.fields).toEqual({ startedOn: "report.date.invalid" });
    expect(data.values).toMatchObject({ startedOnDay: "31", startedOnMonth: "2", startedOnYear: "2026" });
    expect(await saved(draftId)).toEqual(LISTED);
  });

  test("that is not needed may be passed over", async () => {
    const draftId = await draftWith();
    const answer = await (await openTab(cookie, draftId, "outcome")).continue({});
    expect(answer).toMatchObject({ status: 302, location: `/reports/draft/${draftId}/consequences` });
    expect(await saved(draftId)).toEqual(LISTED);
  });

  test("forgets an answer that is emptied again", async () => {
    const draftId = await draftWith(aReport({ ongoing: { ongoing: "no" } }));
    const ended = { endedOnYear: "2026", endedOnPrecision: "year" };
    await (await openTab(cookie, draftId, "ended")).continue(ended);
    expect((await saved(draftId))?.ended).toEqual({ endedOn: { date: "2026", precision: "year" } });
    await (await openTab(cookie, draftId, "ended")).continue({ endedOnYear: "", endedOnPrecision: "day" });
    expect((await saved(draftId))?.ended).toBeUndefined();
  });

  test("says when an end lies before its beginning", async () => {
    const draftId = await draftWith(aReport({ ongoing: { ongoing: "no" } }));
    const { status, data } = await (await openTab(cookie, draftId, "ended")).continue({ endedOnYear: "2020" });
    expect(status).toBe(422);
    expect(data.refusal.fields).toEqual({ endedOn: "report.ended.before-start" });
  });

  test("changed after the check leads back to the check", async () => {
    const draftId = await draftWith(aReport());
    const answer = await (await openTab(cookie, draftId, "danger")).continue({ dangerToPersons: "yes" });
    expect(answer.location).toBe(`/reports/draft/${draftId}/check`);
  });

  test("changed after the check leads to what the change has made necessary", async () => {
    const draftId = await draftWith(aReport());
    const answer = await (await openTab(cookie, draftId, "consent")).continue({ consent: "c4_confidential_to_named" });
    expect(answer.location).toBe(`/reports/draft/${draftId}/recipients`);
  });

  describe("in two tabs", () => {
    test("gives a conflict with the text just typed and the answer saved, and keeps the one that is pressed", async () => {
      const draftId = await draftWith();
      const [one, two] = [await openTab(cookie, draftId, "story"), await openTab(cookie, draftId, "story")];
      await one.continue({ story: "written first" });
      const late = await two.continue({ story: "written second" });
      expect(late.status).toBe(409);
      expect(late.data).toMatchObject({
        refusal: { code: "report.changed-meanwhile" },
        values: { story: "written second" },
      });
      const conflict = await openTab(cookie, draftId, "story");
      expect(conflict.page.saved).toEqual({ story: "written first" });
      expect((await conflict.continue({ story: late.data.values.story! })).status).toBe(302);
      expect((await saved(draftId))?.story).toEqual({ story: "written second" });
    });

    test("pressed twice in one tab is saved once, without a conflict", async () => {
      const draftId = await draftWith();
      const tab = await openTab(cookie, draftId, "story");
      const answers = await Promise.all([tab.continue({ story: "once" }), tab.continue({ story: "once" })]);
      const again = await tab.continue({ story: "once" });
      for (const { status, location } of [...answers, again])
        expect({ status, location }).toEqual({ status: 302, location: `/reports/draft/${draftId}/risk` });
    });

    test("gives back a text whose report was sent or thrown away in the other", async () => {
      const draftId = await draftWith();
      const tab = await openTab(cookie, draftId, "story");
      valueFrom(await discardDraft(await actor(), draftId));
      const { status, data } = await tab.continue({ story: "typed for an hour" });
      expect(status).toBe(404);
      expect(data.values).toMatchObject({ story: "typed for an hour" });
    });
  });

  describe("with an account number in its text", () => {
    test("is not saved, and every text can hold one", async () => {
      const draftId = await draftWith(aReport({ affected: { affected: "partner" } }));
      const texts = { story: "story", institution: "institutionName", "affected-name": "affectedName" };
      for (const [slug, name] of Object.entries(texts)) {
        const { status, data } = await (await openTab(cookie, draftId, slug)).continue({ [name]: `x ${IBAN}` });
        expect({ status, fields: data.refusal.fields }).toEqual({
          status: 422,
          fields: { [name]: "report.text.account-number" },
        });
      }
    });

    test("is saved once it is cut down by one press", async () => {
      const draftId = await draftWith();
      const tab = await openTab(cookie, draftId, "story");
      const answer = await tab.continue({ story: `they closed ${IBAN} on us`, accountNumbers: "mask" });
      expect(answer.status).toBe(302);
      expect((await saved(draftId))?.story).toEqual({ story: "they closed ••••3000 on us" });
    });
  });

  test("keeps a story that is too long, though it cannot be saved", async () => {
    const story = "line\n".repeat(4001);
    const { status, data } = await (await openTab(cookie, await draftWith(), "story")).continue({ story });
    expect(status).toBe(422);
    expect(data.values.story).toBe(story);
  });

  test("of nobody, of another organisation, or without an address, looks the same: nothing is there", async () => {
    const foreign = await typeIn(await actorFor(neighbour, "reporter"), LISTED);
    const draftId = await draftWith();
    const wrong = [
      { draftId: newId(), question: "story" },
      { draftId: foreign, question: "story" },
      { draftId: "x", question: "story" },
      { draftId, question: "no-such-question" },
    ];
    for (const params of wrong) {
      const path = `/reports/draft/${params.draftId}/${params.question}`;
      expect((await open(question.loader, path, { cookie, params })).status).toBe(404);
    }
    const { data } = await open<{ formToken: string }>(beginning.loader, "/reports/new", { cookie });
    const fields = { formToken: data.formToken, recordVersion: "2", story: "x" };
    const params = { draftId: foreign, question: "story" };
    expect((await send(question.action, `/reports/draft/${foreign}/story`, fields, { cookie, params })).status).toBe(
      404,
    );
  });
});
