import { beforeAll, expect, test } from "vitest";
import { endsAt } from "#app/access/session-content.ts";
import { memberContent } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { createBriefing } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { chooseTables } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import { findRelease } from "#app/features/briefings/published/release-queries.server.ts";
import { readProtection } from "#app/features/briefings/release/protection-queries.server.ts";
import {
  beginComputing,
  beginRelease,
  stopBriefingWork,
} from "#app/features/briefings/work/briefing-work-commands.server.ts";
import { readWork } from "#app/features/briefings/work/briefing-work-queries.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { setClock } from "#app/platform/clock.server.ts";
import { stopAllWorks, stopWorksOf, worksAtRest } from "#app/platform/long-work/long-works.server.ts";
import {
  aText,
  inReview,
  look,
  type Newsroom,
  newNewsroom,
  TWO_TABLES,
  writeText,
} from "../../../support/briefings.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { signedInActor, takeAllPlaces } from "../../../support/long-work.ts";
import { valueFrom } from "../../../support/world.ts";

onBothDatabases("long work on a briefing", (db) => {
  let room: Newsroom;

  beforeAll(async () => {
    room = await newNewsroom();
  });

  const until = () => endsAt(memberContent("", null, Date.now()));

  /** A draft for which nothing is computed. */
  async function uncomputed(): Promise<BriefingId> {
    const created = await createBriefing(await room.as.editor(), {
      ...{ session: "ASP25", tlp: "tlp_clear" },
      locales: ["en"],
      figures: [],
    });
    const { briefingId } = valueFrom(created);
    valueFrom(await chooseTables(await room.as.analyst(), briefingId, 1, [TWO_TABLES[0]]));
    return briefingId;
  }

  const isComputed = async (id: BriefingId) => (await look(await room.as.editor(), id)).tables !== null;

  test("goes on when the request's keys are wiped, is seen by others, and is begun once however often it is pressed", async () => {
    const id = await uncomputed();
    const analyst = await signedInActor(room.analyst, "analyst");
    const [first, second] = await Promise.all([
      beginComputing(analyst, id, 1, until()),
      beginComputing(analyst, id, 1, until()),
    ]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    analyst.keys.wipe();
    const [{ count }] = (await db.sql("SELECT count(*)::int AS count FROM briefing_works WHERE briefing_id = $1", [
      id,
    ])) as [{ count: number }];
    expect(count).toBe(1);
    expect(await readWork(await room.as.editor(), id)).toMatchObject({
      standing: "running",
      isOwn: false,
      mayStop: false,
    });
    await worksAtRest();
    expect(await readWork(await room.as.analyst(), id)).toMatchObject({
      standing: "done",
      kind: "compute",
      isOwn: true,
    });
    expect(await isComputed(id)).toBe(true);
  });

  test("ends with its session and writes nothing, also where another process ended that", async () => {
    for (const end of [
      async (sessionId: string) => stopWorksOf(sessionId),
      async (sessionId: string) => void (await db.sql("DELETE FROM sessions WHERE id = $1", [sessionId])),
    ]) {
      const id = await uncomputed();
      const analyst = await signedInActor(room.analyst, "analyst");
      valueFrom(await beginComputing(analyst, id, 1, until()));
      await end(analyst.sessionId);
      await worksAtRest();
      expect(await isComputed(id)).toBe(false);
    }
  });

  test("is stopped by whoever may begin it, and by nobody else", async () => {
    const id = await uncomputed();
    valueFrom(await beginComputing(await signedInActor(room.analyst, "analyst"), id, 1, until()));
    expect(await stopBriefingWork(await room.as.guardian(), id)).toMatchObject({
      refusal: { code: "briefing.not-yours" },
    });
    valueFrom(await stopBriefingWork(await room.as.analyst(), id));
    await worksAtRest();
    expect(await readWork(await room.as.analyst(), id)).toBeNull();
    expect(await isComputed(id)).toBe(false);
    expect(await stopBriefingWork(await room.as.analyst(), id)).toMatchObject({
      refusal: { code: "briefing.work-done" },
    });
  });

  test("that a stopping server broke off says so, and so does one that fell silent; either is begun again", async () => {
    const id = await uncomputed();
    const analyst = await signedInActor(room.analyst, "analyst");
    valueFrom(await beginComputing(analyst, id, 1, until()));
    await stopAllWorks();
    expect(await readWork(await room.as.editor(), id)).toMatchObject({ standing: "broken-off" });
    expect(await isComputed(id)).toBe(false);
    valueFrom(await beginComputing(await signedInActor(room.analyst, "analyst"), id, 1, until()));
    const putBack = setClock(() => new Date(Date.now() + 120_000));
    expect(await readWork(await room.as.editor(), id)).toMatchObject({ standing: "broken-off" });
    putBack();
    await worksAtRest();
    expect(await isComputed(id)).toBe(true);
  });

  test("tells why nothing came of it, and what was saved is unchanged", async () => {
    const id = await uncomputed();
    expect(await beginComputing(await signedInActor(room.analyst, "analyst"), id, 7, until())).toMatchObject({
      refusal: { code: "briefing.changed-meanwhile" },
    });
    // The draft changes while the work waits for its turn.
    const letGo = takeAllPlaces();
    valueFrom(await beginComputing(await signedInActor(room.analyst, "analyst"), id, 1, until()));
    expect(await readWork(await room.as.editor(), id)).toMatchObject({ standing: "running", step: "waiting" });
    await writeText(await room.as.editor(), id, "en", aText());
    letGo();
    await worksAtRest();
    expect(await readWork(await room.as.analyst(), id)).toMatchObject({
      standing: "refused",
      refusal: { code: "briefing.changed-meanwhile" },
    });
    expect(await isComputed(id)).toBe(false);
  });

  test("a list that would take longer than it may is neither saved nor begun", async () => {
    const id = await uncomputed();
    const dear = { measure: "organisations", dimensions: ["affected_country", "incident_type"], where: null } as const;
    const answer = await chooseTables(await room.as.analyst(), id, 1, [{ ...dear, dimensions: [...dear.dimensions] }]);
    expect(answer).toMatchObject({ refusal: { code: "briefing.tables-too-dear" } });
    expect((await look(await room.as.analyst(), id)).choices).toEqual([TWO_TABLES[0]]);
  });

  test("a release is begun by a guardian, asked first whether it may be, and comes out whole or not at all", async () => {
    const { id, hash } = await inReview(room, "ASP24");
    const guardian = await signedInActor(room.world.guardians[0], "guardian");
    expect(await beginRelease(guardian, id, "0".repeat(64), until())).toMatchObject({
      refusal: { code: "briefing.changed-meanwhile" },
    });
    const protection = await readProtection(guardian, id);
    expect(protection).toMatchObject({ seed: expect.any(String), report: { outcome: "released" } });
    valueFrom(await beginRelease(guardian, id, hash, until()));
    await db.sql("DELETE FROM sessions WHERE id = $1", [guardian.sessionId]);
    await worksAtRest();
    expect(await findRelease("asp24")).toBeNull();
    const again = await signedInActor(room.world.guardians[0], "guardian");
    valueFrom(await beginRelease(again, id, hash, until()));
    again.keys.wipe();
    await worksAtRest();
    expect(await readWork(await room.as.editor(), id)).toMatchObject({ standing: "done", slug: "asp24" });
    expect(await findRelease("asp24")).toMatchObject({ state: "released" });
    // The same report, now from the ledger; before a review there is none, and nobody else has the key.
    expect(await readProtection(await room.as.guardian(1), id)).toEqual(protection);
    expect(await readProtection(await room.as.guardian(1), await uncomputed())).toBeNull();
    for (const reader of [await room.as.editor(), await room.as.analyst()])
      await expect(readProtection(reader, id)).rejects.toThrow();
  });

  test("its row says nothing to whoever holds no editorial key", async () => {
    const rows = await db.sql("SELECT * FROM briefing_works");
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(Object.keys(row).sort()).toEqual(["briefing_id", "id", "key_version", "sealed", "session_id"]);
  });
});
