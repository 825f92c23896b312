import { beforeAll, describe, expect, test } from "vitest";
import { instrumentText } from "#app/features/surveys/instruments/read-instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { publishInstrument } from "#app/features/surveys/waves/instrument-store.server.ts";
import { closeWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { makeWaveLink } from "#app/features/surveys/waves/wave-links.server.ts";
import { readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { pressMain, type VisitorOptions } from "../support/browser.ts";
import { onDatabase } from "../support/database.ts";
import { withJourney } from "../support/journey.ts";
import { answerPage } from "../support/survey-walk.ts";
import type { Walker } from "../support/walker.ts";
import { answered, approvedWave, invitedWith, newSurveyTeam, openNow, type SurveyTeam } from "../support/waves.ts";
import { wordTraces } from "../support/word-traces.ts";

const READERS: readonly (readonly [name: string, options: VisitorOptions])[] = [
  ["in Arabic, without scripts, on a small screen", { locale: "ar", scripts: false, width: 320 }],
  ["in French, with scripts", { locale: "fr", scripts: true }],
];

onDatabase("postgresql", "the whole standard questionnaire", (db) => {
  let team: SurveyTeam;
  let wave: WaveId;
  let codes: readonly string[];
  const wordsOf: string[] = [];
  /** words by which surveys are compared: new ones for the first, typed by the other */
  let compared: string | undefined;
  const journey = withJourney(db, async () => {
    team = await newSurveyTeam();
    const one = await team.as.one();
    const { digest } = valueFrom(await publishInstrument(one, JSON.parse(instrumentText(standardInstrument()))));
    wave = await approvedWave(team, { ...openNow(), instrument: digest });
    codes = (await invitedWith(await team.as.one(), wave, 5)).map(({ code }) => code);
  });

  describe.each(READERS)("%s", (name, options) => {
    let walker: Walker;
    let code: string;
    let words: string;

    beforeAll(async () => {
      code = codes[READERS.findIndex(([other]) => other === name)]!;
      walker = await journey.walker(options);
    });

    test("begins with a code, and gets four words to come back by", async () => {
      await walker.open("/");
      await walker.follow("/answer");
      await walker.fill({ code: code.toLowerCase() });
      await walker.press("/answer/words");
      words = (await walker.page.locator(".secret-sheet__words bdi").allTextContents()).join(" ");
      expect(words).toMatch(/^([a-z]{3,8} ){3}[a-z]{3,8}$/);
      wordsOf.push(words);
      expect(walker.page.url()).not.toContain(code);
    });

    test("answers page by page, and finds all of it to be checked", async () => {
      await walker.press(/\/answer\/pages\//);
      for (let pages = 0; !walker.page.url().endsWith("/check") && pages < 40; pages += 1) {
        await answerPage(walker);
        await walker.press(/\/answer\/(pages|check)/);
      }
      expect(new URL(walker.page.url()).pathname).toBe("/answer/check");
      expect(await walker.words()).toContain("Signal 0");
    }, 240_000);

    test("may agree to be compared with another survey, by new words or by those of an earlier one", async () => {
      await walker.follow("/answer/comparison");
      await walker.tick("compare", "known");
      await walker.fill({ panelWords: words });
      await pressMain(walker.page);
      await walker.page.locator(".error-summary").waitFor();
      await walker.look();
      expect(await walker.page.locator("[name=panelWords]").inputValue()).toBe(words);
      if (!compared) {
        await walker.fill({ panelWords: "" });
        await walker.tick("compare", "new");
        await walker.press("/answer/comparison");
        await walker.page.locator(".secret-sheet").waitFor();
        compared = (await walker.page.locator(".secret-sheet__words bdi").allTextContents()).join(" ");
        expect(compared).toMatch(/^([a-z]{3,8} ){4}[a-z]{3,8}$/);
      } else {
        await walker.fill({ panelWords: compared.toUpperCase() });
      }
      await walker.press("/answer/check");
    });

    test("comes back in another browser, changes an answer, and sends", async () => {
      const other = await journey.walker(options);
      await other.open("/answer/return");
      await other.fill({ code, words: words.toUpperCase() });
      await other.press("/answer/check");
      await other.follow("/answer/pages/taking_part");
      await other.page.locator("main input[name=q2]").last().check({ force: true });
      await other.press(/\/answer\/pages\//);
      await other.open("/answer/check");
      // What was given is kept beside the answers that were changed.
      await other.follow("/answer/comparison");
      expect(await other.page.locator(".secret-sheet__words bdi").allTextContents()).toEqual(compared?.split(" "));
      await other.press("/answer/check");
      await other.press("/answer/sent");
      const receipt = await other.page.locator("main dd bdi").first().textContent();
      expect(receipt).toMatch(/^[0-9A-Z-]{10,}$/);
      await other.follow("/answer/check");
      await other.follow("/answer/close");
      await other.press("/");
      expect(other.complaints).toEqual([]);
    }, 120_000);

    test("whose session has ended loses nothing that was typed, also beside an answer that is wrong", async () => {
      await walker.open("/answer/pages/asks");
      await walker.page.locator("main select").first().selectOption("");
      await walker.page.locator("main textarea").first().fill("Written while the line was down");
      await walker.page.context().clearCookies();
      await walker.page.locator("main form .button[type=submit]:not(.button--quiet)").last().click();
      await walker.page.locator("main [name=words]").waitFor();
      await walker.look();
      const ended = textFor(options.locale ?? "en")("refusal.answering.ended");
      expect(await walker.page.locator(".error-summary").textContent()).toContain(ended);
      await walker.fill({ code, words });
      await walker.press("/answer/pages/asks");
      await walker.open("/answer/check");
      expect(await walker.words()).toContain("Written while the line was down");
    }, 60_000);
  });

  test("by the open link somebody gets a code of their own, and whoever is signed in is told to leave first", async () => {
    const { code } = valueFrom(await makeWaveLink(await team.as.one(), wave));
    const walker = await journey.walker({ scripts: false });
    await walker.open(`/answer/link/${code}`);
    await walker.press("/answer/words");
    expect(await walker.words()).not.toContain(code);
    await walker.open("/answer/link/0000-0000-0000-0000-0000");
    expect(await walker.page.locator("main form button").count()).toBeLessThan(5);
  });

  test("whoever leaves the words out is compared with nobody; of the others analysts see one mark and no word", async () => {
    await answered(codes[4]!, { instrument: "standard", version: 1, answers: { q1: "yes" } });
    const coordinator = await team.as.one();
    const { version } = await readWave(coordinator, wave);
    valueFrom(await closeWave(coordinator, wave, { version }));
    const { answers } = valueFrom(await readAnswers(await team.as.analyst(), wave));
    const marks = answers.map(({ panelMark }) => panelMark);
    expect(marks.filter((mark) => mark === null)).toHaveLength(1);
    expect(new Set(marks).size).toBe(2);
    for (const trace of wordTraces(compared!)) expect(JSON.stringify(marks)).not.toContain(trace);
  });

  test("the own copy still tells the words when the survey has closed", async () => {
    const walker = await journey.walker({ scripts: false, locale: "fr" });
    await walker.open("/answer/return");
    await walker.fill({ code: codes[1]!, words: wordsOf[1]! });
    await walker.press("/answer/check");
    await walker.follow("/answer/comparison");
    expect(await walker.page.locator(".secret-sheet__words bdi").allTextContents()).toEqual(compared?.split(" "));
    expect(await walker.page.locator("main [name=compare]").count()).toBe(0);
  });
});
