import { describe, expect, test } from "vitest";
import { askReporter } from "#app/features/messages/message-commands.server.ts";
import { readyText } from "#app/features/messages/ready-texts.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { newLink } from "../support/receipts.ts";
import { ACCOUNT_CLOSURE, type Answers, walkThrough } from "../support/report-walk.ts";
import { wordTraces } from "../support/word-traces.ts";

/** What each of them writes. */
const TYPED = {
  ar: { story: "أعاد المصرف التحويل ولم يذكر أي سبب.", answer: "في الثالث من آذار." },
  en: { story: "The bank sent the transfer back and gave no reason.", answer: "On the third of March." },
};

/** An account closure that may count in totals and in nothing else. */
const answersWith = (story: string): Answers => ({
  ...ACCOUNT_CLOSURE,
  story: (page) => page.locator("main [name=story]").fill(story),
  consent: (page) => page.locator('main input[value="c2_aggregate"]').check({ force: true }),
});

onDatabase("postgresql", "a report without an account", (db) => {
  let team: CaseTeam;
  let code: string;
  const journey = withJourney(db, async () => {
    team = await newCaseTeam();
    code = await newLink(await team.as.intake());
  });

  describe.each(TWO_READERS)("%s", (_name, options) => {
    const { locale } = options;
    const { story, answer } = TYPED[locale];
    let caseId: CaseId;
    let words: string;

    test("goes from the link through the questions to seven Latin words, read from left to right", async () => {
      const walker = await journey.walker(options);
      await walker.open(`/start/${code}`);
      await walker.press(/\/listed-parties$/);
      await walkThrough(walker.page, answersWith(story));
      await walker.look();
      await walker.press("/receipt/words");
      const list = walker.page.locator(".secret-sheet__words");
      expect(await list.getAttribute("dir")).toBe("ltr");
      words = (await list.locator("bdi").allTextContents()).join(" ");
      expect(words).toMatch(/^([a-z]{3,8} ){6}[a-z]{3,8}$/);
      await walker.press(/\/sent$/);
      caseId = new URL(walker.page.url()).pathname.split("/")[2] as CaseId;
      const named = `${await walker.page.title()} ${walker.page.url()}`;
      for (const trace of wordTraces(words)) expect(named).not.toContain(trace);
      expect(walker.complaints).toEqual([]);
    }, 120_000);

    test("comes back by the words in another browser, reads the question and answers it", async () => {
      await askReporter(await team.as.intake(), caseId, { text: readyText("date", locale) });
      const walker = await journey.walker(options);
      await walker.open("/");
      await walker.follow("/receipt");
      await walker.fill({ words: words.toUpperCase() });
      await walker.press(`/reports/${caseId}`);
      expect(await walker.words()).toContain(story);
      await walker.follow(`/reports/${caseId}/messages`);
      expect(await walker.words()).toContain(readyText("date", locale));
      await walker.fill({ text: answer });
      await walker.press(`/reports/${caseId}/messages`);
      await walker.page.getByText(answer).waitFor();
      await walker.open("/sign-out");
      await walker.press("/");
      await walker.page.goto(`/reports/${caseId}`);
      expect(new URL(walker.page.url()).pathname).toBe("/sign-in");
    }, 60_000);
  });
});
