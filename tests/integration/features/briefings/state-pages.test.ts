import { afterEach, beforeAll, expect, test } from "vitest";
import { releaseBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { stateGroups, statePage } from "#app/features/briefings/states/state-pages.server.ts";
import { setClock } from "#app/platform/clock.server.ts";
import { inReview, type Newsroom, newNewsroom } from "../../../support/briefings.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { valueFrom } from "../../../support/world.ts";

let putBack = () => {};
afterEach(() => putBack());

onBothDatabases("pages of States", () => {
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
    valueFrom(await releaseBriefing(await room.as.guardian(), id, hash));
    const state = await statePage("BE", "en");
    expect(state?.asks).toMatchObject([{ code: "SP2", isMet: false }]);
    expect(state?.asks[0]?.evidence).toContain("Table 2");
    expect(state?.figures).toMatchObject([
      { dimension: "affected_region", printed: expect.any(Number) },
      { dimension: "institution_region", printed: "not-shown" },
    ]);
  });
});
