import { beforeAll, describe, expect, test } from "vitest";
import type { BriefingId } from "#app/kernel/id.ts";
import { aDraft, type Newsroom, newNewsroom } from "../support/briefings.ts";
import { pressMain } from "../support/browser.ts";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { sendReport } from "../support/reports.ts";
import { signedInAs } from "../support/requests.ts";
import { approvedStory, aStory, TOLD, TOLD_IN_ARABIC } from "../support/stories.ts";
import type { Walker } from "../support/walker.ts";
import { actorFor, newReporter, type Person } from "../support/world.ts";

const STORY = /\/stories\/[0-9a-f-]{36}$/;

onDatabase("postgresql", "a story on its way into a briefing", (db) => {
  let room: Newsroom;
  let draft: BriefingId;
  const journey = withJourney(db, async () => {
    room = await newNewsroom();
    draft = await aDraft(room);
    // Two are there already: a briefing tells three or none.
    for (const name of ["Harbour Archive", "Hillside Archive"]) {
      const reporter = await actorFor(await newReporter(room.world, name), "reporter");
      const caseId = await sendReport(reporter, { consent: { consent: "c3_anonymised_narrative" } });
      const texts = name.startsWith("Harbour") ? { ar: TOLD_IN_ARABIC } : { en: TOLD };
      await approvedStory(await room.as.intake(), reporter, caseId, aStory({ texts }));
    }
  });

  describe.each(TWO_READERS)("%s", (_name, options) => {
    let person: Person;
    let intake: Walker;
    let reporter: Walker;
    let editor: Walker;
    let cases: string;
    let reports: string;
    const drafts = () => `/briefing-drafts/${draft}`;

    beforeAll(async () => {
      person = await newReporter(room.world, `Archive ${options.locale}`);
      const told = { consent: { consent: "c3_anonymised_narrative" } } as const;
      const caseId = await sendReport(await actorFor(person, "reporter"), told);
      [cases, reports] = [`/cases/${caseId}`, `/reports/${caseId}`];
      const { coordinators, setUp } = room.world;
      intake = await journey.walker(options, await signedInAs(coordinators[0], "intake", setUp.teamId));
      reporter = await journey.walker(options, await signedInAs(person, "reporter"));
      editor = await journey.walker(options, await signedInAs(room.editor, "editor"));
    }, 90_000);

    test("the coordinator writes, mends what the finder stops, and asks", async () => {
      await intake.open(cases);
      await intake.follow(`${cases}/stories`);
      await intake.follow(`${cases}/stories/new`);
      await intake.press(`${cases}/stories/new`);
      expect(await intake.page.locator(".error-summary").count()).toBe(1);
      await intake.fill({ "text-en": "Northern Savings Bank ended our account on 3 May." });
      await intake.press(STORY);
      expect(await intake.page.locator(".notice--warning").count()).toBe(1);
      expect(await intake.page.locator("main li b bdi").allTextContents()).toEqual(["Northern Savings Bank", "May"]);
      expect(await intake.page.locator("button[value=ask]").count()).toBe(0);
      await intake.page.locator(`main a[href$="/change"]`).click();
      await intake.page.waitForURL(/\/change$/);
      await intake.look();
      await intake.fill({ "text-en": `${TOLD}\n\nIt was told for ${options.locale}.`, "text-ar": TOLD_IN_ARABIC });
      await intake.press(STORY);
      await intake.tick("read", "yes");
      await pressMain(intake.page);
      await intake.page.locator("button[value=ask]").waitFor({ state: "detached" });
    });

    test("its reporter reads it in each language and says yes to exactly this", async () => {
      await reporter.open(reports);
      await reporter.follow(`${reports}/published`);
      await reporter.page.locator('main li a[href*="/stories/"]').click();
      await reporter.page.waitForURL(STORY);
      await reporter.look();
      expect(await reporter.page.locator("blockquote[lang=ar][dir=rtl]").textContent()).toContain("أغلق المصرف");
      expect(await reporter.page.locator("blockquote[lang=en][dir=ltr] p").count()).toBe(2);
      await pressMain(reporter.page);
      await reporter.page.locator("button[value=take_back]").waitFor();
    });

    test("an editor puts it among two others and sees the page as it will stand", async () => {
      await editor.open(drafts());
      await editor.follow(`${drafts()}/stories`);
      const own = editor.page.locator("section.ask-choice", { hasText: `It was told for ${options.locale}.` });
      const all = editor.page.locator("section.ask-choice");
      for (const [at, text] of [TOLD_IN_ARABIC, TOLD].entries()) {
        const other = all.filter({ hasText: text }).filter({ hasNotText: "It was told for" }).first();
        await other.locator("select").selectOption(String(at + 1));
      }
      await own.locator("select").selectOption("1");
      await editor.press(`${drafts()}/stories`);
      expect(await editor.page.locator(".error-summary").count()).toBe(1);
      await own.locator("select").selectOption("3");
      await editor.press(drafts());
      await editor.open(`${drafts()}/preview/en`);
      const told = editor.page.locator("#stories blockquote");
      expect(await told.count()).toBe(3);
      expect(await told.first().getAttribute("lang")).toBe("ar");
      expect(await told.nth(2).textContent()).toContain(`It was told for ${options.locale}.`);
      await editor.open(`${drafts()}/review`);
      expect(await editor.page.locator("main blockquote").count()).toBeGreaterThanOrEqual(3);
    });

    test("what its reporter takes back is in no draft any more, and the editor is told", async () => {
      await reporter.fill({ comment: "We are no longer sure." });
      await pressMain(reporter.page);
      await reporter.page.locator("button[value=take_back]").waitFor({ state: "detached" });
      await editor.open(drafts());
      // The step itself, and what is in the way.
      expect(await editor.page.locator(`main li a[href="${drafts()}/stories"]`).count()).toBe(2);
      await intake.open(`${cases}/stories`);
      await intake.page.locator("tbody a").click();
      await intake.page.waitForURL(STORY);
      expect(await intake.words()).toContain("We are no longer sure.");
      expect(
        [...intake.complaints, ...reporter.complaints, ...editor.complaints].filter((line) => !line.includes("422")),
      ).toEqual([]);
    });
  });
});
