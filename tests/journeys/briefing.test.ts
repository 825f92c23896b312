import { beforeAll, expect, test } from "vitest";
import type { BriefingId } from "#app/kernel/id.ts";
import { writeText } from "../support/briefing-walk.ts";
import { aDraft, aText, INCIDENT_TABLE, type Newsroom, newNewsroom } from "../support/briefings.ts";
import { isWell, pressMain, type VisitorOptions } from "../support/browser.ts";
import { onDatabase } from "../support/database.ts";
import { withJourney } from "../support/journey.ts";
import { signedInActor, workUnderWay } from "../support/long-work.ts";
import { signedInAs } from "../support/requests.ts";
import type { Walker } from "../support/walker.ts";

const READERS: readonly (readonly [name: string, options: VisitorOptions])[] = [
  ["in English, without scripts", { scripts: false }],
  ["in Arabic, with scripts, on a small dark screen", { locale: "ar", scripts: true, width: 320, dark: true }],
];

const idIn = (draft: string) => draft.split("/").at(-1) as BriefingId;

for (const [name, options] of READERS)
  onDatabase("postgresql", `second thoughts about a briefing, ${name}`, (db) => {
    let room: Newsroom;
    let editor: Walker;
    let guardian: Walker;
    let draft: string;
    const journey = withJourney(db, async () => {
      room = await newNewsroom();
      draft = `/briefing-drafts/${await aDraft(room)}`;
    });

    beforeAll(async () => {
      editor = await journey.walker(options, await signedInAs(room.editor, "editor"));
      guardian = await journey.walker(options, await signedInAs(room.world.guardians[0], "guardian"));
    }, 60_000);

    test("of two windows, the later one keeps its text and sees what was saved", async () => {
      const second = await editor.page.context().newPage();
      await second.goto(`${draft}/text/fr`);
      await writeText(editor, draft, "fr");
      await second.fill("[name=title]", "Un autre titre");
      await pressMain(second);
      await second.locator(".error-summary[role=alert]").waitFor();
      expect(await second.inputValue("[name=title]")).toBe("Un autre titre");
      expect(await second.locator("main").textContent()).toContain(await savedTitle());
      await isWell(second, options);
      await second.close();
    });

    test("computing is told by a page of its own, can be stopped, and leads to the tables by itself", async () => {
      const analyst = await journey.walker(options, await signedInAs(room.analyst, "analyst"));
      await workUnderWay(await signedInActor(room.analyst, "analyst"), idIn(draft));
      await analyst.open(`${draft}/tables`);
      await analyst.open(`${draft}/work`);
      await analyst.press(draft);
      await analyst.page.goto(`${draft}/tables`);
      await pressMain(analyst.page);
      await analyst.page.waitForURL(`**${draft}/work`);
      await analyst.page.waitForURL(`**${draft}/tables`);
      await analyst.page.locator(`#${INCIDENT_TABLE}`).waitFor();
    });

    const savedTitle = async () => {
      await editor.page.goto(`${draft}/text/fr`);
      return editor.page.inputValue("[name=title]");
    };

    test("a figure is put into the text by a button, stays unsaved until it is, and prints its number", async () => {
      await editor.open(draft);
      await editor.follow(`${draft}/sections/what_happened`);
      const { page } = editor;
      await page.fill("[name=fr]", "Touchées :");
      await page.selectOption("select[name=reference]", `{{${INCIDENT_TABLE}:account}}`);
      await page.selectOption("select[name=into]", "fr");
      await page.click("button[name=insert]");
      await page.locator("main .notice").first().waitFor();
      await editor.look();
      expect(await page.inputValue("[name=fr]")).toBe(`Touchées : {{${INCIDENT_TABLE}:account}}`);
      await page.click(".languages-beside + .button-row button");
      await page.waitForURL((url) => url.pathname === draft);
      await editor.open(`${draft}/preview/fr`);
      expect(await page.locator("#what_happened > p").first().textContent()).toMatch(/^Touchées\u00a0: \d+$/);
    });

    test("an editor picks large figures, and answers for nothing unread", async () => {
      await editor.open(`${draft}/specification`);
      await editor.tick("figures", `${INCIDENT_TABLE}:account`);
      await editor.press(draft);
      await editor.open(`${draft}/submit`);
      await editor.fill({ comment: "The claim in French is new." });
      await editor.press(`${draft}/review`);
      await pressMain(editor.page);
      await editor.page.locator(".error-summary[role=alert]").waitFor();
      await editor.look();
      await editor.tick("read", "yes");
      await editor.press(draft);
    });

    test("a guardian sends it back once, and releases what an editor answers for again", async () => {
      await guardian.open(`${draft}/send-back`);
      await guardian.fill({ comment: "Say in the claim whose accounts." });
      await guardian.press(draft);
      await editor.open(`${draft}/text/en`);
      await editor.fill({ claim: "Accounts of organisations on no list are closed." });
      await editor.press(draft);
      await editor.open(`${draft}/submit`);
      await editor.press(`${draft}/review`);
      await guardian.open(`${draft}/review`);
      expect(await guardian.page.locator("main input[name=read]").count()).toBe(0);
      expect(await guardian.page.locator(".text-pair").count()).toBe(1);
      await editor.tick("read", "yes");
      await editor.press(draft);
      await guardian.open(`${draft}/review`);
      await guardian.tick("read", "yes");
      await guardian.press("/briefings/asp25");
    });

    test("its figures stand on the home page, and in another language it says which it speaks", async () => {
      const reader = await journey.walker(options);
      await reader.open("/");
      expect(await reader.page.locator(".figure-row").textContent()).toContain("55");
      await reader.open("/briefings/asp25");
      expect(await reader.page.locator("h1").textContent()).toBe(aText().title);
      expect(await reader.page.locator("main .notice--warning").count()).toBe(options.locale === "ar" ? 1 : 0);
    });

    test("withdrawn, its page says so and its files are gone", async () => {
      await guardian.open(`${draft}/withdraw`);
      await guardian.tick("sure", "yes");
      await guardian.press(draft);
      // Who has it open already may keep a copy for some minutes.
      const newcomer = await journey.walker(options);
      await newcomer.open("/briefings/asp25");
      expect(await newcomer.page.locator(".figure-row").count()).toBe(0);
      expect((await newcomer.page.request.get("/briefings/asp25/briefing.pdf")).status()).toBe(410);
    });
  });
