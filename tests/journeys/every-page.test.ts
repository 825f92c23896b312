import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessionCookie } from "#app/access/cookie.ts";
import { ROLES, type Role } from "#app/access/roles.ts";
import { releaseBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { inReview } from "../support/briefings.ts";
import { browserCookie, faultsOf, misfitsOf, type VisitorOptions, withBrowser } from "../support/browser.ts";
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
/** A coordinator has a hundred pages, and each is looked at closely. */
const MANY_PAGES_MS = 400_000;
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

  /** Axe looks at an address once: what another role sees there differs by a link in the head of the page. */
  const looked = new Set<string>();

  /** @returns a line for each page that does not open, and for each that is not well */
  async function walk(paths: readonly string[], options: VisitorOptions, cookie?: string): Promise<string[]> {
    const context = await newVisitor(server.origin, options);
    if (cookie) await context.addCookies([browserCookie(server.origin, cookie)]);
    const page = await context.newPage();
    const wrong: string[] = [];
    for (const path of paths) {
      const answer = await page.goto(path);
      const { pathname } = new URL(page.url());
      if (answer?.status() !== 200 || (pathname !== path && !LEADING_ON[path]?.includes(pathname)))
        wrong.push(`${path}: ${answer?.status()} ${pathname}`);
      const look = `${options.locale} ${path}`;
      const faults = await (looked.has(look) ? misfitsOf : faultsOf)(page, options);
      looked.add(look);
      wrong.push(...faults.map((fault) => `${path}: ${fault}`));
    }
    await context.close();
    return wrong;
  }

  const cookieOf = (role: Role) => {
    const { teamId } = house.room.world.setUp;
    return signedInAs(house.people[role], role, role === "intake" ? teamId : undefined);
  };

  describe.each(LOOKS)("%s", (_name, options) => {
    test.each(ROLES)(
      "is well for its reader: %s",
      async (role) => {
        const paths = addresses(
          options.locale,
          ({ id, loader }) => guarded(loader) && holds(role, loader!) && !FILES.includes(id),
        );
        expect(paths.length).toBeGreaterThan(5);
        expect(await walk(paths, options, await cookieOf(role))).toEqual([]);
      },
      MANY_PAGES_MS,
    );

    test("is well for whoever holds a receipt, before and after the report is sent", async () => {
      for (const { token, own } of Object.values(house.receipts)) {
        const isTheirs = ({ path }: Door) => [...path.matchAll(/:(\w+Id)/g)].every(([, name]) => name! in own);
        const paths = doors
          .filter((door) => guarded(door.loader) && holds("receipt", door.loader!) && isTheirs(door))
          .map((door) => addressOf(door, { ...house.own, ...own }))
          .filter((path) => !(path in LEADING_RECEIPTS_ON));
        expect(paths.length).toBeGreaterThan(4);
        expect(await walk(paths, options, sessionCookie(token).split(";")[0])).toEqual([]);
      }
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
  ...Object.fromEntries(["words", "check", "sent", "report"].map((step) => [`/answer/${step}`, ["/answer/return"]])),
  "/signed-out/en": ["/"],
  "/signed-out/ar": ["/"],
  "/join/keys": ["/join"],
  "/join/words": ["/join"],
  "/join/second-factor": ["/join"],
};

/** Where a receipt has no page of its own, or one that is shown once. */
const LEADING_RECEIPTS_ON: Readonly<Record<string, true>> = {
  "/reports": true,
  "/receipt/keep": true,
  "/receipt/words": true,
};

/** No pages. */
const FILES = [
  ...["healthz", "briefing-file", "briefing-table", "briefing-listing", "briefing-feed"].map(
    (name) => `routes/public/${name}`,
  ),
  "routes/casework/work-calendar-file",
  "routes/surveys/survey-reminders-file",
  "routes/surveys/survey-extract-file",
  "routes/questionnaires/questionnaire-file",
  "routes/questionnaires/questionnaire-version-file",
  "routes/casework/case-file-picture",
  ...["copy", "picture"].map((file) => `routes/reporter/report-file-${file}`),
];
