import type { CaseId } from "#app/kernel/id.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertRows } from "#app/platform/db/insert-rows.server.ts";
import { type Message, sideOf } from "./message.ts";
import { messageSeal, standingSeal } from "./message-seals.server.ts";
import { afterMessage, type MessageStanding, NO_MESSAGES } from "./message-standing.ts";

/** A message and the id of its row. */
export interface KeptMessage extends Message {
  readonly id: string;
}

/** Oldest first. @throws SealBroken where a row was changed, or moved from another case or another row */
export async function readMessages(tx: Transaction, caseId: CaseId, key: Secret): Promise<KeptMessage[]> {
  const rows = await tx.message.findMany({ where: { caseId } });
  return rows
    .map(({ id, sealed }) => ({ ...messageSeal.open(key, id, sealed), id }))
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** @throws SealBroken as `readMessages` */
export async function readStanding(tx: Transaction, caseId: CaseId, key: Secret): Promise<MessageStanding> {
  const row = await tx.messageStanding.findUnique({ where: { caseId } });
  return row ? standingSeal.open(key, caseId, row.sealed) : NO_MESSAGES;
}

/** Call it while the case is held: the standing is sealed, so of two who write or read at one moment no update can merge both. */
export async function writeStanding(
  tx: Transaction,
  caseId: CaseId,
  key: Secret,
  standing: MessageStanding,
): Promise<void> {
  const sealed = standingSeal.seal(key, caseId, standing);
  const { count } = await tx.messageStanding.updateMany({ where: { caseId }, data: { sealed } });
  if (count === 0) await tx.messageStanding.createMany({ data: { caseId, sealed } });
}

/** Call it while the case is held, with the standing as it is after what the writer has read. */
export async function insertMessage(
  tx: Transaction,
  caseId: CaseId,
  key: Secret,
  standing: MessageStanding,
  message: Message,
): Promise<void> {
  const id = newId();
  await insertRows(tx, "messages", [{ id, caseId, sealed: messageSeal.seal(key, id, message) }]);
  await writeStanding(tx, caseId, key, afterMessage(standing, sideOf(message.by), message.at));
}
