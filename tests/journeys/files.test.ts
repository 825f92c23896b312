import { readFileSync } from "node:fs";
import type { Page, Route } from "playwright-core";
import { expect, test } from "vitest";
import { textFor } from "#app/i18n/messages.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { isWell, pressMain, type VisitorOptions } from "../support/browser.ts";
import { onDatabase } from "../support/database.ts";
import { withJourney } from "../support/journey.ts";
import { newObjectHome } from "../support/object-home.ts";
import { photograph } from "../support/pictures.ts";
import { sendReport } from "../support/reports.ts";
import { type Cookie, signedInAs } from "../support/requests.ts";
import { actorFor, newReporter, newWorld, type Person, type World } from "../support/world.ts";

const ARABIC: VisitorOptions = { locale: "ar", scripts: false, width: 320 };
const SCRIPTED: VisitorOptions = { scripts: true, width: 320 };
const arabic = textFor("ar");

onDatabase("postgresql", "sending files", (db) => {
  let world: World;
  let reporter: Person;
  let caseId: CaseId;
  const journey = withJourney(db, async () => {
    newObjectHome();
    world = await newWorld();
    reporter = await newReporter(world);
    caseId = await sendReport(await actorFor(reporter, "reporter"));
  });

  async function pageOf(cookie: Cookie, path: string, options: VisitorOptions) {
    const page = await journey.page(options, cookie);
    await page.goto(path);
    return page;
  }

  const ownFiles = async (options: VisitorOptions) =>
    pageOf(await signedInAs(reporter, "reporter"), `/reports/${caseId}/files`, options);

  const widthOf = (page: Page) =>
    page.locator("img.picture").evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return image.naturalWidth;
    });

  const chosen = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });

  test("in Arabic, without scripts: one form, and every file is told of by its name", async () => {
    const page = await ownFiles(ARABIC);
    await page.setInputFiles("[name=files]", [
      chosen("photo.jpg", photograph()),
      chosen("program.exe", Buffer.from("MZ")),
    ]);
    await pressMain(page);
    const outcomes = page.locator("[data-outcome]");
    expect(await outcomes.count()).toBe(2);
    expect(await outcomes.first().textContent()).toContain(arabic("evidence.removed.location"));
    expect(await outcomes.last().textContent()).toContain(arabic("evidence.outcome.not-taken"));
    await isWell(page, ARABIC);
    await page.click("main table a");
    expect(await widthOf(page)).toBeGreaterThan(0);
    await isWell(page, ARABIC);
    await page.locator('main a[href$="/original"]').click();
    await page.waitForURL(/\/original$/);
    const leaving = page.waitForEvent("download");
    await pressMain(page);
    const original = await leaving;
    expect(original.suggestedFilename()).toMatch(/^original-[0-9a-f]{8}\.jpg$/);
    expect(Buffer.compare(readFileSync(await original.path()), photograph())).toBe(0);
  });

  test("the team looks at a copy after a press, and the reporter reads that it did", async () => {
    const { coordinators, setUp } = world;
    const cookie = await signedInAs(coordinators[0], "intake", setUp.teamId);
    const page = await pageOf(cookie, `/cases/${caseId}/files`, ARABIC);
    await page.click("main table a");
    expect(await page.locator("img.picture").count()).toBe(0);
    await page.locator("main button[value=look]").click();
    await page.waitForURL(/[?&]view=/);
    expect(await widthOf(page)).toBeGreaterThan(0);
    await isWell(page, ARABIC);
    const own = await ownFiles(ARABIC);
    expect(await own.locator("main").textContent()).toContain(arabic("evidence.trail.file-opened"));
  });

  const attached = (page: Page) => page.locator("main .timeline a").allTextContents();

  test("in Arabic, without scripts: a coordinator's message carries a file, and the reporter answers with one", async () => {
    const { coordinators, setUp } = world;
    const cookie = await signedInAs(coordinators[0], "intake", setUp.teamId);
    const page = await pageOf(cookie, `/cases/${caseId}/messages`, ARABIC);
    await page.fill("[name=text]", "كتبنا إلى المصرف");
    await page.setInputFiles("[name=attachments]", [
      chosen("ours.txt", Buffer.from("Dear bank")),
      chosen("program.exe", Buffer.from("MZ")),
    ]);
    await pressMain(page);
    await isWell(page, ARABIC);
    expect(await page.locator("main").textContent()).toContain("program.exe");
    expect(await page.inputValue("[name=text]")).toBe("كتبنا إلى المصرف");
    await pressMain(page);
    expect(await attached(page)).toEqual(["ours.txt"]);
    const own = await pageOf(await signedInAs(reporter, "reporter"), `/reports/${caseId}/messages`, ARABIC);
    expect(await attached(own)).toEqual(["ours.txt"]);
    await own.fill("[name=text]", "هذا ردّهم");
    await own.setInputFiles("[name=attachments]", [chosen("theirs.jpg", photograph())]);
    await pressMain(own);
    expect(await attached(own)).toEqual(["ours.txt", "theirs.jpg"]);
    await isWell(own, ARABIC);
    await own.click("main .timeline a >> nth=-1");
    expect(await widthOf(own)).toBeGreaterThan(0);
  });

  test("with scripts: a message that breaks off on its way is sent again and arrives once", async () => {
    const page = await pageOf(await signedInAs(reporter, "reporter"), `/reports/${caseId}/messages`, SCRIPTED);
    const tooMuch = { status: 413, contentType: "text/html", body: "<main><h1>Too much at once</h1></main>" };
    const faults = [(route: Route) => route.abort(), (route: Route) => route.fulfill(tooMuch)];
    await page.route("**/messages", (route) => {
      const fault = route.request().method() === "POST" ? faults.shift() : undefined;
      return fault ? fault(route) : route.continue();
    });
    await page.fill("[name=text]", "One more letter.");
    await page.setInputFiles("[name=attachments]", [chosen("letter.txt", Buffer.from("a letter"))]);
    await pressMain(page);
    await page.getByRole("status").getByText("Send it again").waitFor();
    await pressMain(page);
    await page.getByRole("status").getByText("Too much at once").waitFor();
    expect(await page.inputValue("[name=text]")).toBe("One more letter.");
    await pressMain(page);
    await page.locator("main .timeline").getByText("One more letter.").waitFor();
    expect(await attached(page)).toEqual(["ours.txt", "theirs.jpg", "letter.txt"]);
    expect(await page.inputValue("[name=text]")).toBe("");
    await isWell(page, SCRIPTED);
    await page.setInputFiles("[name=attachments]", [chosen("program.exe", Buffer.from("MZ"))]);
    await page.fill("[name=text]", "And this.");
    await pressMain(page);
    await page.locator(".error-summary").waitFor();
    expect(await page.title()).toMatch(/^Error:/);
  });

  test("with scripts: each travels alone, can be stopped and sent again, and the list follows", async () => {
    const page = await ownFiles(SCRIPTED);
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
      "ours.txt",
      "theirs.jpg",
      "letter.txt",
      "second.txt",
      "first.txt",
    ]);
    // Who had the files stands below them, and the last step comes first.
    expect(await page.locator("[data-trail] li").first().textContent()).toContain("first.txt");
    await isWell(page, SCRIPTED);
  });
});
