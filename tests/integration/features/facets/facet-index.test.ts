import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { afterResponse } from "#app/access/load-context.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { appendFacets } from "#app/features/facets/facet-inbox.server.ts";
import {
  foldLater,
  releaseIndex,
  retainIndex,
  sweepIndexes,
  withFacetIndex,
} from "#app/features/facets/facet-index.server.ts";
import { rowCount } from "#app/features/facets/facet-index.ts";
import type { FacetRecord } from "#app/features/facets/facet-record.ts";
import { findWarmIndex, IDLE_MS } from "#app/features/facets/warm-indexes.server.ts";
import { KeyNotHeld } from "#app/features/keyring/group-keys.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";
import { onDatabase } from "../../../support/database.ts";
import { anyRecord } from "../../../unit/features/facets/arbitraries.ts";
import { expectedCases, shownCases } from "../../../unit/features/facets/naive.ts";
import { append, coordinator, look, newTeam } from "./holders.ts";

const records = (count: number): FacetRecord[] =>
  fc.sample(
    anyRecord().filter(({ kind }) => kind !== "erased"),
    { numRuns: count, seed: 5 },
  );
const erasure = ({ caseId }: FacetRecord): FacetRecord => ({
  caseId,
  version: 2 ** 32 - 1,
  kind: "erased",
  facets: {},
});

onDatabase("embedded", "the warm index", (db) => {
  afterEach(() => sweepIndexes(Date.now() + 2 * IDLE_MS));

  const rows = async (table: "facet_inbox" | "facet_blocks", teamId: string) =>
    (await db.sql(`SELECT id FROM ${table} WHERE team_id = $1`, [teamId])).length;

  test("shows a report that arrived after the last look", async () => {
    const { holder } = await newTeam();
    const [first, second, ...rest] = records(9);
    await append(holder, [first!, second!]);
    await look(holder, () => null);
    await append(holder, rest);
    expect(await look(holder, shownCases)).toEqual(expectedCases([first!, second!, ...rest]));
  });

  test("is refused to who does not hold the key, however warm it is", async () => {
    const { teamId, holder } = await newTeam();
    await append(holder, records(3));
    await look(holder, () => null);
    await expect(look(coordinator(teamId), () => null)).rejects.toThrow(KeyNotHeld);
  });

  test("is wiped when the last holder signs out, and not before", async () => {
    const { teamId, holder, other } = await newTeam();
    await append(holder, records(5));
    const buffer = await look(holder, ({ memory }) => memory.buffer);
    await look(other, () => null);
    releaseIndex(holder.sessionId);
    expect(isAllZero(buffer)).toBe(false);
    releaseIndex(other.sessionId);
    expect(isAllZero(buffer)).toBe(true);
    expect(findWarmIndex(teamId)).toBeNull();
  });

  test("is wiped after half an hour without use, although somebody is signed in", async () => {
    const { teamId, holder } = await newTeam();
    await append(holder, records(5));
    const buffer = await look(holder, ({ memory }) => memory.buffer);
    sweepIndexes(Date.now() + IDLE_MS - 60_000);
    expect(isAllZero(buffer)).toBe(false);
    sweepIndexes(Date.now() + IDLE_MS);
    expect(isAllZero(buffer)).toBe(true);
    expect(findWarmIndex(teamId)).toBeNull();
  });

  test("stays while another session of a holder is open, even if that one has not asked yet", async () => {
    const { teamId, holder, other } = await newTeam();
    await append(holder, records(5));
    retainIndex(teamId, other.sessionId, Date.now());
    const buffer = await look(holder, ({ memory }) => memory.buffer);
    releaseIndex(holder.sessionId);
    expect(isAllZero(buffer)).toBe(false);
  });

  test("is not wiped under the hands of a request that is still at work", async () => {
    const { holder } = await newTeam();
    await append(holder, records(5));
    const looking = look(holder, rowCount);
    const signingOut = setTimeout(() => releaseIndex(holder.sessionId), 1);
    expect(await looking).toBe(5);
    clearTimeout(signingOut);
  });

  test("learns nothing from a transaction that has appended, for it may be rolled back", async () => {
    const { teamId, holder } = await newTeam();
    const [{ caseId, version }] = records(1) as [FacetRecord];
    const appendAndLook = withActor(holder, async (tx) => {
      await appendFacets(tx, { teamId, caseId, version }, "erased", {});
      return await withFacetIndex(holder, tx, [teamId], () => null);
    });
    await expect(appendAndLook).rejects.toThrow("before appending");
  });

  test("shows the rest where a row of the inbox cannot be read, and leaves that row alone", async () => {
    const { teamId, holder } = await newTeam();
    await append(holder, records(40));
    const sealed = new Uint8Array(337).fill(1);
    await inContext({ role: "intake", team: teamId }, (tx) =>
      tx.facetInbox.createMany({ data: { id: newId(), teamId, keyVersion: 1, sealed } }),
    );
    expect(await look(holder, shownCases)).toEqual(expectedCases(records(40)));
    await foldAfterResponse(holder);
    expect(await rows("facet_inbox", teamId)).toBe(1);
  });

  test("folds after the response, once enough is waiting", async () => {
    const { teamId, holder } = await newTeam();
    await append(holder, records(31));
    await look(holder, () => null);
    await foldAfterResponse(holder);
    expect([await rows("facet_inbox", teamId), await rows("facet_blocks", teamId)]).toEqual([31, 0]);
    await append(holder, records(40).slice(31));
    await look(holder, () => null);
    await foldAfterResponse(holder);
    expect([await rows("facet_inbox", teamId), await rows("facet_blocks", teamId)]).toEqual([0, 1]);
    expect(await look(holder, shownCases)).toEqual(expectedCases(records(40)));
  });

  test("folds an erasure at once, and compacts a block that has gone stale", async () => {
    const { teamId, holder } = await newTeam();
    const many = records(40);
    await append(holder, many);
    await look(holder, () => null);
    await foldAfterResponse(holder);
    await append(holder, [erasure(many[0]!)]);
    expect((await look(holder, shownCases)).size).toBe(expectedCases(many.slice(1)).size);
    await foldAfterResponse(holder);
    expect(await rows("facet_inbox", teamId)).toBe(0);
    await append(
      holder,
      many.slice(1, 20).map((record) => ({ ...record, version: 2 ** 32 - 1 })),
    );
    await look(holder, () => null);
    await foldAfterResponse(holder);
    expect([await rows("facet_inbox", teamId), await rows("facet_blocks", teamId)]).toEqual([0, 1]);
    expect((await look(holder, shownCases)).size).toBe(expectedCases(many.slice(1)).size);
    expect(findWarmIndex(teamId)?.blocks.values().next().value?.records).toBe(40);
  });
});

async function foldAfterResponse(actor: Parameters<typeof foldLater>[0]): Promise<void> {
  const failures: unknown[] = [];
  const after = afterResponse((error) => failures.push(error));
  foldLater(actor, after, [actor.teamId!]);
  await after.run();
  expect(failures).toEqual([]);
}

function isAllZero(buffer: ArrayBuffer): boolean {
  return new Uint8Array(buffer).every((byte) => byte === 0);
}
