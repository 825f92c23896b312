import { expect, test } from "vitest";
import { SAMPLE_TEXTS } from "#app/features/briefings/demo/sample-briefing.ts";
import { withSpacesOf } from "#app/i18n/french-spaces.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import {
  askFor,
  beginBriefing,
  chooseTablesAt,
  computeTablesAt,
  sendToReview,
  writeText,
} from "../support/briefing-walk.ts";
import { type Newsroom, newNewsroom } from "../support/briefings.ts";
import { isWell, type VisitorOptions } from "../support/browser.ts";
import { onDatabase } from "../support/database.ts";
import { withJourney } from "../support/journey.ts";
import { readIn, takeFiles, wordsIn } from "../support/public-reader.ts";
import { ACCOUNT_CLOSURE_IN_FULL, walkThrough } from "../support/report-walk.ts";
import type { Walker } from "../support/walker.ts";
import { inviteOrganisationAt, type OwnSecrets, redeemAt, signInAt, signOutAt } from "../support/way-in.ts";
import { newColleague, type Person } from "../support/world.ts";

const WAYS: readonly VisitorOptions[] = [
  { locale: "ar", scripts: false, width: 320 },
  { locale: "en", scripts: true, width: 1200 },
];
const ORGANISATION = "Fondation des deux rives";
const STORY = "The bank wrote to us.";
const TABLES = ["organisations.affected_region", "organisations.severity", "organisations.institution_type"] as const;
/** By cases: the analyst adds it. */
const MORE_TABLES = 1;

