import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { browserCookie, type VisitorOptions, withBrowser } from "./browser.ts";
import type { TestDatabase } from "./database.ts";
import type { Cookie } from "./requests.ts";
import { type RunningServer, startServerOn } from "./server.ts";
import { newWalker, type Walker } from "./walker.ts";

export interface Reader extends VisitorOptions {
  readonly locale: "en" | "ar";
}

/** Whatever a page does wrong to somebody, it does to one of these two. */
export const TWO_READERS: readonly (readonly [name: string, reader: Reader])[] = [
  ["in Arabic, without scripts, on a small screen", { locale: "ar", scripts: false, width: 320 }],
  ["in English, with scripts", { locale: "en", scripts: true }],
];

/** People at browsers of their own, signed in where they bring a cookie. */
export interface Journey {
  readonly page: (options: VisitorOptions, cookie?: Cookie) => Promise<Page>;
  readonly walker: (options: VisitorOptions, cookie?: Cookie) => Promise<Walker>;
  /** what the browsers of all walkers complained about so far */
  readonly complaints: () => readonly string[];
}

/**
 * A browser and a server for a suite; both go when it ends, with all who came.
 * @param prepare who and what is there before the server starts
 */
export function withJourney(db: TestDatabase, prepare: () => Promise<void>): Journey {
  const { newVisitor } = withBrowser();
  const opened: BrowserContext[] = [];
  const walkers: Walker[] = [];
  let server: RunningServer;

  beforeAll(async () => {
    await prepare();
    server = await startServerOn(db);
  }, 180_000);

  afterAll(async () => {
    for (const context of opened) await context.close();
    await server?.stop();
  });

  const arrive = async (options: VisitorOptions, cookie?: Cookie) => {
    const context = await newVisitor(server.origin, options);
    opened.push(context);
    if (cookie) await context.addCookies([browserCookie(server.origin, cookie)]);
    return context;
  };
  return {
    page: async (options, cookie) => (await arrive(options, cookie)).newPage(),
    walker: async (options, cookie) => {
      const walker = await newWalker(await arrive(options, cookie), options);
      walkers.push(walker);
      return walker;
    },
    complaints: () => walkers.flatMap(({ complaints }) => complaints),
  };
}
