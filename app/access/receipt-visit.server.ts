import type { TeamId, UserId } from "#app/kernel/id.ts";
import { type KeyPair, keyPairFrom } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { Actor } from "./actor.ts";
import { isReceiptKey } from "./genuine.server.ts";
import { openChest } from "./key-chest.server.ts";
import type { LoadContext } from "./load-context.ts";
import type { OpenSession } from "./session.server.ts";

/** A receipt has one key, which is never renewed. */
export const RECEIPT_KEY_VERSION = 1;

interface HeldReceipt {
  readonly id: string;
  readonly teamId: string;
  readonly keys: KeyPair;
}

/** Whoever holds a receipt's key: a reporter of one case, with no account. */
export function receiptActor({ id, teamId, keys }: HeldReceipt, sessionId: string): Actor {
  return {
    role: "receipt",
    userId: id as UserId,
    teamId: teamId as TeamId,
    organisationId: null,
    isOwner: false,
    handle: "",
    sessionId,
    keys: openChest(keys, RECEIPT_KEY_VERSION),
    submission: null,
  };
}

/** The row is read afresh each time: a report that was erased or thrown away a second ago is out. */
export async function asReceipt(tx: Transaction, session: OpenSession, context: LoadContext): Promise<Actor | null> {
  const { receiptId } = session.content;
  const row = receiptId ? await tx.receipt.findUnique({ where: { id: receiptId } }) : null;
  if (!row || !session.privateKey) return null;
  const keys = keyPairFrom(session.privateKey);
  if (!isReceiptKey(row, keys.publicKey)) return null;
  const actor = receiptActor({ ...row, keys }, session.id);
  context.afterResponse.last(() => actor.keys.wipe());
  return actor;
}
