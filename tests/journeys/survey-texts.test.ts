import { describe, expect, test } from "vitest";
import type { WaveId } from "#app/kernel/id.ts";
import { onDatabase } from "../support/database.ts";
import { withJourney } from "../support/journey.ts";
import { signedInAs } from "../support/requests.ts";
import { closedSurvey } from "../support/survey-results.ts";
import type { Walker } from "../support/walker.ts";
import { newSurveyTeam, type SurveyTeam } from "../support/waves.ts";
import { newColleague, type Person } from "../support/world.ts";

const TEXTS = 6;

onDatabase("postgresql", "what organisations wrote", (db) => {
  let team: SurveyTeam;
  let second: Person;
  let wave: WaveId;
  const journey = withJourney(db, async () => {
    team = await newSurveyTeam();
    second = await newColleague(team.world, "analyst");
    wave = await closedSurvey(team, { invited: TEXTS, answers: TEXTS });
  });
  const at = (path = "") => `/survey-answers/${wave}/texts${path}`;

  /** Opens the texts and gives each its codes. @returns the texts in the order in which they came */
  async function codes(walker: Walker, codesOf: (text: string) => readonly string[]): Promise<string[]> {
    const seen: string[] = [];
    for (let texts = 0; texts < TEXTS; texts += 1) {
      const text = (await walker.page.locator("main .written-text").textContent()) ?? "";
      seen.push(text);
      const given = codesOf(text);
      for (const code of given) await walker.tick("codes", code);
      if (given.length === 0) await walker.tick("none", "yes");
      await walker.press(at("/q38"));
    }
    return seen;
  }

  describe("is coded by two analysts who see nothing of each other", () => {
    const orders: string[][] = [];

    test("the first, in Arabic and without scripts, chooses the list and codes every text", async () => {
      const walker = await journey.walker(
        { locale: "ar", scripts: false, width: 320 },
        await signedInAs(team.analyst, "analyst"),
      );
      await walker.open(at("/q38"));
      expect(await walker.page.locator("main .written-text").count()).toBe(0);
      await walker.open(at());
      await walker.press(at());
      await walker.follow(at("/q38/list"));
      await walker.press(at("/q38/list"));
      expect(await walker.page.locator(".error-summary").count()).toBe(1);
      await walker.tick("list", "consequence");
      await walker.press(at("/q38"));
      await walker.press(at("/q38"));
      expect(await walker.page.locator(".error-summary").count()).toBe(1);
      orders.push(await codes(walker, () => ["staff_unpaid"]));
      expect(await walker.page.locator("main .written-text").count()).toBe(0);
      await walker.open(at("/q38/agreement"));
      expect(await walker.page.locator("main table").count()).toBe(0);
      // A refused form says so with its status.
      expect(walker.complaints.filter((one) => !one.includes("422"))).toEqual([]);
    }, 120_000);

    test("the second, in English and with scripts, codes them in another order, compares and settles", async () => {
      const walker = await journey.walker({ locale: "en", scripts: true }, await signedInAs(second, "analyst"));
      await walker.open(at());
      await walker.press(at());
      await walker.follow(at("/q38"));
      expect(await walker.words()).not.toMatch(/The other gave/);
      let place = 0;
      orders.push(await codes(walker, () => (place++ === 0 ? [] : ["staff_unpaid"])));
      expect(orders[1]).not.toEqual(orders[0]);
      expect(orders[1]!.toSorted()).toEqual(orders[0]!.toSorted());
      await walker.follow(at("/q38/agreement"));
      expect(await walker.page.locator("main .figure-row__value").allTextContents()).toEqual(["6", "5", "0.00"]);
      expect(await walker.words()).toContain("1 text is left to settle");
      expect(await walker.page.locator("main .written-text").textContent()).toBe(orders[1]![0]);
      await walker.tick("codes", "staff_unpaid");
      await walker.press(at("/q38/agreement"));
      expect(await walker.words()).toContain("Nothing is left to settle");
      await walker.open(`/survey-answers/${wave}/results/questions/asks`);
      await walker.press(`/survey-answers/${wave}/results/questions/asks`);
      const row = walker.page.locator("main table", { hasText: "Code" }).last().locator("tbody tr");
      expect(await row.locator("td").first().textContent()).toBe("6");
      expect(await walker.words()).not.toMatch(/Text \d/);
      expect(walker.complaints).toEqual([]);
    }, 120_000);
  });
});
