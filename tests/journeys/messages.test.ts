import { beforeAll, describe, expect, test } from "vitest";
import { readyText } from "#app/features/messages/ready-texts.server.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { sendReport } from "../support/reports.ts";
import { signedInAs } from "../support/requests.ts";
import type { Walker } from "../support/walker.ts";

const HOSTILE = 'Monday, see https://elsewhere.example <b onclick="alert(1)">';

onDatabase("postgresql", "a question and its answer at a browser", (db) => {
  let team: CaseTeam;
  const journey = withJourney(db, async () => {
    team = await newCaseTeam();
  });

  describe.each(TWO_READERS)("%s", (_name, options) => {
    const { locale } = options;
    let intake: Walker;
    let reporter: Walker;
    let caseId: string;

    beforeAll(async () => {
      caseId = await sendReport(await team.as.reporter());
      const { coordinators, setUp } = team.world;
      intake = await journey.walker(options, await signedInAs(coordinators[0], "intake", setUp.teamId));
      reporter = await journey.walker(options, await signedInAs(team.reporter, "reporter"));
    }, 60_000);

    const rowOf = (path: string) => intake.page.locator("tbody tr", { has: intake.page.locator(`a[href="${path}"]`) });

    test("the coordinator begins with a ready text, adds to it and asks", async () => {
      await intake.open(`/cases/${caseId}`);
      await intake.follow(`/cases/${caseId}/messages`);
      expect(await intake.page.locator(".empty-state").count()).toBe(1);
      await intake.page.locator("select[name=language]").selectOption(locale);
      await intake.fill({ text: "1." });
      await intake.page.locator("button[name=template][value=date]").click();
      await intake.page.waitForFunction(() => (document.querySelector("textarea")?.value.length ?? 0) > 20);
      await intake.look();
      expect(await intake.page.inputValue("main textarea")).toBe(`1.\n\n${readyText("date", locale)}`);
      expect(new URL(intake.page.url()).hash).toBe("#field-text");
      expect(await intake.page.locator("input[name=asks]").isChecked()).toBe(true);
      expect(await intake.page.inputValue("select[name=language]")).toBe(locale);
      await intake.press(`/cases/${caseId}/messages`);
      await intake.page.locator(".timeline__entry").waitFor();
      expect(await intake.page.locator("input[name=asks]").count()).toBe(0);
    });

    test("the reporter finds the question on top of the report, and answers it", async () => {
      await reporter.open("/reports");
      const card = reporter.page.locator(".card", { has: reporter.page.locator(`a[href="/reports/${caseId}"]`) });
      expect(await card.locator(".tag").count()).toBe(1);
      await reporter.follow(`/reports/${caseId}`);
      expect(await reporter.page.locator(".notice--warning").first().textContent()).toContain("1.");
      await reporter.follow(`/reports/${caseId}/messages`);
      expect(await reporter.page.locator(".timeline__entry .tag").count()).toBe(2);
      expect(await reporter.page.locator(".timeline__body [dir=auto]").count()).toBe(1);
      await reporter.fill({ text: HOSTILE });
      await reporter.press(`/reports/${caseId}/messages`);
      await reporter.page.locator(".timeline__entry").nth(1).waitFor();
      await reporter.look();
      expect(await reporter.page.locator(".timeline__entry .tag").count()).toBe(1);
    });

    test("the coordinator sees the answer as new, in plain text, and the case is back", async () => {
      await intake.open("/queue");
      expect(await rowOf(`/cases/${caseId}`).locator("th .tag").count()).toBe(1);
      await intake.follow(`/cases/${caseId}`);
      expect(await intake.page.locator(`a.button[href="/cases/${caseId}/messages"]`).count()).toBe(1);
      expect(await intake.page.locator(`a[href="/cases/${caseId}/status"]:visible`).count()).toBe(1);
      await intake.follow(`/cases/${caseId}/messages`);
      const answer = intake.page.locator(".timeline__body").nth(1);
      expect(await answer.textContent()).toBe(HOSTILE);
      expect(await answer.locator("a, b").count()).toBe(0);
      expect(await intake.page.locator("input[name=asks]").count()).toBe(1);
    });

    test("it stays new until the coordinator says that it was read", async () => {
      await intake.page.locator(`form[action="/cases/${caseId}/messages/read"] button`).click();
      await intake.page.locator(`form[action="/cases/${caseId}/messages/read"]`).waitFor({ state: "detached" });
      await intake.look();
      await intake.open("/queue");
      expect(await rowOf(`/cases/${caseId}`).locator("th .tag").count()).toBe(0);
      expect([...intake.complaints, ...reporter.complaints]).toEqual([]);
    });
  });
});
