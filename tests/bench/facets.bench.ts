import { caseAt, newIndex, wipeIndex } from "#app/features/facets/facet-index.ts";
import { applyRecords } from "#app/features/facets/facet-index-records.ts";
import {
  type DuplicateQuery,
  duplicateHints,
  type QueueQuery,
  queue,
  type TotalsSpec,
  totals,
} from "#app/features/facets/facet-queries.ts";
import { openBlock, sealBlock } from "#app/platform/crypto/facet-blocks.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import { newKeyPair, wipe } from "#app/platform/crypto/secret.server.ts";
import { type BenchRow, timed } from "./bench-row.ts";
import { syntheticBlocks } from "./facets-synthetic.ts";

interface SealedBlock {
  readonly id: string;
  readonly sealed: Uint8Array;
}

const { privateKey } = newKeyPair();

export const QUEUE: QueueQuery = {
  filters: { incidents: [1, 2, 3, 4, 5, 6], isOverdue: false },
  sort: "due",
  page: 3,
  pageSize: 50,
  now: 29_000_000,
  openStatuses: [1, 2, 3, 4, 5],
  newStatuses: [1],
};
export const TOTALS: TotalsSpec = {
  by: [{ column: "affectedCountry" }, { column: "mainIncident" }],
  countable: { consents: [3, 4, 5, 6] },
};

/**
 * What the facets room does by itself: opening sealed blocks, joining them in memory, and answering. What the database
 * needs to hand the blocks over comes on top; the page's budget has room for it.
 */
export async function measure({ cases = [20_000, 1_000_000] } = {}): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of cases) rows.push(...(await measureOver(count)));
  return rows;
}

/** Nothing here is promised: the budgets hold for what somebody waits for, database and page included. */
async function measureOver(count: number): Promise<BenchRow[]> {
  const blocks = sealedBlocks(count);
  const warm = indexFrom(blocks, count);
  const over = `over ${count.toLocaleString("en")} cases, blocks at hand`;
  const rows = [
    await timed(`queue ${over}, warm`, null, () => queue(warm, QUEUE)),
    await timed(`totals ${over}, warm`, null, () => totals([warm], TOTALS)),
    await timed(`duplicate hints ${over}, warm`, null, () => duplicateHints(warm, hintsOf(warm))),
    await timed(`queue ${over}, cold`, null, () => cold(blocks, count, (index) => queue(index, QUEUE))),
    await timed(`totals ${over}, cold`, null, () => cold(blocks, count, (index) => totals([index], TOTALS))),
  ];
  wipeIndex(warm);
  return rows;
}

/** For the first case there is; a year's precision is told by no number here, so nearly every day is compared. */
function hintsOf(index: ReturnType<typeof newIndex>): DuplicateQuery {
  const { caseId, assessed } = caseAt(index, 0);
  const institutionCodes = assessed?.institutionCode ? [assessed.institutionCode] : [];
  return { caseId, institutionCodes, statuses: [0, 1, 2, 3, 4, 5, 6, 7], spanDays: { 1: 1, 2: 31, 3: 31 }, most: 5 };
}

function cold<T>(blocks: readonly SealedBlock[], count: number, work: (index: ReturnType<typeof newIndex>) => T): T {
  const index = indexFrom(blocks, count);
  const result = work(index);
  wipeIndex(index);
  return result;
}

/** One block at a time, as the server does. */
function indexFrom(blocks: readonly SealedBlock[], count: number) {
  const index = newIndex("bench", 2 * count);
  for (const [place, { id, sealed }] of blocks.entries()) {
    const records = openBlock(privateKey, { blockId: id, blockVersion: 1 }, sealed);
    applyRecords(index, records, place + 1);
    wipe(records);
  }
  return index;
}

/** Seals each block before the next one overwrites it. */
function sealedBlocks(cases: number): SealedBlock[] {
  const blocks: SealedBlock[] = [];
  for (const records of syntheticBlocks(cases)) {
    const id = newId();
    blocks.push({ id, sealed: sealBlock(privateKey, { blockId: id, blockVersion: 1 }, records) });
  }
  return blocks;
}
