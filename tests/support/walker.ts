import { readFile } from "node:fs/promises";
import type { BrowserContext, Page } from "playwright-core";
import { expect } from "vitest";
import { isWell, pressMain, type VisitorOptions } from "./browser.ts";

/** Somebody at a browser of their own, who looks closely at every page they come to. */
export interface Walker {
  readonly page: Page;
  /** types an address */
  readonly open: (path: string) => Promise<void>;
  /** follows a link of the page, by its address */
  readonly follow: (href: string) => Promise<void>;
  /** presses the last button of the page's own form, and is where that leads */
  readonly press: (to: string | RegExp) => Promise<void>;
  readonly fill: (fields: Readonly<Record<string, string>>) => Promise<void>;
  readonly tick: (field: string, ...values: readonly string[]) => Promise<void>;
  readonly look: () => Promise<void>;
  readonly words: () => Promise<string>;
  /** what the browser complained about so far */
  readonly complaints: readonly string[];
}

export async function newWalker(context: BrowserContext, options: VisitorOptions): Promise<Walker> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  const look = () => isWell(page, options);
  const isAt = (to: string | RegExp) => async () => {
    await page.waitForURL(typeof to === "string" ? (url) => url.pathname === to : to);
    await look();
  };
  return {
    page,
    complaints,
    look,
    open: async (path) => {
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await look();
    },
    follow: async (href) => {
      const link = page.locator(`a[href="${href}"]`).first();
      const fold = page.locator("main details.fold:not([open])", { has: page.locator(`a[href="${href}"]`) });
      if ((await fold.count()) > 0) await fold.locator("summary").click();
      await link.click();
      await isAt(href)();
    },
    press: async (to) => {
      await pressMain(page);
      await isAt(to)();
    },
    fill: async (fields) => {
      for (const [name, text] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(text);
    },
    tick: async (field, ...values) => {
      for (const value of values)
        await page.locator(`main input[name="${field}"][value="${value}"]`).check({ force: true });
    },
    words: async () => (await page.locator("main").textContent()) ?? "",
  };
}

/** What comes as a file when somebody presses. */
export async function downloaded({ page }: Walker, press: () => Promise<void>) {
  const arriving = page.waitForEvent("download");
  await press();
  const download = await arriving;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}
