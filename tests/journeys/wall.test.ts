import { describe, expect, test } from "vitest";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { sendReport } from "../support/reports.ts";
import { signedInAs } from "../support/requests.ts";

const REASON = "A listed party turned up in the letter.";

onDatabase("postgresql", "a case that goes behind the wall", (db) => {
  let team: CaseTeam;
  const journey = withJourney(db, async () => {
    team = await newCaseTeam();
  });

  describe.each(TWO_READERS)("%s", (_name, options) => {
    test("is moved knowingly, is gone for who moved it, there for the walled team, and its reporter reads so", async () => {
      const { setUp, coordinators } = team.world;
      const caseId = await sendReport(await team.as.reporter());
      const open = await journey.walker(options, await signedInAs(coordinators[0], "intake", setUp.teamId));
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

      const behind = await journey.walker(options, await signedInAs(coordinators[1], "intake", setUp.walledTeamId));
      await behind.open("/queue");
      await behind.follow(`/cases/${caseId}`);
      expect(await behind.words()).toContain(REASON);

      const reporter = await journey.walker(options, await signedInAs(team.reporter, "reporter"));
      await reporter.open(`/reports/${caseId}`);
      expect(await reporter.words()).not.toContain(REASON);
    }, 120_000);
  });
});
