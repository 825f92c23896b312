import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserCookie, type VisitorOptions, withBrowser } from "../support/browser.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { sendReport } from "../support/reports.ts";
import { type Cookie, signedInAs } from "../support/requests.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";
import { newWalker, type Walker } from "../support/walker.ts";

const READERS: readonly (readonly [name: string, options: VisitorOptions])[] = [
  ["in Arabic, without scripts, on a small screen", { locale: "ar", scripts: false, width: 320 }],
  ["in English, with scripts", { locale: "en", scripts: true }],
];
const REASON = "A listed party turned up in the letter.";

onDatabase("postgresql", "a case that goes behind the wall", (db) => {
  const { newVisitor } = withBrowser();
  const opened: BrowserContext[] = [];
  let server: RunningServer;
  let team: CaseTeam;

  beforeAll(async () => {
    team = await newCaseTeam();
    server = await startServerOn(db);
  }, 180_000);

  afterAll(async () => {
    for (const context of opened) await context.close();
    await server?.stop();
  });

  describe.each(READERS)("%s", (_name, options) => {
    async function somebody(cookie: Cookie): Promise<Walker> {
      const context = await newVisitor(server.origin, options);
      opened.push(context);
      await context.addCookies([browserCookie(server.origin, cookie)]);
      return newWalker(context, options);
    }

    test("is moved knowingly, is gone for who moved it, there for the walled team, and its reporter reads so", async () => {
      const { setUp, coordinators } = team.world;
      const caseId = await sendReport(await team.as.reporter());
      const open = await somebody(await signedInAs(coordinators[0], "intake", setUp.teamId));
      await open.open(`/cases/${caseId}`);
      await open.follow(`/cases/${caseId}/wall`);
      await open.fill({ reason: REASON });
      // Nobody does by a slip what cannot be undone: the form comes back with what was typed.
      await open.press(`/cases/${caseId}/wall`);
      expect(await open.page.locator(".error-summary").count()).toBe(1);
      expect(await open.page.inputValue("textarea[name=reason]")).toBe(REASON);
      await open.page.locator("main input[name=sure]").check({ force: true });
      await open.press("/cases/walled");
      expect((await open.page.goto(`/cases/${caseId}`))?.status()).toBe(404);

      const behind = await somebody(await signedInAs(coordinators[1], "intake", setUp.walledTeamId));
      await behind.open("/queue");
      await behind.follow(`/cases/${caseId}`);
      expect(await behind.words()).toContain(REASON);

      const reporter = await somebody(await signedInAs(team.reporter, "reporter"));
      await reporter.open(`/reports/${caseId}`);
      expect(await reporter.words()).not.toContain(REASON);
    }, 120_000);
  });
});
