import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertSyntheticCases } from "#app/features/cases/demo/demo-cases.server.ts";
import { browserCookie, isWell, pressMain, type VisitorOptions, withBrowser } from "../support/browser.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { sendReport } from "../support/reports.ts";
import { type Cookie, signedInAs } from "../support/requests.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";

const READERS: readonly (readonly [name: string, options: VisitorOptions])[] = [
  ["in English, without scripts", { scripts: false }],
  ["in Arabic, with scripts, on a small dark screen", { locale: "ar", scripts: true, width: 320, dark: true }],
];

onDatabase("postgresql", "triage at a browser", (db) => {
  const { newVisitor } = withBrowser();
  let server: RunningServer;
  let team: CaseTeam;

  beforeAll(async () => {
    team = await newCaseTeam();
    await insertSyntheticCases(await team.as.intake(), { cases: 60, seed: 5 });
    server = await startServerOn(db);
  }, 120_000);

  afterAll(() => server?.stop());

  describe.each(READERS)("%s", (_name, options) => {
    let intake: Page;
    let leading: Page;
    let caseId: string;
    const opened: BrowserContext[] = [];

    beforeAll(async () => {
      const report = { danger: { dangerToPersons: "yes" as const } };
      caseId = await sendReport(await team.as.reporter(), report);
      const at = async (cookie: Cookie) => {
        const context = await newVisitor(server.origin, options);
        opened.push(context);
        await context.addCookies([browserCookie(server.origin, cookie)]);
        return context.newPage();
      };
      intake = await at(await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId));
      leading = await at(await signedInAs(team.lead, "lead"));
    }, 60_000);

    afterAll(async () => {
      for (const context of opened) await context.close();
    });

    const open = async (page: Page, path: string) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      await isWell(page, options);
    };
    const caseRows = () => intake.locator("tbody tr");

    test("the queue offers filters that open, narrow down and are taken away again", async () => {
      await open(intake, "/queue");
      const before = await caseRows().count();
      await intake.locator(".filter-menu summary").nth(1).click();
      await intake.locator('.filter-menu[open] a[href*="urgency=u1_24h"]').click();
      await intake.waitForURL("**/queue?urgency=u1_24h");
      expect(await caseRows().count()).toBeLessThan(before);
      expect(await intake.locator(`a[href="/cases/${caseId}"]`).count()).toBe(1);
      await intake.locator(".filter-menu summary").nth(4).click();
      await intake.locator("select[name=institutionCountry]").selectOption("DE");
      await intake.locator(".filter-menu[open] button").click();
      await intake.waitForURL(/view=[\w-]{12}/);
      expect(intake.url()).not.toContain("DE");
      await isWell(intake, options);
      await intake.locator('.filter-bar > a.chip[href="/queue"]').click();
      await intake.waitForURL(/\/queue$/);
    });

    test("closing without a reason is refused with everything as chosen", async () => {
      await open(intake, `/cases/${caseId}/status`);
      await intake.locator("input[value=close]").check({ force: true });
      await pressMain(intake);
      const summary = intake.locator(".error-summary[role=alert]");
      await summary.waitFor();
      expect(await summary.locator('a[href="#field-reason"]').count()).toBe(1);
      expect(await intake.locator("input[value=close]").isChecked()).toBe(true);
      await isWell(intake, options);
    });

    test("status, urgency, assessment and a note each have a page and end on the case", async () => {
      await open(intake, `/cases/${caseId}/status`);
      await intake.locator("input[value=triage]").check({ force: true });
      await pressMain(intake);
      await intake.waitForURL(`**/cases/${caseId}`);

      await open(intake, `/cases/${caseId}/urgency`);
      await intake.locator("input[value=u2_3d]").check({ force: true });
      await intake.fill("textarea[name=reason]", "Payroll is on Friday.");
      await pressMain(intake);
      await intake.waitForURL(`**/cases/${caseId}`);

      await open(intake, `/cases/${caseId}/assessment`);
      for (const [name, value] of Object.entries({
        institutionBound: "no",
        affectedListed: "no",
        dealingLicensed: "no",
      }))
        await intake.locator(`input[name=${name}][value=${value}]`).check({ force: true });
      await intake.locator("button[name=step]").click();
      await intake.locator(".notice").waitFor();
      expect(await intake.locator("input[name=affectedListed][value=no]").isChecked()).toBe(true);
      await intake.locator("input[name=overCompliance][value=over_compliance]").check({ force: true });
      await intake.locator("input[name=eligibility][value=eligible]").check({ force: true });
      await pressMain(intake);
      await intake.waitForURL(`**/cases/${caseId}`);

      await intake.fill("main textarea[name=text]", "Rang them at noon.");
      await pressMain(intake);
      await intake.waitForURL(`**/cases/${caseId}`);
      expect(await intake.locator(".timeline__entry").count()).toBe(5);
      await isWell(intake, options);
    });

    test("given to a lead, the case opens there, and the lead goes on with it", async () => {
      await open(leading, "/assigned");
      expect(await leading.locator(`a[href="/cases/${caseId}"]`).count()).toBe(0);
      await open(intake, `/cases/${caseId}/assign`);
      await intake.locator(`input[value="${team.lead.userId}"]`).check({ force: true });
      await pressMain(intake);
      await intake.waitForURL(`**/cases/${caseId}`);
      await open(leading, "/assigned");
      await leading.locator(`a[href="/cases/${caseId}"]`).click();
      await leading.waitForURL(`**/cases/${caseId}`);
      await isWell(leading, options);
      expect(await leading.locator(`a[href="/cases/${caseId}/assign"]`).count()).toBe(0);
      await open(leading, `/cases/${caseId}/status`);
      await leading.locator("input[value=support]").check({ force: true });
      await pressMain(leading);
      await leading.waitForURL(`**/cases/${caseId}`);
    });

    test("of two who change a case at once, the later one keeps what was typed and sees how it stands", async () => {
      await open(intake, `/cases/${caseId}/urgency`);
      await open(leading, `/cases/${caseId}/status`);
      await leading.locator("input[value=escalate]").check({ force: true });
      await leading.fill("textarea[name=reason]", "We need a lawyer.");
      await pressMain(leading);
      await leading.waitForURL(`**/cases/${caseId}`);
      await intake.locator("input[value=u1_24h]").check({ force: true });
      await intake.fill("textarea[name=reason]", "They come back tomorrow.");
      await pressMain(intake);
      await intake.locator(".error-summary[role=alert]").waitFor();
      expect(await intake.inputValue("textarea[name=reason]")).toBe("They come back tomorrow.");
      await pressMain(intake);
      await intake.waitForURL(`**/cases/${caseId}`);
    });
  });
});
