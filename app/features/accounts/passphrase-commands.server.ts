import type { Actor } from "#app/access/actor.ts";
import { inSessionContext, type OpenSession } from "#app/access/session.server.ts";
import { appendToChain } from "#app/features/audit/audit-chain.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { foldHandle } from "#app/platform/crypto/handles.server.ts";
import { newPassphrase } from "#app/platform/crypto/passphrase.server.ts";
import { newRecoverySheet } from "#app/platform/crypto/recovery.server.ts";
import { openByPassphrase, openBySheet, passphraseColumns, recoveryColumns } from "./credentials.server.ts";
import { acceptCode, nextStage } from "./sign-in-commands.server.ts";
import { failureCounter } from "./sign-in-delay.ts";

const failures = failureCounter();

/**
 * A new passphrase, by the present one and a code. Only the wrap of the private key changes; nothing is sealed anew.
 * All other sessions end.
 * @returns the new passphrase, to be shown once
 */
export async function changePassphrase(
  actor: Actor,
  typed: { passphrase: string; code: string },
): Promise<Result<{ passphrase: string }>> {
  const { userId } = actor;
  const user = await inSessionContext((tx) => tx.user.findUniqueOrThrow({ where: { id: userId } }));
  const privateKey = await openByPassphrase(user, typed.passphrase);
  if (!privateKey)
    return refuse({ kind: "invalid", code: "passphrase.wrong", fields: { passphrase: "passphrase.wrong" } });
  const passphrase = newPassphrase();
  const columns = await passphraseColumns(userId, passphrase, privateKey, user.keyVersion);
  return inSessionContext(async (tx) => {
    if (!(await acceptCode(tx, userId, privateKey, typed.code)))
      return refuse({ kind: "invalid", code: "sign-in.code.wrong", fields: { code: "sign-in.code.wrong" } });
    await tx.user.updateMany({ where: { id: userId }, data: columns });
    await tx.session.deleteMany({ where: { userId, id: { not: actor.sessionId } } });
    await appendToChain(tx, [{ action: "account.passphrase-changed", by: userId }], now());
    return ok({ passphrase });
  });
}

/** What a recovered account gets: both are new, and the old sheet is worth nothing from now on. */
export interface Recovered {
  readonly session: OpenSession;
  readonly passphrase: string;
  readonly sheet: string;
}

/** Handle, recovery sheet and a code: a new passphrase, a new sheet, and every session ends. */
export async function recover(
  before: OpenSession,
  typed: { handle: string; words: string; code: string },
): Promise<Result<Recovered>> {
  const handle = foldHandle(typed.handle);
  const at = now().getTime();
  const wait = failures.wait(handle, at);
  if (wait > 0) return refuse({ kind: "rate-limited", code: "sign-in.wait", retryAfterSeconds: wait });
  const wrong = refuse({ kind: "invalid", code: "recover.wrong", fields: { handle: "recover.wrong" } });
  const user = await inSessionContext((tx) => tx.user.findUnique({ where: { handle } }));
  const privateKey = user?.state === "active" ? openBySheet(user, typed.words) : null;
  if (!user || !privateKey) {
    failures.failed(handle, at);
    return wrong;
  }
  const passphrase = newPassphrase();
  const sheet = newRecoverySheet();
  const columns = {
    ...(await passphraseColumns(user.id, passphrase, privateKey, user.keyVersion)),
    ...recoveryColumns(user.id, sheet, privateKey, user.keyVersion),
  };
  const isDone = await inSessionContext(async (tx) => {
    if (!(await acceptCode(tx, user.id, privateKey, typed.code))) return false;
    await tx.user.updateMany({ where: { id: user.id }, data: columns });
    await tx.session.deleteMany({ where: { userId: user.id } });
    await appendToChain(tx, [{ action: "account.recovered", by: user.id }], now());
    return true;
  });
  if (!isDone) {
    failures.failed(handle, at);
    return wrong;
  }
  failures.succeeded(handle);
  const content = {
    stage: "member",
    userId: user.id,
    hatId: null,
    startedAt: at,
    seenAt: at,
    reauthenticatedAt: at,
    shelf: {},
  } as const;
  return ok({ session: await nextStage(before, content, privateKey), passphrase, sheet });
}
