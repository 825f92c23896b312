import type { Actor } from "#app/access/actor.ts";
import { chooseHat } from "#app/access/hat-choice.server.ts";
import { inPersonContext, inSessionContext, type OpenSession, write } from "#app/access/session.server.ts";
import type { ShelfName } from "#app/access/shelf.server.ts";
import {
  openByPassphrase,
  openBySheet,
  passphraseColumns,
  recoveryColumns,
  unlessBusy,
} from "#app/features/accounts/credentials.server.ts";
import { recordAtDoor } from "#app/features/audit/own-entries.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { foldHandle } from "#app/platform/crypto/handles.server.ts";
import { newPassphrase } from "#app/platform/crypto/passphrase.server.ts";
import { newRecoverySheet } from "#app/platform/crypto/recovery.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { NewWords } from "./new-words.ts";
import { acceptCode, beginCodeTry, memberContent, nextStage } from "./sign-in-commands.server.ts";
import { failureCounter } from "./sign-in-delay.ts";

const failures = failureCounter();
const NOTHING = new Uint8Array(32);
const NOBODY = { id: "decoy", keyVersion: 1, recoveryAuthHash: NOTHING, sealedByRecovery: NOTHING };

/** Written in the transaction that makes the words count, so that none is lost. */
const shelfWith = ({ passphrase, sheet }: NewWords) => ({ ["new-words" satisfies ShelfName]: { passphrase, sheet } });

/**
 * A new passphrase, by the present one and a code. Only the wrap of the private key changes; nothing is sealed anew.
 * All other sessions end. The new words lie on this session's shelf.
 */
export async function changePassphrase(
  actor: Actor,
  session: OpenSession,
  typed: { passphrase: string; code: string },
): Promise<Result<null>> {
  const { userId } = actor;
  const user = await inSessionContext((tx) => tx.user.findUniqueOrThrow({ where: { id: userId } }));
  const opened = await unlessBusy(openByPassphrase(user, typed.passphrase));
  if (!opened.ok) return opened;
  if (!opened.value)
    return refuse({
      kind: "invalid",
      code: "account.passphrase.wrong",
      fields: { passphrase: "account.passphrase.wrong" },
    });
  // The session holds the same key, and wipes it when the answer has left.
  wipe(opened.value);
  const { privateKey } = actor.keys.user;
  const passphrase = newPassphrase();
  const derived = await unlessBusy(passphraseColumns(userId, passphrase, privateKey, user.keyVersion));
  if (!derived.ok) return derived;
  const columns = derived.value;
  const tried = beginCodeTry(userId);
  if (!tried.ok) return tried;
  const shelf = { ...session.content.shelf, ...shelfWith({ passphrase, sheet: null }) };
  return inPersonContext(userId, async (tx) => {
    if (!(await acceptCode(tx, userId, privateKey, typed.code)))
      return refuse({ kind: "invalid", code: "sign-in.code.wrong", fields: { code: "sign-in.code.wrong" } });
    await tx.user.updateMany({ where: { id: userId }, data: columns });
    await tx.session.deleteMany({ where: { userId, id: { not: actor.sessionId } } });
    await recordAtDoor(tx, { action: "account.passphrase-changed", by: userId }, now());
    await write(tx, { ...session, content: { ...session.content, shelf } });
    return ok(null);
  });
}

/**
 * Handle, recovery sheet and a code: a new passphrase, a new sheet, and every session ends. The old sheet is worth
 * nothing from now on; the new words lie on the shelf of the session that begins.
 */
export async function recover(
  before: OpenSession,
  typed: { handle: string; words: string; code: string },
): Promise<Result<OpenSession>> {
  const handle = foldHandle(typed.handle);
  const at = now().getTime();
  const wait = failures.wait(handle, at);
  if (wait > 0) return refuse({ kind: "rate-limited", code: "sign-in.wait", retryAfterSeconds: wait });
  const wrong = refuse({ kind: "invalid", code: "sign-in.recover.wrong", fields: { handle: "sign-in.recover.wrong" } });
  const user = await inSessionContext((tx) => tx.user.findUnique({ where: { handle } }));
  // The same work for a handle that nobody has.
  const privateKey = openBySheet(user?.state === "active" ? user : NOBODY, typed.words);
  if (!user || !privateKey) {
    failures.failed(handle, at);
    return wrong;
  }
  const passphrase = newPassphrase();
  const sheet = newRecoverySheet();
  const derived = await unlessBusy(passphraseColumns(user.id, passphrase, privateKey, user.keyVersion));
  if (!derived.ok) return derived;
  const columns = { ...derived.value, ...recoveryColumns(user.id, sheet, privateKey, user.keyVersion) };
  const tried = beginCodeTry(user.id);
  if (!tried.ok) return tried;
  const isDone = await inPersonContext(user.id, async (tx) => {
    if (!(await acceptCode(tx, user.id, privateKey, typed.code))) return false;
    await tx.user.updateMany({ where: { id: user.id }, data: columns });
    await tx.session.deleteMany({ where: { userId: user.id } });
    await recordAtDoor(tx, { action: "account.recovered", by: user.id }, now());
    return true;
  });
  if (!isDone) {
    failures.failed(handle, at);
    return wrong;
  }
  failures.succeeded(handle);
  const hatId = await inSessionContext((tx) => chooseHat(tx, user.id, null));
  const content = memberContent(user.id, hatId, at, shelfWith({ passphrase, sheet }));
  return ok(await nextStage(before, content, privateKey));
}
