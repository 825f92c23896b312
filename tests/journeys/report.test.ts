import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDraft } from "#app/features/cases/reporting/draft-commands.server.ts";
import { seriousFaults } from "../support/axe.ts";
import { browserCookie, pressMain, type VisitorOptions, withBrowser } from "../support/browser.ts";
import { onDatabase } from "../support/database.ts";
import { ACCOUNT_CLOSURE, pressContinue, slugOf, walkThrough } from "../support/report-walk.ts";
import { sendReport, typeIn } from "../support/reports.ts";
import { signedInAs } from "../support/requests.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";
import { actorFor, newReporter, newWorld, type Person, valueFrom } from "../support/world.ts";

/** The whole way is walked by the other two: Arabic without scripts, English with. */
const VISITORS: readonly VisitorOptions[] = [
  { locale: "en", scripts: false, width: 1200, dark: true },
  { locale: "ar", scripts: true, width: 320 },
];

/** One page for each kind of input: looking closely takes a second a page. */
const LOOKED_AT: readonly string[] = [
  "listed-parties",
  "incident",
  "other-incidents",
  "institution",
  "started",
  "deadlines",
  "amount",
  "remedy-results",
  "story",
  "consent",
];

onDatabase("postgresql", "reporting in a browser", (db) => {
  const { newVisitor } = withBrowser();
  let server: RunningServer;
  let reporter: Person;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    reporter = await newReporter(await newWorld());
    server = await startServerOn(db);
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await server?.stop();
  });

  /** A page of a browser in which the reporter is signed in, and whatever it complains about. */
  async function signedInPage(options: VisitorOptions): Promise<{ page: Page; complaints: string[] }> {
    const context = await newVisitor(server.origin, options);
    contexts = [...contexts, context];
    await context.addCookies([browserCookie(server.origin, await signedInAs(reporter, "reporter"))]);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    return { page, complaints };
  }

  /** What must hold on every page that a reporter sees. */
  async function expectSound(page: Page): Promise<void> {
    const at = slugOf(page);
    expect(await page.locator("a[data-leave]").count(), `${at}: the way out`).toBe(1);
    expect(await page.title(), `${at}: neutral title`).toMatch(/^(Your reports?|بلاغكم|بلاغاتكم) – Thaw$/);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${at}: fits the screen`).toBeLessThanOrEqual(0);
    const isQuestion = page.url().includes("/draft/") && at !== "check";
    if (!isQuestion || LOOKED_AT.includes(at))
      expect(await seriousFaults(page, { colours: isQuestion }), at).toEqual([]);
  }

  describe.each(VISITORS)("in $locale, scripts $scripts, $width px", (options) => {
    test("from the list to the reference, and to all that can be done afterwards", async () => {
      const { page, complaints } = await signedInPage(options);
      await page.goto("/reports");
      await expectSound(page);
      await page.locator('form[action="/reports/new"] button').click();
      const seen = await walkThrough(page, ACCOUNT_CLOSURE, () => expectSound(page));
      expect(seen.length).toBeGreaterThan(25);
      await expectSound(page);
      await pressMain(page);
      await page.waitForURL(/\/sent$/);
      await expectSound(page);
      expect(await page.locator(".reference").textContent()).toMatch(/^TH-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      const report = page.url().replace(/\/sent$/, "");
      for (const path of ["", "/add", "/consent", "/withdraw"]) {
        await page.goto(report + path);
        await expectSound(page);
      }
      await page.goto(report);
      expect(await page.locator("main").textContent()).toContain("Northern Savings Bank");
      expect(complaints).toEqual([]);
    });
  });

  describe.each([true, false])("with scripts: %s", (scripts) => {
    const draftPage = async (slug: string) => {
      const { draftId } = valueFrom(await startDraft(await actorFor(reporter, "reporter")));
      const { page } = await signedInPage({ scripts });
      const open = async (tab: Page) => void (await tab.goto(`/reports/draft/${draftId}/${slug}`));
      await open(page);
      return { page, open };
    };

    test("a mistake is named in title and summary, takes the focus, and loses nothing", async () => {
      const { page } = await draftPage("started");
      await page.locator('[name="startedOnDay"]').fill("31");
      await page.locator('[name="startedOnMonth"]').fill("2");
      await page.locator('[name="startedOnYear"]').fill("2026");
      await pressContinue(page);
      await page.locator(".error-summary").waitFor();
      expect(await page.title()).toMatch(/^Error: /);
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("error-summary");
      expect(await page.locator('[name="startedOnDay"]').inputValue()).toBe("31");
      await page.locator(".error-summary a").click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("field-startedOn");
    });

    test("another language keeps what was typed, sends nothing, and Continue goes on from there", async () => {
      const { page, open } = await draftPage("story");
      await page.locator('[name="story"]').fill("typed before the language");
      await page.locator('.form-languages button[value="ar"]').click();
      await page.locator('html[dir="rtl"]').waitFor({ state: "attached" });
      expect(await page.locator('[name="story"]').inputValue()).toBe("typed before the language");
      expect(await seriousFaults(page)).toEqual([]);
      await pressContinue(page);
      expect(slugOf(page)).toBe("risk");
      await open(page);
      expect(await page.locator('[name="story"]').inputValue()).toBe("typed before the language");
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    });

    test("Continue pressed twice is one answer and no conflict", async () => {
      const { page } = await draftPage("story");
      await page.locator('[name="story"]').fill("once");
      await page.locator("main form .button-row button").dblclick();
      // The second press breaks off the first on its way back; where it ends is what counts.
      await expect.poll(() => slugOf(page), { timeout: 20_000 }).toBe("risk");
      expect(await page.locator(".error-summary").count()).toBe(0);
    });

    test("two tabs: both answers are shown, and one press keeps the own one", async () => {
      const { page: one, open } = await draftPage("story");
      const two = await one.context().newPage();
      await open(two);
      await one.locator('[name="story"]').fill("from the first tab");
      await pressContinue(one);
      await two.locator('[name="story"]').fill("from the second tab");
      await pressContinue(two);
      const words = await two.locator("main").textContent();
      expect(words).toContain("from the first tab");
      expect(words).toContain("from the second tab");
      expect(await seriousFaults(two)).toEqual([]);
      await two.locator("main form .card button").click();
      await two.waitForURL(/\/risk$/);
      await open(two);
      expect(await two.locator('[name="story"]').inputValue()).toBe("from the second tab");
    });

    test("an account number is pointed at, not repeated, and cut down by one press", async () => {
      const { page, open } = await draftPage("story");
      await page.locator('[name="story"]').fill("one\ntwo DE89 3704 0044 0532 0130 00");
      await pressContinue(page);
      const notice = await page.locator(".notice--warning").textContent();
      expect(notice).toContain("Line 2");
      expect(notice).not.toContain("3704");
      await page.locator('button[name="accountNumbers"]').click();
      await page.waitForURL(/\/risk$/);
      await open(page);
      expect(await page.locator('[name="story"]').inputValue()).toBe("one\ntwo ••••3000");
    });
  });

  test("with scripts a mistake is told before the way to the server and back", async () => {
    const { page } = await signedInPage({ scripts: true });
    const draftId = await typeIn(await actorFor(reporter, "reporter"), {});
    await page.goto(`/reports/draft/${draftId}/listed-parties`);
    let posts = 0;
    page.on("request", (request) => {
      if (request.method() === "POST") posts += 1;
    });
    await page.locator("main input").last().focus();
    await page.waitForLoadState("networkidle");
    await page.locator("main form .button-row button").click();
    await page.locator(".error-summary").waitFor();
    expect(posts).toBe(0);
  });

  test("the task list and the ways to stop are sound as well", async () => {
    const { page } = await signedInPage({ scripts: true, width: 320 });
    const actor = await actorFor(reporter, "reporter");
    const draftId = await typeIn(actor, {
      listedParties: { listedParty: "unsure" },
      story: { story: "4111111111111111" },
    });
    const caseId = await sendReport(await actorFor(reporter, "reporter"));
    const draft = `/reports/draft/${draftId}`;
    for (const path of [
      draft,
      `${draft}/check`,
      `${draft}/mask`,
      `${draft}/discard`,
      "/reports/new",
      `/reports/${caseId}`,
    ]) {
      await page.goto(path);
      await expectSound(page);
    }
  });
});
