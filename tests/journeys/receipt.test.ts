import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askReporter } from "#app/features/messages/message-commands.server.ts";
import { readyText } from "#app/features/messages/ready-texts.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { type VisitorOptions, withBrowser } from "../support/browser.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { newLink } from "../support/receipts.ts";
import { ACCOUNT_CLOSURE, type Answers, walkThrough } from "../support/report-walk.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";
import { newWalker, type Walker } from "../support/walker.ts";

const NARROW: VisitorOptions = { locale: "ar", scripts: false, width: 320 };
const STORY = "أعاد المصرف التحويل ولم يذكر أي سبب.";

/** An account closure, told in Arabic, that may count in totals and in nothing else. */
const ANSWERS: Answers = {
  ...ACCOUNT_CLOSURE,
  story: (page) => page.locator("main [name=story]").fill(STORY),
  consent: (page) => page.locator('main input[value="c2_aggregate"]').check({ force: true }),
};

onDatabase("postgresql", "a report without an account in Arabic, without scripts, on a small screen", (db) => {
  const { newVisitor } = withBrowser();
  const opened: BrowserContext[] = [];
  let server: RunningServer;
  let team: CaseTeam;
  let code: string;
  let caseId: CaseId;
  let words: string;

  beforeAll(async () => {
    team = await newCaseTeam();
    code = await newLink(await team.as.intake());
    server = await startServerOn(db);
  }, 180_000);

  afterAll(async () => {
    for (const context of opened) await context.close();
    await server?.stop();
  });

  async function somebody(): Promise<Walker> {
    const context = await newVisitor(server.origin, NARROW);
    opened.push(context);
    return newWalker(context, NARROW);
  }

  test("goes from the link through the questions to seven Latin words, read from left to right", async () => {
    const walker = await somebody();
    await walker.open(`/start/${code}`);
    await walker.press(/\/listed-parties$/);
    await walkThrough(walker.page, ANSWERS);
    await walker.look();
    await walker.press("/receipt/words");
    const list = walker.page.locator(".secret-sheet__words");
    expect(await list.getAttribute("dir")).toBe("ltr");
    words = (await list.locator("bdi").allTextContents()).join(" ");
    expect(words).toMatch(/^([a-z]{3,8} ){6}[a-z]{3,8}$/);
    await walker.press(/\/sent$/);
    caseId = new URL(walker.page.url()).pathname.split("/")[2] as CaseId;
    expect(await walker.page.title()).not.toContain(words.split(" ")[0]);
    expect(walker.complaints).toEqual([]);
  }, 120_000);

  test("comes back by the words in another browser, reads the question and answers it", async () => {
    await askReporter(await team.as.intake(), caseId, { text: readyText("date", "ar") });
    const walker = await somebody();
    await walker.open("/");
    await walker.follow("/receipt");
    await walker.fill({ words: words.toUpperCase() });
    await walker.press(`/reports/${caseId}`);
    expect(await walker.words()).toContain(STORY);
    await walker.follow(`/reports/${caseId}/messages`);
    expect(await walker.words()).toContain(readyText("date", "ar"));
    await walker.fill({ text: "في الثالث من آذار." });
    await walker.press(`/reports/${caseId}/messages`);
    await walker.page.getByText("في الثالث من آذار.").waitFor();
    await walker.open("/sign-out");
    await walker.press("/");
    await walker.page.goto(`/reports/${caseId}`);
    expect(new URL(walker.page.url()).pathname).toBe("/sign-in");
  }, 60_000);
});
