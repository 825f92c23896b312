import { beforeAll, describe, expect, test } from "vitest";
import type { WaveId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { signedInAs } from "../support/requests.ts";
import { closedSurvey } from "../support/survey-results.ts";
import type { Walker } from "../support/walker.ts";
import { newSurveyTeam, type SurveyTeam } from "../support/waves.ts";

onDatabase("postgresql", "the results of a survey", (db) => {
  let team: SurveyTeam;
  let before: WaveId;
  let wave: WaveId;
  const journey = withJourney(db, async () => {
    team = await newSurveyTeam();
    const closesOn = addDays(isoDayOf(new Date()), 20);
    before = await closedSurvey(team, { session: "ASP24", closesOn, invited: 14, answers: 12, isKnown: false });
    wave = await closedSurvey(team, { invited: 40, answers: 32, byLink: 3 });
  });

  describe.each(TWO_READERS)("%s", (_name, reader) => {
    let walker: Walker;
    const at = (path = "") => `/survey-answers/${wave}/results${path}`;

    beforeAll(async () => {
      walker = await journey.walker(reader, await signedInAs(team.analyst, "analyst"));
    }, 60_000);

    test("are sealed until an analyst opens them with a button", async () => {
      await walker.open("/survey-answers");
      await walker.follow(at());
      expect(await walker.page.locator("main .figure-row").count()).toBe(0);
      await walker.press(at());
      expect(await walker.page.locator("main .figure-row__value").allTextContents()).toEqual([
        "35",
        expect.stringContaining("80"),
        "3",
      ]);
    }, 60_000);

    test("stand page by page of the questionnaire, each figure with its base", async () => {
      await walker.follow(at("/questions/taking_part"));
      await walker.follow(at("/questions/incidents"));
      expect(await walker.page.locator("main table tbody tr").count()).toBeGreaterThan(15);
      expect(await walker.page.locator("main .stack-bar").count()).toBeGreaterThan(15);
      for (const page of ["organisation", "extent", "institutions", "payments_and_services", "effects_and_results"])
        await walker.follow(at(`/questions/${page}`));
      expect(await walker.page.locator("main .bases").first().textContent()).toMatch(/\d/);
      await walker.follow(at("/questions/asks"));
      expect(await walker.words()).not.toMatch(/Text \d/);
    }, 120_000);

    test("tell the indicators beside what others have published", async () => {
      await walker.follow(at("/indicators"));
      expect(await walker.words()).toContain("Charity & Security Network");
      expect(await walker.page.locator("main .share-bar__tick").count()).toBeGreaterThan(5);
    }, 60_000);

    test("can be weighted to the panel on every page, and say what that does", async () => {
      await walker.page.locator('main a[href*="weighted=yes"]').last().click();
      await walker.page.waitForURL(/weighted=yes/);
      await walker.look();
      expect(await walker.page.locator("main .notice").first().textContent()).toMatch(/32/);
      const others = await walker.page
        .locator('main .tabs a[href*="/results"]')
        .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      expect(others.every((href) => href?.endsWith("?weighted=yes"))).toBe(true);
    }, 60_000);

    test("cross two questions by their names alone", async () => {
      await walker.open(at("/together"));
      await walker.page.locator("main [name=first]").selectOption("q7");
      await walker.page.locator("main [name=second]").selectOption("q15");
      await walker.page.locator("main form button").first().click();
      await walker.page.waitForURL(/second=q15/);
      await walker.look();
      expect(new URL(walker.page.url()).searchParams.get("first")).toBe("q7");
      expect(await walker.page.locator("main table tbody tr").count()).toBeGreaterThan(3);
    }, 60_000);

    test("say what has changed since an earlier survey, once that is open too", async () => {
      await walker.open(at("/change"));
      await walker.page.locator("main [name=since]").selectOption(before);
      await walker.page.locator("main form button").first().click();
      await walker.page.waitForURL(/since=/);
      await walker.look();
      await walker.follow(`/survey-answers/${before}/results`);
      await walker.press(`/survey-answers/${before}/results`);
      await walker.open(`${at("/change")}?since=${before}`);
      expect(await walker.page.locator("main table tbody tr").count()).toBeGreaterThan(15);
    }, 60_000);

    test("tell which questions were passed over", async () => {
      await walker.follow(at("/gaps"));
      expect(await walker.page.locator("main table tbody tr").count()).toBeGreaterThan(30);
      expect(walker.complaints).toEqual([]);
    }, 60_000);
  });
});
