import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openAnalyticsKeys } from "#app/features/facets/analytics-keys.server.ts";
import { insertBlock, listBlocks, readBlocks } from "#app/features/facets/facet-blocks.server.ts";
import { encodeRecord, type FacetRecord } from "#app/features/facets/facet-record.ts";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { anyRecord } from "../../../unit/features/facets/arbitraries.ts";
import { expectedCases, shownCases } from "../../../unit/features/facets/naive.ts";
import { look, newTeam, rotateAnalyticsKey } from "./holders.ts";

const records = (count: number): FacetRecord[] => fc.sample(anyRecord(), { numRuns: count, seed: 11 });

function storeBlocks(holder: Actor, each: readonly FacetRecord[]): Promise<void> {
  return withActor(holder, async (tx) => {
    const keys = await openAnalyticsKeys(holder, tx, holder.teamId!);
    for (const { kind, facets, ...key } of each) await insertBlock(keys, tx, encodeRecord(key, kind, facets));
  });
}

onBothDatabases("reading blocks", (db) => {
  test("finds all of them, however many statements that takes and whichever key they are sealed under", async () => {
    const { holder, other } = await newTeam();
    const all = records(70);
    await storeBlocks(holder, all.slice(0, 35));
    await rotateAnalyticsKey(holder, [holder, other]);
    await storeBlocks(holder, all.slice(35));
    expect(await look(other, shownCases)).toEqual(expectedCases(all));
  });

  test("is an error where one is not what a holder has written", async () => {
    const { teamId, holder } = await newTeam();
    await storeBlocks(holder, records(3));
    const [first] = await withActor(holder, (tx) => listBlocks(tx, teamId));
    await db.sql("UPDATE facet_blocks SET version = version + 1 WHERE id = $1", [first!.id]);
    await expect(look(holder, () => null)).rejects.toThrow(SealBroken);
  });

  test("leaves out what has gone since they were listed, and what was sealed anew to a key that none had then", async () => {
    const { teamId, holder } = await newTeam();
    await storeBlocks(holder, records(3));
    const listed = await withActor(holder, (tx) => listBlocks(tx, teamId));
    const [gone, rewritten, left] = listed.map(({ id }) => id);
    await db.sql("DELETE FROM facet_blocks WHERE id = $1", [gone]);
    await db.sql("UPDATE facet_blocks SET key_version = 2 WHERE id = $1", [rewritten]);
    const taken: string[] = [];
    await withActor(holder, async (tx) =>
      readBlocks(await openAnalyticsKeys(holder, tx, teamId), tx, listed, ({ id }) => taken.push(id)),
    );
    expect(taken).toEqual([left]);
  });
});
