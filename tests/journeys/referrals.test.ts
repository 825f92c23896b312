import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { pressMain } from "../support/browser.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { newReceiver, opened } from "../support/referrals.ts";
import { sendReport } from "../support/reports.ts";
import { signedInAs } from "../support/requests.ts";
import type { Walker } from "../support/walker.ts";

onDatabase("postgresql", "a part of a case on its way to a lawyer", (db) => {
  let team: CaseTeam;
  const journey = withJourney(db, async () => {
    team = await newCaseTeam();
  });

  describe.each(TWO_READERS)("%s", (_name, options) => {
    let intake: Walker;
    let reporter: Walker;
    let receiver: Awaited<ReturnType<typeof newReceiver>>;
    let cases: string;
    let reports: string;

    beforeAll(async () => {
      receiver = await newReceiver();
      const caseId = await sendReport(await team.as.reporter(), { consent: { consent: "c1_internal" } });
      [cases, reports] = [`/cases/${caseId}`, `/reports/${caseId}`];
      const { coordinators, setUp } = team.world;
      intake = await journey.walker(options, await signedInAs(coordinators[0], "intake", setUp.teamId));
      reporter = await journey.walker(options, await signedInAs(team.reporter, "reporter"));
    }, 60_000);

    test("the coordinator chooses, looks at exactly what would go, and asks", async () => {
      await intake.open(cases);
      await intake.follow(`${cases}/referrals`);
      await intake.follow(`${cases}/referrals/new`);
      expect(await intake.page.locator("input[name=kind]").count()).toBe(1);
      await intake.press(`${cases}/referrals/new`);
      expect(await intake.page.locator(".error-summary").count()).toBe(1);
      await intake.tick("kind", "lawyer");
      await intake.tick("parts", "what", "story");
      await intake.fill({ name: "Anna Advocate", purpose: "To contest it.", key: receiver.key });
      await intake.press(/\/referrals\/[0-9a-f-]{36}$/);
      expect(await intake.words()).toContain("The bank wrote that it will end our account.");
      const words = await intake.page.locator("[aria-labelledby=preview]").textContent();
      await pressMain(intake.page);
      await intake.page.locator("main form").waitFor({ state: "detached" });
      await reporter.open(reports);
      await reporter.follow(`${reports}/referrals`);
      await reporter.page.locator("tbody a").click();
      await reporter.page.waitForURL(/\/referrals\/[0-9a-f-]{36}$/);
      await reporter.look();
      expect(await reporter.page.locator("[aria-labelledby=preview]").textContent()).toBe(words);
    });

    test("after a yes it leaves, sealed so that only the receiver opens it", async () => {
      await pressMain(reporter.page);
      await reporter.page.locator("button[value=object]").waitFor();
      await intake.page.reload();
      await intake.page.locator(`main a[href$="/bundle"]`).click();
      await intake.page.waitForURL(/\/bundle$/);
      await intake.look();
      await intake.tick("compared", "yes");
      const leaving = intake.page.waitForEvent("download");
      await pressMain(intake.page);
      const download = await leaving;
      expect(download.suggestedFilename()).toMatch(/^sealed-[0-9a-f]{8}\.zip\.age$/);
      const archive = await opened(receiver.identity, readFileSync(await download.path()));
      expect(new TextDecoder().decode(archive["case.txt"])).toContain("The bank wrote that it will end our account.");
      expect(new TextDecoder().decode(archive["READ-FIRST.txt"])).toContain("TLP:RED");
    });

    test("after a withdrawal its reporter and its coordinator read that it is to be deleted", async () => {
      await reporter.open(`${reports}/withdraw`);
      await reporter.press(reports);
      await reporter.follow(`${reports}/referrals`);
      await intake.open(cases);
      expect(await intake.page.locator(`.notice--danger a[href="${cases}/referrals"]`).count()).toBe(1);
      await intake.follow(`${cases}/referrals`);
      expect(await intake.page.locator("tbody .tag--red").count()).toBe(1);
      await intake.page.locator("tbody a").click();
      await intake.page.locator(`main a[href$="/end"]`).click();
      await intake.page.waitForURL(/\/end$/);
      await intake.press(`${cases}/referrals`);
      expect(await intake.page.locator("tbody .tag--red").count()).toBe(0);
      await reporter.open(reports);
      expect(await reporter.page.locator(".timeline__entry").count()).toBeGreaterThan(5);
      expect([...intake.complaints, ...reporter.complaints].filter((line) => !line.includes("422"))).toEqual([]);
    });
  });
});
