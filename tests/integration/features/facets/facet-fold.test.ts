import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openAnalyticsKeys } from "#app/features/facets/analytics-keys.server.ts";
import { FoldOvertaken, insertBlock, listBlocks, readBlock } from "#app/features/facets/facet-blocks.server.ts";
import { foldFacets, rewriteWithout } from "#app/features/facets/facet-fold.server.ts";
import { deleteFromInbox, listInbox, openInbox } from "#app/features/facets/facet-inbox.server.ts";
import { releaseIndex } from "#app/features/facets/facet-index.server.ts";
import { isCurrent } from "#app/features/facets/facet-index-records.ts";
import { decodeRecord, type FacetRecord } from "#app/features/facets/facet-record.ts";
import { findWarmIndex } from "#app/features/facets/warm-indexes.server.ts";
import { onBothDatabases, onDatabase } from "../../../support/database.ts";
import { anyId, anyRecord } from "../../../unit/features/facets/arbitraries.ts";
import { expectedCases, shownCases } from "../../../unit/features/facets/naive.ts";
import { append, look, newTeam, rotateAnalyticsKey } from "./holders.ts";

interface World {
  readonly holder: Actor;
  readonly other: Actor;
  /** everything ever appended, and an erasure for ever for each case that was rewritten away */
  readonly appended: FacetRecord[];
  nextVersion: number;
}

type Step = (world: World) => Promise<unknown>;

const CASES = fc.sample(anyId, { numRuns: 5, seed: 7 });
const someRecords = fc.array(anyRecord(fc.constantFrom(...CASES)), { minLength: 1, maxLength: 4 });

/** Versions rise as the case's own counter does: no two records of a case and kind share one. */
function numbered(world: World, records: readonly FacetRecord[]): FacetRecord[] {
  const fresh = records.map((record) => ({ ...record, version: world.nextVersion++ }));
  world.appended.push(...fresh);
  return fresh;
}

const steps = {
  append: someRecords.map(
    (records): Step =>
      (world) =>
        append(world.holder, numbered(world, records)),
  ),
  fold: fc.constant<Step>((world) => fold(world.holder)),
  twoFolds: fc.constant<Step>(async (world) => {
    await Promise.all([fold(world.holder), fold(world.other)]);
  }),
  foldWhileAppending: someRecords.map(
    (records): Step =>
      async (world) => {
        const fresh = numbered(world, records);
        await Promise.all([fold(world.holder), append(world.other, fresh), fold(world.other)]);
      },
  ),
  foldAndCompact: fc.constant<Step>(async (world) => {
    await look(world.holder, () => null);
    await fold(world.holder, true);
  }),
  // What a full last block leads to, without four thousand records.
  newBlock: fc.constant<Step>((world) =>
    withActor(world.holder, async (tx) => {
      const keys = await openAnalyticsKeys(world.holder, tx, world.holder.teamId!);
      const { ids, records } = await openInbox(keys, tx, await listInbox(tx, world.holder.teamId!));
      await deleteFromInbox(tx, ids);
      if (ids.length > 0) await insertBlock(keys, tx, records);
    }),
  ),
  rewrite: fc.subarray(CASES, { minLength: 1, maxLength: 2 }).map(
    (caseIds): Step =>
      async (world) => {
        await withActor(world.other, (tx) => rewriteWithout(world.other, tx, world.other.teamId!, caseIds));
        for (const caseId of caseIds) world.appended.push({ caseId, version: 2 ** 32 - 1, kind: "erased", facets: {} });
      },
  ),
  rotate: fc.constant<Step>((world) => rotateAnalyticsKey(world.holder, [world.holder, world.other])),
  look: fc.constant<Step>((world) => look(world.other, () => null)),
  signOut: fc.constant<Step>(async (world) => {
    for (const { sessionId } of [world.holder, world.other]) releaseIndex(sessionId);
  }),
} satisfies Record<string, fc.Arbitrary<Step>>;

const anySteps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: steps.append },
    { weight: 3, arbitrary: steps.fold },
    { weight: 2, arbitrary: steps.twoFolds },
    { weight: 2, arbitrary: steps.foldWhileAppending },
    { weight: 2, arbitrary: steps.foldAndCompact },
    { weight: 2, arbitrary: steps.newBlock },
    { weight: 1, arbitrary: steps.rewrite },
    { weight: 1, arbitrary: steps.rotate },
    { weight: 2, arbitrary: steps.look },
    { weight: 1, arbitrary: steps.signOut },
  ),
  { minLength: 1, maxLength: 14 },
);

