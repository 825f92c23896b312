import { beforeAll, describe, expect, test } from "vitest";
import { publishInstrument } from "#app/features/surveys/waves/instrument-store.server.ts";
import { addToPanel, giveOutCodes } from "#app/features/surveys/waves/panel-commands.server.ts";
import { readPanel } from "#app/features/surveys/waves/wave-queries.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { signedInAs } from "../support/requests.ts";
import { answerPage } from "../support/survey-walk.ts";
import type { Walker } from "../support/walker.ts";
import { approvedWave, newSurveyTeam, openNow, type SurveyTeam } from "../support/waves.ts";

/** Letters without a space, as an address or a slip of the hand has them. */
const long = (start: string, letters = 300): string => start.padEnd(letters, "x");
const words = (start: string) => ({ en: long(start), ar: long(start) });
const OPTIONS = ["first", "second"].map((code) => ({ code, label: words(code) }));
const QUESTIONNAIRE = {
  ...{ format: 1, name: "long_words", version: 1, languages: ["en", "ar"] },
  ...{ title: words("Title"), intro: words("Intro"), thanks: words("Thanks") },
  pages: [
    {
      ...{ name: "only", title: words("Page"), intro: words("Above") },
      questions: [
        { kind: "one-of", name: "q1", label: words("One"), help: words("Help"), options: OPTIONS },
        { kind: "many-of", name: "q2", label: words("Many"), options: OPTIONS },
        { kind: "matrix", name: "q3", label: words("Each"), rows: OPTIONS, options: OPTIONS },
        { kind: "short-text", name: "q4", label: words("Text"), most: 200 },
      ],
    },
  ],
};

onDatabase("postgresql", "words without a space stay on the screen", (db) => {
  let team: SurveyTeam;
  let wave: WaveId;
  let digest: string;
  let codes: readonly string[];
  const journey = withJourney(db, async () => {
    team = await newSurveyTeam();
    const one = await team.as.one();
    ({ digest } = valueFrom(await publishInstrument(one, QUESTIONNAIRE)));
    wave = await approvedWave(team, { ...openNow(), instrument: digest });
    const organisations = Array.from({ length: 6 }, (_, place) => ({
      ...{ name: long(`Organisation${place}`, 200), language: "en" as const },
    }));
    const { version } = await readPanel(one, wave);
    valueFrom(await addToPanel(one, wave, { version, organisations }));
    const given = await giveOutCodes(await team.as.one(), wave, { version: version + 1 });
    codes = valueFrom(given).codes.map(({ code }) => code);
  });

  describe.each(TWO_READERS)("%s", (_name, reader) => {
    let walker: Walker;

    beforeAll(async () => {
      const { coordinators, setUp } = team.world;
      const who = coordinators[reader.locale === "en" ? 0 : 1];
      walker = await journey.walker(reader, await signedInAs(who, "intake", setUp.teamId));
    });

    test("on the pages of a questionnaire", async () => {
      const version = `/questionnaires/versions/${digest}`;
      for (const path of ["/questionnaires", version, `${version}/take`, `${version}/preview`]) await walker.open(path);
      expect(await walker.words()).toContain(long("Page"));
    });

    test("while a draft of it is written", async () => {
      await walker.open("/questionnaires/new");
      await walker.page.locator(`main input[type=radio][value="${digest}"]`).check({ force: true });
      await walker.press(/\/questionnaires\/[0-9a-f-]{36}$/);
      const draft = new URL(walker.page.url()).pathname;
      const pages = ["", "whole", "check", "preview", "take", "discard", "translate/ar", "translate/ar/only"];
      const page = ["pages/only", "pages/only/condition", "pages/only/delete", "pages/only/new-question"];
      const question = ["", "/kind", "/condition", "/move", "/delete"].map((step) => `questions/q3${step}`);
      for (const step of [...pages, ...page, ...question]) await walker.open(step ? `${draft}/${step}` : draft);
    });

    test("on the pages of a survey", async () => {
      const survey = `/surveys/${wave}`;
      for (const path of ["/surveys", survey, `${survey}/reminders`, `${survey}/panel`]) await walker.open(path);
      await walker.page.locator(`main a[href^="${survey}/panel/"]`).first().click();
      await walker.page.waitForURL(/\/panel\/[0-9a-f-]{36}$/);
      await walker.look();
      expect(await walker.words()).toContain("Organisation");
    });

    test("where it is answered", async () => {
      const respondent = await journey.walker(reader);
      await respondent.open("/answer");
      await respondent.fill({ code: codes[reader.locale === "en" ? 0 : 1]! });
      await respondent.press("/answer/words");
      await respondent.press("/answer/pages/only");
      await answerPage(respondent);
      await respondent.fill({ q4: long("Answer", 190) });
      await respondent.press("/answer/check");
      await respondent.press("/answer/sent");
      expect(await respondent.words()).toContain(long("Thanks"));
      expect(journey.complaints()).toEqual([]);
    });
  });
});