for (const options of WAYS)
  onDatabase(
    "postgresql",
    `from an invitation to a published briefing, in ${options.locale}, scripts ${options.scripts}`,
    (db) => {
      const { locale = "en" } = options;
      const t = textFor(locale);
      let room: Newsroom;
      let lead: Person;
      let coordinator: Walker;
      let newcomer: Walker;
      let editor: Walker;
      let code: string;
      let secrets: OwnSecrets;
      let report: string;
      let reference: string;
      let draft: string;

      const journey = withJourney(db, async () => {
        room = await newNewsroom();
        lead = await newColleague(room.world, "lead");
      });

      const arrive = () => journey.walker(options);
      const arriveAs = async (person: OwnSecrets, landing: string): Promise<Walker> => {
        const walker = await arrive();
        await signInAt(walker, person, landing);
        return walker;
      };

      test("a coordinator signs in and invites an organisation", async () => {
        coordinator = await arriveAs(room.world.coordinators[0], "/queue");
        code = await inviteOrganisationAt(coordinator, ORGANISATION, "LB");
        expect(await coordinator.words()).toContain(ORGANISATION);
      });

      test("a newcomer redeems the code, leaves, and comes back with what was written down", async () => {
        newcomer = await arrive();
        secrets = await redeemAt(newcomer, code);
        await signOutAt(newcomer);
        await signInAt(newcomer, secrets, "/reports");
      });

      test("they answer every question, check and send, and see the reference", async () => {
        const { page } = newcomer;
        await page.locator('form[action="/reports/new"] button').click();
        await page.waitForURL(/listed-parties$/);
        // The journey of a report looks closely at each question; here they lie on the way.
        const asked = await walkThrough(page, ACCOUNT_CLOSURE_IN_FULL);
        expect(asked.filter((slug) => !ACCOUNT_CLOSURE_IN_FULL[slug])).toEqual([]);
        await newcomer.look();
        for (const word of ["Northern Savings Bank", STORY, "1,500", "31"])
          expect(await newcomer.words()).toContain(word);
        await newcomer.press(/\/sent$/);
        reference = (await page.locator(".reference").textContent()) ?? "";
        expect(reference).toMatch(/^TH-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        report = new URL(page.url()).pathname.replace(/\/sent$/, "");
        await newcomer.follow(report);
        expect(await newcomer.words()).toContain(t("cases.status.received.meaning"));
      });

      test("a coordinator finds it in the queue, judges it and gives it to a lead", async () => {
        const theirs = report.replace("/reports/", "/cases/");
        await coordinator.open("/queue");
        await coordinator.follow(theirs);
        expect(await coordinator.words()).toContain(reference);
        await coordinator.follow(`${theirs}/urgency`);
        await coordinator.tick("urgency", "u2_3d");
        await coordinator.fill({ reason: "Payroll is on Friday." });
        await coordinator.press(theirs);
        await coordinator.follow(`${theirs}/assessment`);
        for (const [field, value] of Object.entries({
          severity: "high",
          risk: "elevated",
          institutionBound: "no",
          affectedListed: "no",
          dealingLicensed: "no",
          overCompliance: "over_compliance",
          eligibility: "eligible",
        }))
          await coordinator.tick(field, value);
        await coordinator.press(theirs);
        await coordinator.follow(`${theirs}/status`);
        await coordinator.tick("event", "triage");
        await coordinator.press(theirs);
        await coordinator.follow(`${theirs}/assign`);
        await coordinator.tick("lead", lead.userId);
        await coordinator.press(theirs);
        expect(await coordinator.words()).toContain(lead.handle);
      });

      test("the reporter reads in plain words where it stands and who reads it now", async () => {
        await newcomer.open("/reports");
        expect(await newcomer.words()).toContain(t("cases.status.triaged.meaning"));
        await newcomer.follow(report);
        expect(await newcomer.words()).toContain(t("cases.status.triaged.next"));
        expect(await newcomer.words()).toContain(t("reports.readers.lead"));
        expect(await newcomer.words()).not.toContain("Payroll is on Friday.");
      });

      test("an editor writes, an analyst counts, the editor answers for it, a guardian releases", async () => {
        editor = await arriveAs(room.editor, "/briefing-drafts");
        draft = await beginBriefing(editor, { session: "ASP25", locales: LOCALES });
        for (const one of LOCALES) await writeText(editor, draft, one);
        const analyst = await arriveAs(room.analyst, "/briefing-drafts");
        await chooseTablesAt(analyst, draft, TABLES);
        await computeTablesAt(analyst, draft, "severity");
        await askFor(editor, draft, "AB1", "organisations-by-severity");
        await sendToReview(editor, draft);
        const guardian = await arriveAs(room.world.guardians[0], "/briefing-drafts");
        await guardian.follow(draft);
        for (const one of LOCALES) await guardian.open(`${draft}/preview/${one}`);
        await guardian.open(`${draft}/review`);
        await guardian.tick("read", "yes");
        await guardian.press("/briefings/asp25");
      });

      test("anybody reads it in four languages and takes the paper, the tables and the data", async () => {
        const reader = await arrive();
        await reader.open("/");
        await reader.open("/briefings");
        await reader.follow("/briefings/asp25");
        let told = "";
        for (const one of [...LOCALES.filter((other) => other !== locale), locale]) {
          await readIn(reader, one);
          await isWell(reader.page, { ...options, locale: one });
          expect(await reader.page.locator("h1").textContent()).toBe(withSpacesOf(one, SAMPLE_TEXTS[one].title));
          told += await reader.words();
        }
        const files = await takeFiles(reader);
        const paths = files.map(({ path }) => path.split("/").at(-1) ?? "");
        const many = (kind: RegExp) => paths.filter((path) => kind.test(path)).length;
        expect(many(/\.docx$/)).toBe(LOCALES.length);
        expect(many(/^briefing.*\.pdf$/)).toBe(LOCALES.length);
        // The pictures of the language that is read.
        expect(many(/^slides.*\.zip$/)).toBe(1);
        expect(many(/^package\.zip$/)).toBe(1);
        expect(many(/\.csv$/)).toBe(TABLES.length + MORE_TABLES);
        told += wordsIn(files);
        expect(told).toContain("western_europe_and_others");
        for (const secret of [ORGANISATION, STORY, "Northern Savings Bank", reference, secrets.handle])
          expect(told).not.toContain(secret);
      });

      test("no browser complained on the way", () => {
        expect(journey.complaints()).toEqual([]);
      });
    },
  );
