import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLE_TEXTS } from "#app/features/briefings/demo/sample-briefing.ts";
import { type Newsroom, newNewsroom } from "../support/briefings.ts";
import { browserCookie, isWell, pressMain, type VisitorOptions, withBrowser } from "../support/browser.ts";
import { onDatabase } from "../support/database.ts";
import { type Cookie, signedInAs } from "../support/requests.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";

const READERS: readonly (readonly [name: string, options: VisitorOptions])[] = [
  ["in English, without scripts", { scripts: false }],
  ["in English, where axe can look", { scripts: true }],
  ["in Arabic, without scripts, on a small dark screen", { locale: "ar", scripts: false, width: 320, dark: true }],
];
const LANGUAGES = ["en", "fr", "ar"] as const;
const TABLES = ["affected_region", "incident_group", "institution_type", "stated_reason"];

for (const [name, options] of READERS)
  onDatabase("postgresql", `a briefing at a browser, ${name}`, (db) => {
    const { newVisitor } = withBrowser();
    const opened: BrowserContext[] = [];
    let server: RunningServer;
    let room: Newsroom;
    let editor: Page;
    let analyst: Page;
    let guardian: Page;
    let reader: Page;
    let draft: string;

    beforeAll(async () => {
      room = await newNewsroom();
      server = await startServerOn(db);
      editor = await at(await signedInAs(room.editor, "editor"));
      analyst = await at(await signedInAs(room.analyst, "analyst"));
      guardian = await at(await signedInAs(room.world.guardians[0], "guardian"));
      reader = await at();
    }, 120_000);

    afterAll(async () => {
      for (const context of opened) await context.close();
      await server?.stop();
    });

    const at = async (cookie?: Cookie) => {
      const context = await newVisitor(server.origin, options);
      opened.push(context);
      if (cookie) await context.addCookies([browserCookie(server.origin, cookie)]);
      return context.newPage();
    };
    const open = async (page: Page, path: string) => {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await isWell(page, options);
    };
    const tick = (page: Page, field: string, value: string) =>
      page.locator(`input[name="${field}"][value="${value}"]`).check({ force: true });

    test("an editor chooses what is counted, writes in three languages and asks", async () => {
      await open(editor, "/briefing-drafts");
      await editor.locator('main a[href="/briefing-drafts/new"]').click();
      await isWell(editor, options);
      await editor.selectOption("select[name=session]", "ASP25");
      for (const locale of LANGUAGES) await tick(editor, "locales", locale);
      for (const dimension of TABLES) await tick(editor, "dimensions", dimension);
      await pressMain(editor);
      await editor.waitForURL(/briefing-drafts\/[0-9a-f-]{36}$/);
      draft = new URL(editor.url()).pathname;
      for (const locale of LANGUAGES) await write(locale);
      await open(editor, `${draft}/asks`);
      await tick(editor, "ask-SP2", "yes");
      await editor.locator("details:has(input[name=evidence-SP2]) summary").click();
      await tick(editor, "evidence-SP2", "incident_group");
      await pressMain(editor);
      await editor.waitForURL(`**${draft}`);
    });

    async function write(locale: (typeof LANGUAGES)[number]): Promise<void> {
      const { title, claim, sections } = SAMPLE_TEXTS[locale];
      await open(editor, `${draft}/text/${locale}`);
      for (const [field, words] of Object.entries({ title, claim, ...sections }))
        await editor.fill(`[name=${field}]`, words);
      await pressMain(editor);
      await editor.waitForURL(`**${draft}`);
    }

    test("of two windows, the later one keeps its text and sees what was saved", async () => {
      const second = await editor.context().newPage();
      await second.goto(`${draft}/text/fr`);
      await write("fr");
      await second.fill("[name=title]", "Un autre titre");
      await pressMain(second);
      await second.locator(".error-summary[role=alert]").waitFor();
      expect(await second.inputValue("[name=title]")).toBe("Un autre titre");
      expect(await second.locator("main").textContent()).toContain(SAMPLE_TEXTS.fr.title);
      await isWell(second, options);
      await second.close();
    });

    test("an analyst computes tables and sees only what may be shown", async () => {
      await open(analyst, "/briefing-drafts");
      await analyst.locator(`a[href="${draft}"]`).click();
      await isWell(analyst, options);
      await open(analyst, `${draft}/tables`);
      await pressMain(analyst);
      await analyst.locator("#organisations-by-incident-group").waitFor();
      expect(await analyst.locator("#organisations-by-stated-reason").count()).toBe(0);
      await isWell(analyst, options);
    });

    test("an editor picks large figures, sends it to review and answers for it", async () => {
      await open(editor, `${draft}/specification`);
      await tick(editor, "figures", "incident_group.account");
      await pressMain(editor);
      await editor.waitForURL(`**${draft}`);
      await open(editor, `${draft}/submit`);
      await editor.fill("[name=comment]", "The claim in Arabic is new.");
      await pressMain(editor);
      await editor.waitForURL(`**${draft}/review`);
      await isWell(editor, options);
      await pressMain(editor);
      await editor.locator(".error-summary[role=alert]").waitFor();
      await tick(editor, "read", "yes");
      await pressMain(editor);
      await editor.waitForURL(`**${draft}`);
    });

    test("a guardian reads every language, sends it back once, and releases what an editor answers for again", async () => {
      for (const locale of LANGUAGES) await open(guardian, `${draft}/preview/${locale}`);
      await open(guardian, `${draft}/send-back`);
      await guardian.fill("[name=comment]", "Say in the claim whose accounts.");
      await pressMain(guardian);
      await guardian.waitForURL(`**${draft}`);
      await open(editor, `${draft}/text/en`);
      await editor.fill("[name=claim]", "Accounts of organisations on no list are closed.");
      await pressMain(editor);
      await editor.waitForURL(`**${draft}`);
      await open(editor, `${draft}/submit`);
      await pressMain(editor);
      await editor.waitForURL(`**${draft}/review`);
      await open(guardian, `${draft}/review`);
      expect(await guardian.locator("main input[name=read]").count()).toBe(0);
      expect(await guardian.locator(".text-pair").count()).toBe(1);
      await tick(editor, "read", "yes");
      await pressMain(editor);
      await editor.waitForURL(`**${draft}`);
      await open(guardian, `${draft}/review`);
      await tick(guardian, "read", "yes");
      await pressMain(guardian);
      await guardian.waitForURL("**/briefings/asp25");
      await isWell(guardian, options);
    });

    test("everybody reads it, takes the paper and the data, and finds its figures on the home page", async () => {
      await open(reader, "/briefings");
      await reader.locator('main a[href="/briefings/asp25"]').click();
      await isWell(reader, options);
      const language = options.locale ?? "en";
      expect(await reader.locator("h1").textContent()).toBe(SAMPLE_TEXTS[language].title);
      for (const file of [
        "briefing.pdf",
        "briefing.fr.pdf",
        "package.zip",
        "tables/organisations-by-incident-group.csv",
      ]) {
        const answer = await reader.request.get(`/briefings/asp25/${file}`);
        expect([file, answer.status(), (await answer.body()).length > 100]).toEqual([file, 200, true]);
      }
      await open(reader, "/");
      expect(await reader.locator(".figure-row").textContent()).toContain("55");
    });

    test("withdrawn, its page says so and its files are gone", async () => {
      await open(guardian, `${draft}/withdraw`);
      await tick(guardian, "sure", "yes");
      await pressMain(guardian);
      await guardian.waitForURL(`**${draft}`);
      // Who has it open already may keep a copy for some minutes.
      const newcomer = await at();
      await open(newcomer, "/briefings/asp25");
      expect(await newcomer.locator(".figure-row").count()).toBe(0);
      expect((await newcomer.request.get("/briefings/asp25/briefing.pdf")).status()).toBe(410);
    });
  });