onBothDatabases("folding", (db) => {
  test("never loses, doubles or brings back a record, whatever happens in whatever order", async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (all) => {
        const world: World = { ...(await newTeam()), appended: [], nextVersion: 1 };
        for (const step of all) {
          await step(world);
          expect(await look(world.holder, shownCases)).toEqual(expectedCases(world.appended));
        }
        releaseIndex(world.holder.sessionId);
        releaseIndex(world.other.sessionId);
        expect(await look(world.other, shownCases)).toEqual(expectedCases(world.appended));
        await expectNothingTwice(world);
      }),
      { numRuns: db.kind === "embedded" ? 20 : 40 },
    );
  });

  test("leaves nothing of an erased case in any block", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someRecords, { minLength: 1, maxLength: 4 }), async (batches) => {
        const world: World = { ...(await newTeam()), appended: [], nextVersion: 1 };
        for (const records of batches) {
          await append(world.holder, numbered(world, records));
          await withActor(world.holder, async (tx) => {
            const keys = await openAnalyticsKeys(world.holder, tx, world.holder.teamId!);
            const inbox = await openInbox(keys, tx, await listInbox(tx, keys.teamId));
            await deleteFromInbox(tx, inbox.ids);
            await insertBlock(keys, tx, inbox.records);
          });
        }
        const caseId = batches[0]![0]!.caseId;
        await append(world.holder, numbered(world, [{ caseId, version: 1, kind: "erased", facets: {} }]));
        await fold(world.other);
        const left = (await storedRecords(world)).filter((record) => record.caseId === caseId);
        expect(left.map(({ kind }) => kind)).toEqual(["erased"]);
      }),
      { numRuns: 10 },
    );
  });
});

onDatabase("postgresql", "folding much", () => {
  test("fills blocks of 4,096 records and goes on where one transaction ends", async () => {
    const world: World = { ...(await newTeam()), appended: [], nextVersion: 1 };
    const [sample] = fc.sample(
      anyRecord().filter(({ kind }) => kind === "assessed"),
      { numRuns: 1, seed: 3 },
    );
    const many = fc.sample(anyId, 9_000).map((caseId) => ({ ...sample!, caseId }));
    await append(world.holder, numbered(world, many));
    const first = await withActor(world.holder, (tx) => foldFacets(world.holder, tx, world.holder.teamId!));
    const second = await withActor(world.holder, (tx) => foldFacets(world.holder, tx, world.holder.teamId!));
    expect([first, second]).toEqual([
      { folded: 8192, left: 808 },
      { folded: 808, left: 0 },
    ]);
    const blocks = await withActor(world.holder, (tx) => listBlocks(tx, world.holder.teamId!));
    expect(blocks.map(({ records }) => records).toSorted((a, b) => b - a)).toEqual([4096, 4096, 808]);
    expect((await storedRecords(world)).length).toBe(9_000);
  });
});

async function fold(actor: Actor, compacts = false): Promise<void> {
  const warm = findWarmIndex(actor.teamId!);
  const plan = {
    compact: compacts && warm ? [...warm.blocks.keys()] : [],
    isCurrent: (...record: Parameters<typeof isCurrent> extends [unknown, ...infer Rest] ? Rest : never) =>
      !warm?.index || isCurrent(warm.index, ...record),
  };
  try {
    await withActor(actor, (tx) => foldFacets(actor, tx, actor.teamId!, plan));
  } catch (error) {
    if (!(error instanceof FoldOvertaken)) throw error;
  }
}

/** Every record that lies in the team's inbox and blocks. */
function storedRecords({ holder }: World): Promise<FacetRecord[]> {
  const teamId = holder.teamId!;
  return withActor(holder, async (tx) => {
    const keys = await openAnalyticsKeys(holder, tx, teamId);
    const { records } = await openInbox(keys, tx, await listInbox(tx, teamId));
    const runs: Uint8Array[] = [records];
    for (const { id } of await listBlocks(tx, teamId)) runs.push((await readBlock(keys, tx, id))!.content);
    return runs.flatMap((run) =>
      Array.from({ length: run.length / 256 }, (_, place) =>
        decodeRecord(run.subarray(place * 256, place * 256 + 256)),
      ),
    );
  });
}

async function expectNothingTwice(world: World): Promise<void> {
  const names = (await storedRecords(world)).map(({ caseId, kind, version }) => `${caseId} ${kind} ${version}`);
  const doubled = names.filter(
    (name, place) => names.indexOf(name) !== place && !name.endsWith(`erased ${2 ** 32 - 1}`),
  );
  expect(doubled).toEqual([]);
}
