import { isoDayOf } from "#app/kernel/iso-day.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { COPY_DAYS, closedBefore, KEPT_DAYS } from "./wave-retention.ts";

/** Throws away what a wave no longer needs. Holds no key: the last day is plain, and ids are all that is looked at. */
export async function sweepWaves(tx: Transaction, now: Date): Promise<void> {
  const today = isoDayOf(now);
  const copies = await closedWaves(tx, closedBefore(today, COPY_DAYS));
  for (const table of [tx.surveyDraft, tx.surveyCode, tx.surveyLink] as const) await emptied(table, copies);
  const kept = await closedWaves(tx, closedBefore(today, KEPT_DAYS));
  await emptied(tx.surveyAnswer, kept);
  await emptied(tx.surveyReplacement, kept);
  await emptied(tx.surveyParticipation, kept);
  await emptied(tx.surveyPanel, kept);
  await emptied(tx.surveyMakeup, kept);
  await emptied(tx.surveyExtract, kept);
  await emptied(tx.surveyCoding, kept);
  await emptied(tx.surveySettlement, kept);
  await tx.surveyContact.deleteMany({ where: { deleteAfter: { lt: new Date(today) } } });
}

async function closedWaves(tx: Transaction, before: string): Promise<string[]> {
  const where = { closesOn: { lt: new Date(before) } };
  const rows = await tx.surveyWave.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
}

interface OfWaves {
  deleteMany(args: { where: { waveId: { in: string[] } } }): PromiseLike<unknown>;
}

async function emptied(table: OfWaves, waveIds: readonly string[]): Promise<void> {
  if (waveIds.length > 0) await table.deleteMany({ where: { waveId: { in: [...waveIds] } } });
}
