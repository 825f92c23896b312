import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { type GroupKey, openGroupVersion, type PublicKey } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { takingTurns } from "#app/platform/turns.server.ts";
import { answerCount, type Replacement } from "./answer-resolution.ts";
import { type AnswerEnvelope, openAnswer, openReplacement } from "./answer-seals.server.ts";

/** How many rows of up to 64 KiB are in memory at once, besides what was opened of them. */
const AT_ONCE = 100;

export interface OpenedAnswers {
  /** one for each organisation or code, in no order */
  readonly counted: readonly AnswerEnvelope[];
  /** sent and then sent again, by the same code or by one that took its place */
  readonly superseded: number;
  /** not made by the product, or damaged */
  readonly broken: number;
}

/**
 * Opens everything that was sent, for an analyst who may. Rows are read some at a time, each time in a transaction of its
 * own, and opened outside of it: one transaction for all would end before a large survey on a busy machine does.
 * @throws KeyNotHeld for an analyst who came after the wave was approved
 */
export async function openAnswers(actor: Actor, id: WaveId): Promise<OpenedAnswers> {
  const count = answerCount<AnswerEnvelope>(await openReplacements(actor, id));
  const giveWay = takingTurns();
  let [sent, broken, after] = [0, 0, ""];
  for (;;) {
    const rows = await withActor(actor, (tx) => sealedAfter(actor, tx, id, after));
    for (const { row, key } of rows) {
      await giveWay();
      const opened = orNull(() => openAnswer(key, row));
      if (opened) count.take(opened);
      if (opened) sent += 1;
      else broken += 1;
    }
    if (rows.length < AT_ONCE) break;
    after = rows[rows.length - 1]!.row.id;
  }
  const counted = count.counted();
  return { counted, superseded: sent - counted.length, broken };
}

async function sealedAfter(actor: Actor, tx: Transaction, waveId: WaveId, after: string) {
  const where = { waveId, id: { gt: after } };
  const rows = await tx.surveyAnswer.findMany({ where, orderBy: { id: "asc" }, take: AT_ONCE });
  return withKeys(actor, tx, waveId, rows);
}

function openReplacements(actor: Actor, waveId: WaveId): Promise<readonly Replacement[]> {
  return withActor(actor, async (tx) => {
    const rows = await withKeys(actor, tx, waveId, await tx.surveyReplacement.findMany({ where: { waveId } }));
    return rows.flatMap(({ row, key }) => orNull(() => openReplacement(key, row)) ?? []);
  });
}

/** Rows beside the key that opens each. */
async function withKeys<Row extends { readonly keyVersion: number }>(
  actor: Actor,
  tx: Transaction,
  waveId: WaveId,
  rows: readonly Row[],
): Promise<readonly { readonly row: Row; readonly key: Pick<PublicKey, "name"> & GroupKey }[]> {
  const name = groups.wave(waveId);
  const keys = new Map<number, GroupKey>();
  for (const { keyVersion } of rows)
    if (!keys.has(keyVersion)) keys.set(keyVersion, await openGroupVersion(actor, tx, name, keyVersion));
  return rows.map((row) => ({ row, key: { name, ...keys.get(row.keyVersion)! } }));
}

/** A row that somebody put there or broke must not keep everybody from reading the others. */
function orNull<T>(open: () => T | null): T | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBroken || error instanceof SyntaxError) return null;
    throw error;
  }
}
