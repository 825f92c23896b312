import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseId } from "#app/kernel/id.ts";
import { browserCookie, isWell, pressMain, withBrowser } from "../support/browser.ts";
import { onDatabase } from "../support/database.ts";
import { newObjectHome } from "../support/object-home.ts";
import { photograph } from "../support/pictures.ts";
import { sendReport } from "../support/reports.ts";
import { signedInAs } from "../support/requests.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";
import { actorFor, newReporter, newWorld, type Person } from "../support/world.ts";

onDatabase("postgresql", "sending files", (db) => {
  const { newVisitor } = withBrowser();
  let server: RunningServer;
  let reporter: Person;
  let caseId: CaseId;

  beforeAll(async () => {
    newObjectHome();
    reporter = await newReporter(await newWorld());
    caseId = await sendReport(await actorFor(reporter, "reporter"));
    server = await startServerOn(db);
  }, 120_000);

  afterAll(() => server?.stop());

  async function filesPage(scripts: boolean) {
    const options = { scripts, width: 320 };
    const context = await newVisitor(server.origin, options);
    await context.addCookies([browserCookie(server.origin, await signedInAs(reporter, "reporter"))]);
    const page = await context.newPage();
    await page.goto(`/reports/${caseId}/files`);
    return { page, options };
  }

  const chosen = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });

  test("without scripts: one form, and every file is told of by its name", async () => {
    const { page, options } = await filesPage(false);
    await page.setInputFiles("[name=files]", [
      chosen("photo.jpg", photograph()),
      chosen("program.exe", Buffer.from("MZ")),
    ]);
    await pressMain(page);
    const outcomes = page.locator("[data-outcome]");
    expect(await outcomes.count()).toBe(2);
    expect(await outcomes.first().textContent()).toContain("The place where the picture was taken");
    expect(await outcomes.last().textContent()).toContain("Not taken.");
    await isWell(page, options);
    await page.click("main table a");
    const width = await page.locator("img.picture").evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return image.naturalWidth;
    });
    expect(width).toBeGreaterThan(0);
    await isWell(page, options);
    await page.locator('main a[href$="/original"]').click();
    await page.waitForURL(/\/original$/);
    const leaving = page.waitForEvent("download");
    await pressMain(page);
    const original = await leaving;
    expect(original.suggestedFilename()).toMatch(/^original-[0-9a-f]{8}\.jpg$/);
    expect(Buffer.compare(readFileSync(await original.path()), photograph())).toBe(0);
  });

  test("with scripts: each travels alone, can be stopped and sent again, and the list follows", async () => {
    const { page, options } = await filesPage(true);
    let held: (() => Promise<void>) | null = null;
    await page.route("**/files", (route) => {
      if (route.request().method() !== "POST" || held) return route.continue();
      held = () => route.abort();
    });
    await page.setInputFiles("[name=files]", [
      chosen("first.txt", Buffer.from("one")),
      chosen("second.txt", Buffer.from("two")),
    ]);
    await pressMain(page);
    const lines = page.locator(".sending > li");
    await lines
      .first()
      .getByRole("button", { name: /^Cancel/ })
      .click();
    await lines.last().locator("[data-outcome]").waitFor();
    expect(await lines.first().textContent()).toContain("Nothing was kept of it");
    await lines
      .first()
      .getByRole("button", { name: /^Send again/ })
      .click();
    await lines.first().locator("[data-outcome]").waitFor();
    expect(await page.locator("[data-files] th[scope=row]").allTextContents()).toEqual([
      "photo.jpg",
      "second.txt",
      "first.txt",
    ]);
    await isWell(page, options);
  });
});
