import type { Actor } from "#app/access/actor.ts";
import { findSessionForUpdate, inSessionContext, type OpenSession, write } from "#app/access/session.server.ts";
import { onShelf } from "#app/access/shelf.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { unlessBusy } from "#app/features/accounts/credentials.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { base64UrlOf, fromBase64Url } from "#app/platform/crypto/bytes.server.ts";
import { deriveReceipt, newReceiptWords, sealReceiptKey } from "#app/platform/crypto/receipts.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { readReceiptSalt } from "./receipt-salt.server.ts";

/**
 * Words on their way to paper. They lie on the sealed shelf of the session that shows them, and nowhere else, until
 * their holder says that they are written down: a slow line must be able to load the page again.
 */
export interface ShownWords {
  readonly words: string;
  readonly lookupId: string;
  /** base64url of the private key under the words, as the row keeps it */
  readonly sealedKey: string;
}

const SHELF = "receipt-words";

/**
 * Words for a receipt that has none yet, put on the shelf. They open nothing before `keepWords` has written what they
 * seal, which happens together with whatever they are shown for: nobody gets words for a report that was not taken, and
 * no report is taken whose words nobody gets.
 * @returns null where the receipt has its words already
 */
export async function prepareWords(actor: Actor, session: OpenSession): Promise<Result<ShownWords | null>> {
  if (await hasWords(actor)) return ok(null);
  const waiting = onShelf<ShownWords>(session, SHELF);
  if (waiting) return ok(waiting);
  const words = newReceiptWords();
  const derived = await unlessBusy(readReceiptSalt().then((salt) => deriveReceipt(words, salt)));
  if (!derived.ok) return derived;
  const sealedKey = sealReceiptKey(derived.value, actor.keys.user.privateKey);
  wipe(derived.value.key);
  const shown = { words, lookupId: derived.value.lookupId, sealedKey: base64UrlOf(sealedKey) };
  return putFirst(session, shown);
}

/** Of two presses at once the first one's words count, also for the second. Where the report was closed meanwhile nothing could show them. */
async function putFirst(session: OpenSession, shown: ShownWords): Promise<Result<ShownWords>> {
  return inSessionContext(async (tx) => {
    const current = await findSessionForUpdate(tx, session.token);
    if (!current) return refuse({ kind: "conflict", code: "form.not-yours" });
    const waiting = onShelf<ShownWords>(current, SHELF);
    if (waiting) return ok(waiting);
    const shelf = { ...current.content.shelf, [SHELF]: { ...shown } };
    await write(tx, { ...current, content: { ...current.content, shelf } });
    return ok(shown);
  });
}

/** Writes what the words open, in the transaction of what they are shown for. A receipt takes words once. */
export async function keepWords(actor: Actor, tx: Transaction, { lookupId, sealedKey }: ShownWords): Promise<void> {
  await tx.receipt.updateMany({
    where: { id: actor.userId, lookupId: null },
    data: { lookupId, sealedKey: fromBase64Url(sealedKey) },
  });
}

/** "Save and come back": from now on the words open what was written, on any machine. */
export async function saveForLater(actor: Actor, session: OpenSession): Promise<Result<null>> {
  const prepared = await prepareWords(actor, session);
  if (!prepared.ok) return prepared;
  const shown = prepared.value;
  if (!shown) return ok(null);
  return recorded(actor, async (tx, record) => {
    await keepWords(actor, tx, shown);
    const { lookupId } = await tx.receipt.findUniqueOrThrow({ where: { id: actor.userId } });
    if (lookupId !== shown.lookupId) return refuse({ kind: "conflict", code: "receipt.words-shown" });
    await record({ action: "receipt.closed", subjectId: actor.userId });
    return ok(null);
  });
}

/** Whether words were given for it. Also true while they are still on the page that shows them. */
export function hasWords(actor: Actor): Promise<boolean> {
  return withActor(actor, async (tx) => {
    const { lookupId } = await tx.receipt.findUniqueOrThrow({ where: { id: actor.userId } });
    return lookupId !== null;
  });
}

/** The words that wait to be written down, where they are the receipt's. */
export async function wordsToShow(actor: Actor, session: OpenSession): Promise<readonly string[] | null> {
  const shown = onShelf<ShownWords>(session, SHELF);
  if (!shown) return null;
  const row = await withActor(actor, (tx) => tx.receipt.findUniqueOrThrow({ where: { id: actor.userId } }));
  return row.lookupId === shown.lookupId ? shown.words.split(" ") : null;
}
