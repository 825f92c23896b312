import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { setKeys } from "#app/features/cases/desk/desk-commands.server.ts";
import { isWell } from "../support/browser.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { withJourney } from "../support/journey.ts";
import { sendReport } from "../support/reports.ts";
import { signedInAs } from "../support/requests.ts";
import { valueFrom } from "../support/world.ts";

onDatabase("postgresql", "keys of people who work through lists", (db) => {
  let team: CaseTeam;
  let page: Page;
  const journey = withJourney(db, async () => {
    team = await newCaseTeam();
    for (let count = 0; count < 2; count += 1) await sendReport(await team.as.reporter());
  });

  beforeAll(async () => {
    const { coordinators, setUp } = team.world;
    page = await journey.page({ scripts: true }, await signedInAs(coordinators[0], "intake", setUp.teamId));
  });

  const rows = () => page.locator("a[data-key-row]");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href"));

  test("go through a list, tick a line and open it; the help lists them and closes", async () => {
    await page.goto("/queue");
    const [first, second] = await rows().evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await focused()).toBe(second);
    await page.keyboard.press("k");
    expect(await focused()).toBe(first);
    await page.keyboard.press("x");
    expect(await page.locator("tbody input:checked").count()).toBe(1);
    await page.keyboard.press("?");
    const help = page.locator("dialog[open]");
    expect(await help.count()).toBe(1);
    await isWell(page, { scripts: true });
    await page.keyboard.press("Escape");
    expect(await help.count()).toBe(0);
    await rows().first().focus();
    await page.keyboard.press("o");
    await page.waitForURL(`**${first}`);
  });

  test("are letters while somebody types, and nothing with a modifier", async () => {
    await page.keyboard.press("Control+j");
    await page.keyboard.press("n");
    await page.keyboard.type("jkosun/?");
    expect(await page.locator("#field-text").inputValue()).toBe("jkosun/?");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.keyboard.press("Tab");
    await page.keyboard.press("u");
    await page.waitForURL("**/queue");
  });

  test("do nothing for whoever has turned them off", async () => {
    valueFrom(await setKeys(await team.as.intake(), false));
    await page.goto("/queue");
    await page.keyboard.press("?");
    await page.keyboard.press("j");
    expect(await page.locator("dialog").count()).toBe(0);
    expect(await focused()).toBeNull();
  });
});
