import { beforeAll, describe, expect, test } from "vitest";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { signedInAs } from "../support/requests.ts";
import type { Walker } from "../support/walker.ts";
import { newSurveyTeam, openNow, type SurveyTeam } from "../support/waves.ts";

onDatabase("postgresql", "a questionnaire of one's own", (db) => {
  let team: SurveyTeam;
  const journey = withJourney(db, async () => {
    team = await newSurveyTeam();
  });

  describe.each(TWO_READERS)("%s", (_name, reader) => {
    // The second one begins with what the first has published.
    const own = `servers_${reader.locale}`;
    let walker: Walker;
    let home: string;

    beforeAll(async () => {
      const { coordinators, setUp } = team.world;
      const who = coordinators[reader.locale === "en" ? 0 : 1];
      walker = await journey.walker(reader, await signedInAs(who, "intake", setUp.teamId));
    });

    /** Presses one button by its value and is where that leads. */
    const press = async (value: string, to: RegExp, name = "do") => {
      await walker.page.locator(`main button[name="${name}"][value="${value}"]`).last().click();
      await walker.page.waitForURL(to);
      await walker.look();
    };

    test("begins with the standard one, from the list of surveys", async () => {
      await walker.open("/surveys");
      await walker.follow("/questionnaires");
      await walker.follow("/questionnaires/new");
      await walker.press(/\/questionnaires\/[0-9a-f-]{36}$/);
      home = new URL(walker.page.url()).pathname;
      expect(await walker.page.locator("[id^=question-]").count()).toBeGreaterThan(40);
    });

    test("gets a question of its own, with answers typed as lines and one of them moved", async () => {
      await walker.follow(`${home}/pages/contact/new-question`);
      await walker.fill({ label: "Have you moved your servers?" });
      await walker.page.locator("input[name=kind][value=one-of]").check({ force: true });
      await walker.press(/\/questions\/q\d+$/);
      await walker.fill({ "options-more": "No\nplanned = We plan to\nYes" });
      await press("stay", /\/questions\/q\d+$/);
      await press("options-down-0", /#options-1$/);
      const labels = walker.page.locator("main .source input[name$='-label']");
      expect(await labels.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual([
        "We plan to",
        "No",
        "Yes",
      ]);
      await walker.fill({ name: own });
      await press("save", new RegExp(`#question-${own}$`));
    });

    test("moves it, and asks it only of those who are affected", async () => {
      await press(`up ${own}`, new RegExp(`#question-${own}$`), "act");
      await walker.open(`${home}/questions/${own}/condition`);
      await walker.page.locator("select[name=add-0]").selectOption("q25");
      await press("add-0", /\/condition$/);
      await walker.page.locator("select[name=verb-0-0]").selectOption("is");
      await walker.tick("values-0-0", "yes", "unsure");
      await press("save", new RegExp(`#question-${own}$`));
      expect(await walker.page.locator(`#question-${own} .outline__when`).textContent()).toContain("q25");
      await walker.open(`${home}/questions/q25/delete`);
      expect(await walker.page.locator("main form").count()).toBe(0);
      await walker.follow(`${home}/questions/${own}/condition`);
    });

    test("is translated side by side, the missing texts first", async () => {
      await walker.open(`${home}/translate/fr`);
      await walker.follow(`${home}/translate/fr/contact`);
      await walker.fill({ [`${own}.label`]: "Avez-vous déplacé vos serveurs ?", [`${own}.option.0`]: "C’est prévu" });
      await press("save", /\/translate\/fr$/);
      await walker.open(`${home}/check`);
      expect(await walker.page.locator("main form .button").count()).toBe(0);
      for (const locale of ["fr", "es", "ar"]) {
        await walker.open(`${home}/translate/${locale}/contact`);
        for (const field of await walker.page.locator("main textarea").all())
          if ((await field.inputValue()) === "") await field.fill(`(${locale})`);
        await press("next", /\/translate\/[a-z]{2}$/);
      }
    });

    test("is tried out in another language, and nothing of it is kept", async () => {
      await walker.open(`${home}/preview`);
      await walker.page.locator("button[value='language fr']").click();
      await walker.page.locator(".trial[lang=fr]").waitFor();
      await walker.page.locator("main .trial input[name=q1][value=no]").check({ force: true });
      await walker.page.locator("main .trial input[name=q2]").first().check({ force: true });
      await walker.page.locator("button[name=trial-act][value=on]").last().click();
      await walker.page.locator(".trial .notice--success").waitFor();
      await walker.look();
      expect(walker.page.url()).not.toContain("q1");
    });

    test("is checked, compared with what it came from, published, and asked by a survey", async () => {
      await walker.open(`${home}/check`);
      expect(await walker.page.locator("main table").textContent()).toContain(own);
      await walker.press(/\/questionnaires\/versions\/[0-9a-f]{64}$/);
      const digest = new URL(walker.page.url()).pathname.split("/").at(-1)!;
      await walker.open("/surveys/new");
      const { opensOn, closesOn } = openNow();
      await walker.fill({ referenceFrom: "2025-12-07", referenceTo: "2026-11-01", opensOn, closesOn });
      await walker.page.locator("select[name=session]").selectOption("ASP25");
      await walker.page.locator("select[name=instrument]").selectOption(digest);
      await walker.press(/\/surveys\/[0-9a-f-]{36}$/);
      await walker.open(`/questionnaires/versions/${digest}`);
      expect(await walker.words()).toContain("ASP25");
      expect(walker.complaints).toEqual([]);
    });
  });
});
