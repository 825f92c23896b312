import { chromium, type Page } from "playwright-core";
import { totpAt } from "#app/platform/crypto/totp.server.ts";
import { startServer } from "../support/server.ts";
import { newReporter, newWorld, type Person } from "../support/world.ts";
import type { BenchRow } from "./bench-row.ts";
import { serverDatabase, withOpen } from "./bench-world.ts";

/** Bytes and requests of a first visit, as the browser counts them on the wire. */
export async function measure(): Promise<BenchRow[]> {
  const database = await serverDatabase();
  try {
    const reporter = await withOpen(database, async () => newReporter(await newWorld()));
    const server = await startServer({ ...database.settings, LOG: "off" });
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
    });
    try {
      const newPage = async () => (await browser.newContext({ baseURL: server.origin })).newPage();
      const home = await weigh(await newPage(), (page) => page.goto("/"));
      const question = await weigh(await newPage(), (page) => openQuestion(page, reporter), true);
      return [
        { what: "home, first visit", median: home.kilobytes, unit: "kB", budget: 60 },
        { what: "home, first visit", median: home.requests, unit: "requests", budget: 6 },
        { what: "reporter's question with scripts, first visit", median: question.kilobytes, unit: "kB", budget: 150 },
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    await database.end();
  }
}

/** @param fresh empties the browser's cache before the last page, so that it is a first visit */
async function weigh(page: Page, open: (page: Page) => Promise<unknown>, fresh = false) {
  if (fresh) {
    await open(page);
    // What still comes of this visit would be counted with the next.
    await page.waitForLoadState("networkidle");
  }
  const wire = await page.context().newCDPSession(page);
  await wire.send("Network.enable");
  if (fresh) await wire.send("Network.clearBrowserCache");
  let [bytes, requests] = [0, 0];
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await (fresh ? page.reload() : open(page));
  await page.waitForLoadState("networkidle");
  return { kilobytes: bytes / 1000, requests };
}

async function openQuestion(page: Page, { handle, passphrase, totpSecret }: Person) {
  await page.goto("/sign-in");
  await page.fill('[name="handle"]', handle);
  await page.fill('[name="passphrase"]', passphrase);
  await page.click("main button[type=submit], main form button");
  await page.fill('[name="code"]', totpAt(totpSecret, Date.now() + 30_000));
  await page.click("main button[type=submit], main form button");
  await page.goto("/reports");
  await page.click('form[action="/reports/new"] button');
}
