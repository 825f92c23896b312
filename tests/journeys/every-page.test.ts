import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES, type Role } from "#app/access/roles.ts";
import { releaseBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { inReview } from "../support/briefings.ts";
import { browserCookie, faultsOf, type VisitorOptions, withBrowser } from "../support/browser.ts";
import { onDatabase } from "../support/database.ts";
import { addressOf, allDoors, type Door, guarded, holds } from "../support/doors.ts";
import { type Household, newHousehold } from "../support/household.ts";
import { namedThings } from "../support/named-things.ts";
import { signedInAs } from "../support/requests.ts";
import { type RunningServer, startServerOn } from "../support/server.ts";
import { valueFrom } from "../support/world.ts";

interface Look extends VisitorOptions {
  readonly locale: "en" | "ar";
}
const LOOKS: readonly (readonly [name: string, look: Look])[] = [
  ["in English, light and wide", { locale: "en", width: 1200 }],
  ["in Arabic, dark and narrow", { locale: "ar", width: 320, dark: true }],
];
const RELEASED = { slug: "asp24" };

onDatabase("postgresql", "every page", (db) => {
  const { newVisitor } = withBrowser();
  let server: RunningServer;
  let house: Household;
  let doors: readonly Door[];
  let named: Awaited<ReturnType<typeof namedThings>>;

  beforeAll(async () => {
    doors = await allDoors();
    house = await newHousehold();
    named = await namedThings(house);
    const { id, hash } = await inReview(house.room, "ASP24");
    valueFrom(await releaseBriefing(await house.room.as.guardian(), id, hash));
    server = await startServerOn(db);
  }, 300_000);

  afterAll(() => server?.stop());

  const addresses = (locale: string, opens: (door: Door) => boolean) =>
    doors.filter(opens).map((door) => addressOf(door, { ...house.own, ...RELEASED, locale, ...named(door.path) }));

  /** @returns a line for each page that does not open, and for each that is not well */
  async function walk(paths: readonly string[], options: VisitorOptions, role?: Role): Promise<string[]> {
    const context = await newVisitor(server.origin, options);
    if (role) await context.addCookies([browserCookie(server.origin, await cookieOf(role))]);
    const page = await context.newPage();
    const wrong: string[] = [];
    for (const path of paths) {
      const answer = await page.goto(path);
      const { pathname } = new URL(page.url());
      if (answer?.status() !== 200 || (pathname !== path && !LEADING_ON[path]?.includes(pathname)))
        wrong.push(`${path}: ${answer?.status()} ${pathname}`);
      wrong.push(...(await faultsOf(page, options)).map((fault) => `${path}: ${fault}`));
    }
    await context.close();
    return wrong;
  }

  const cookieOf = (role: Role) => {
    const { teamId } = house.room.world.setUp;
    return signedInAs(house.people[role], role, role === "intake" ? teamId : undefined);
  };

  describe.each(LOOKS)("%s", (_name, options) => {
    test.each(ROLES)("is well for its reader: %s", async (role) => {
      const paths = addresses(
        options.locale,
        ({ id, loader }) => guarded(loader) && holds(role, loader!) && !FILES.includes(id),
      );
      expect(paths.length).toBeGreaterThan(5);
      expect(await walk(paths, options, role)).toEqual([]);
    });

    test("is well for somebody without an account", async () => {
      const paths = addresses(
        options.locale,
        ({ id, loader }) => loader !== null && !guarded(loader) && !FILES.includes(id),
      );
      expect(await walk(paths, options)).toEqual([]);
    });
  });
});

/** What is shown once is not there a second time; the way to an account is walked from its beginning. */
const LEADING_ON: Readonly<Record<string, readonly string[]>> = {
  "/account/code": ["/account"],
  "/account/new-words": ["/account"],
  "/signed-out/en": ["/"],
  "/signed-out/ar": ["/"],
  "/join/keys": ["/join"],
  "/join/words": ["/join"],
  "/join/second-factor": ["/join"],
};

/** No pages. */
const FILES = [
  ...["healthz", "briefing-file", "briefing-table"].map((name) => `routes/public/${name}`),
  "routes/casework/work-calendar-file",
  "routes/casework/queue-list-file",
];
