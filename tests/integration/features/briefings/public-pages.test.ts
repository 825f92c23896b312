import { createHash } from "node:crypto";
import { afterEach, beforeAll, expect, test } from "vitest";
import { withPublic } from "#app/access/with-public.server.ts";
import { editionFeed } from "#app/features/briefings/editions/edition-feed.server.tsx";
import { listEditions } from "#app/features/briefings/editions/edition-queries.server.ts";
import { findEarlierEdition } from "#app/features/briefings/published/earlier-edition.server.ts";
import type { ReleaseFile } from "#app/features/briefings/published/release-file.ts";
import { findPublishedFile, listReleases } from "#app/features/briefings/published/release-queries.server.ts";
import { releaseBriefing, withdrawBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { stateGroups, statePage } from "#app/features/briefings/states/state-pages.server.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { setClock } from "#app/platform/clock.server.ts";
import { inReview, type Newsroom, newNewsroom } from "../../../support/briefings.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { valueFrom } from "../../../support/world.ts";

let putBack = () => {};
afterEach(() => putBack());

onBothDatabases("public pages beside a briefing", () => {
  let room: Newsroom;

  beforeAll(async () => {
    room = await newNewsroom();
  });

  test("every State of the register stands in its group, in the order of the reader's alphabet", async () => {
    const groups = await stateGroups("fr");
    expect(groups.map(({ states }) => states.length)).toEqual([33, 19, 20, 28, 25]);
    const names = groups[4]!.states.map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(["Allemagne", "Andorre"]);
  });

  test("a withdrawal is told by the day", async () => {
    putBack = setClock(() => new Date("2026-06-01T12:00:00Z"));
    expect((await statePage("HU", "en"))?.status).toBe("withdrawal_notified");
    putBack();
    putBack = setClock(() => new Date("2026-06-02T12:00:00Z"));
    expect((await statePage("HU", "en"))?.status).toBe("former_party");
  });

  test("before the first briefing there are the standing asks and no figure; what is no State has no page", async () => {
    const state = await statePage("KE", "es");
    expect(state).toMatchObject({ name: "Kenia", newest: null, figures: [] });
    expect(state?.asks.map(({ code }) => code)).toHaveLength(8);
    expect(await statePage("US", "en")).toBeNull();
  });

  test("a briefing's asks and the printed figures of the region, and no finer ones", async () => {
    const { id, hash } = await inReview(room, "ASP24");
    expect(await findEarlierEdition("ASP25")).toBeNull();
    valueFrom(await releaseBriefing(await room.as.guardian(), id, hash));
    const earlier = await findEarlierEdition("ASP25");
    expect(earlier).toMatchObject({ session: "ASP24" });
    expect(earlier?.figures).toContainEqual({
      table: "organisations",
      codes: ["ALL"],
      measure: "organisations",
      value: 55,
    });
    expect(earlier?.figures.every(({ value }) => value % 5 === 0)).toBe(true);
    // A session is not compared with itself.
    expect(await findEarlierEdition("ASP24")).toBeNull();
    const state = await statePage("BE", "en");
    expect(state?.asks).toMatchObject([{ code: "SP2", isMet: false }]);
    expect(state?.asks[0]?.evidence).toContain("Table 2");
    expect(state?.figures).toMatchObject([
      { dimension: "affected_region", printed: expect.any(Number) },
      { dimension: "institution_region", printed: "not-shown" },
    ]);
  });

  test("the register tells of each file what anybody computes from it, and of each table its title", async () => {
    const [edition] = await listEditions("ar");
    expect(edition).toMatchObject({ slug: "asp24", state: "released", title: "Turned away", languages: ["en", "fr"] });
    expect(edition?.tables.map(({ title }) => title)).toContain("Regions of those affected");
    expect(edition?.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "briefing.pdf",
        "briefing.fr.pdf",
        "briefing.docx",
        "briefing.fr.docx",
        "package.zip",
        "slides-fr.zip",
        "one-page-states-parties.pdf",
      ]),
    );
    for (const { path, bytes, digest } of edition?.files ?? []) {
      const file = (await findPublishedFile("asp24", path)) as ReleaseFile;
      expect([bytes, digest], path).toEqual([file.bytes.length, createHash("sha256").update(file.bytes).digest("hex")]);
    }
  });

  test("a withdrawn edition stays in the register without files, and leaves the feed", async () => {
    const { briefingId } = await withPublic((tx) => tx.release.findUniqueOrThrow({ where: { slug: "asp24" } }));
    valueFrom(await withdrawBriefing(await room.as.guardian(), briefingId as BriefingId));
    const editions = await listEditions("en");
    expect(editions).toMatchObject([{ slug: "asp24", state: "withdrawn", tables: [], survey: [], files: [] }]);
    expect(editions[0]?.withdrawnOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const feed = editionFeed({ releases: await listReleases("en"), origin: "https://thaw.example", t: textFor("en") });
    expect(feed).not.toContain("asp24");
    // Nobody can look its figures up any more, so nothing is compared with them.
    expect(await findEarlierEdition("ASP25")).toBeNull();
  });
});
