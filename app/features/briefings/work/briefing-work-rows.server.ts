import type { Actor } from "#app/access/actor.ts";
import { workSeal } from "#app/features/briefings/briefing-seals.server.ts";
import type { KeptWork } from "#app/features/briefings/briefing-work.ts";
import type { Bytes } from "#app/platform/crypto/bytes.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** Work on a briefing with the row it lies in. */
export interface OpenWork extends KeptWork {
  readonly id: string;
}

/** With the very bytes that stand there. */
export interface WrittenWork {
  readonly work: OpenWork;
  readonly sealed: Bytes;
}

export async function findWork(actor: Actor, tx: Transaction, briefingId: string): Promise<OpenWork | null> {
  const row = await tx.briefingWork.findUnique({ where: { briefingId } });
  return row && { ...(await workSeal.open(actor, tx, row)), id: row.id };
}

/** @returns null where somebody else was faster: a briefing has one such work at a time */
export async function insertWork(
  actor: Actor,
  tx: Transaction,
  briefingId: string,
  work: KeptWork,
): Promise<WrittenWork | null> {
  const id = newId();
  const seal = await workSeal.seal(actor, tx, id, work);
  const row = { id, briefingId, sessionId: actor.sessionId, ...seal };
  const { count } = await tx.briefingWork.createMany({ data: row, skipDuplicates: true });
  return count === 1 ? { work: { ...work, id }, sealed: seal.sealed } : null;
}

/**
 * Writes over exactly what was written last: a beat that comes late must not undo an end.
 * @returns null where the row is gone or says something else by now
 */
export async function advanceWork(
  actor: Actor,
  tx: Transaction,
  { work, sealed }: WrittenWork,
  change: Partial<KeptWork>,
): Promise<WrittenWork | null> {
  const { id, ...kept } = { ...work, ...change };
  const data = await workSeal.seal(actor, tx, id, kept);
  const { count } = await tx.briefingWork.updateMany({ where: { id, sealed }, data });
  return count === 1 ? { work: { ...kept, id }, sealed: data.sealed } : null;
}

/** In the transaction that writes what came of it. @returns false where the row is gone: stopped, or its session has ended */
export async function endWork(actor: Actor, tx: Transaction, { id, ...work }: OpenWork): Promise<boolean> {
  const data = await workSeal.seal(actor, tx, id, { ...work, end: { kind: "done" } });
  return (await tx.briefingWork.updateMany({ where: { id }, data })).count === 1;
}

export async function deleteWork(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.briefingWork.deleteMany({ where: { id } })).count === 1;
}
