import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { hasScripts, seriousFaults } from "./axe.ts";
import type { Cookie } from "./requests.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface VisitorOptions {
  readonly locale?: "en" | "fr" | "es" | "ar";
  /** off: what Tor Browser shows at its safest level */
  readonly scripts?: boolean;
  readonly width?: number;
  readonly dark?: boolean;
}

/** What is left of a letter that was cut on its way, with what stands before it. */
const UNREADABLE = /.{0,40}[\0\uFFFD]/;

/** A real Chromium for a suite. `npm test` finds it and names it in CHROMIUM. */
export function withBrowser() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    /** Somebody with a browser of their own: no cookie is shared. */
    newVisitor: (baseURL: string, options: VisitorOptions = {}): Promise<BrowserContext> =>
      browser.newContext({
        baseURL,
        locale: options.locale ?? "en",
        javaScriptEnabled: options.scripts ?? false,
        viewport: { width: options.width ?? 1200, height: 900 },
        colorScheme: options.dark ? "dark" : "light",
      }),
  };
}

/** The one that was named, else the system's, else Playwright's own. */
export function findChromium(): string {
  const system = "/usr/bin/chromium";
  return process.env.CHROMIUM ?? (existsSync(system) ? system : chromium.executablePath());
}

/**
 * The right direction, nothing wider than the screen, scripts as the visitor wants them, and nothing serious for axe. Axe
 * takes most of a second, so it looks at what is read from right to left and at every refusal, whose colours stand nowhere
 * else; at each page as it opens `every-page.test.ts` looks closely from both sides.
 */
export async function isWell(page: Page, options: VisitorOptions): Promise<void> {
  const isRefusal = (await page.locator(".error-summary").count()) > 0;
  const isClose = isRefusal || options.locale === "ar";
  const faults = isClose ? await seriousFaults(page, { colours: isRefusal }) : [];
  expect([...faults, ...(await misfitsOf(page, options))], page.url()).toEqual([]);
}

/** What is not well, as lines. */
export async function faultsOf(page: Page, options: VisitorOptions): Promise<string[]> {
  return [...(await seriousFaults(page)), ...(await misfitsOf(page, options))];
}

/** The same but for axe. */
export async function misfitsOf(
  page: Page,
  { locale, width = 1200, scripts = false }: VisitorOptions,
): Promise<string[]> {
  const faults: string[] = [];
  const direction = await page.locator("html").getAttribute("dir");
  if (direction !== (locale === "ar" ? "rtl" : "ltr")) faults.push(`direction: ${direction}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) faults.push(`${wide} px wide`);
  if ((await hasScripts(page)) !== scripts) faults.push(`scripts: ${!scripts}`);
  const unreadable = UNREADABLE.exec(await page.content());
  if (unreadable) faults.push(`a letter that cannot be read: ${JSON.stringify(unreadable[0])}`);
  return faults;
}

/** A session's cookie, put into a browser by hand. */
export function browserCookie(origin: string, cookie: Cookie) {
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  // A cookie with this prefix is put in by hand only under https; loopback gets it back all the same.
  const url = origin.replace("http:", "https:");
  return { name, value, url, secure: true, httpOnly: true, sameSite: "Strict" as const };
}

/** Presses what the page is for: the last button of its form, but for ways around it and other languages. */
export function pressMain(page: Page): Promise<void> {
  return page.locator("main form .button[type=submit]:not(.button--quiet)").last().click();
}
