import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { IN_LANGUAGE } from "#app/kernel/form-fields.ts";
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

/** What axe calls serious or critical on the page, as lines; empty is well. It needs scripts of its own to look. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** The right direction, nothing wider than the screen, and, where axe can run, nothing serious. */
export async function isWell(page: Page, { locale, width, scripts }: VisitorOptions): Promise<void> {
  expect(await page.locator("html").getAttribute("dir")).toBe(locale === "ar" ? "rtl" : "ltr");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width ?? 1200);
  if (scripts) expect(await seriousFaults(page)).toEqual([]);
}

/** A session's cookie, put into a browser by hand. */
export function browserCookie(origin: string, cookie: Cookie) {
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  // A cookie with this prefix is put in by hand only under https; loopback gets it back all the same.
  const url = origin.replace("http:", "https:");
  return { name, value, url, secure: true, httpOnly: true, sameSite: "Strict" as const };
}

/** Presses what the page is for: the last button of its form, before those that ask for another language. */
export function pressMain(page: Page): Promise<void> {
  return page.locator(`main form button[type=submit]:not([name=${IN_LANGUAGE}])`).last().click();
}
