import type { OpenSession } from "#app/access/session.server.ts";
import { endSession, inSessionContext, startSession, write } from "#app/access/session.server.ts";
import type { SessionContent } from "#app/access/session-content.ts";
import { appendToChain } from "#app/features/audit/audit-chain.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { TooBusy } from "#app/platform/crypto/errors.server.ts";
import { foldHandle } from "#app/platform/crypto/handles.server.ts";
import { ctx } from "#app/platform/crypto/hash.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import { verifyTotp } from "#app/platform/crypto/totp.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { openByPassphrase } from "./credentials.server.ts";
import { openSecondFactor, sealSecondFactor } from "./second-factor.server.ts";
import { failureCounter } from "./sign-in-delay.ts";

const failures = failureCounter();
const MOST_CODE_TRIES = 5;

/**
 * First stage: handle and passphrase. Unknown handles, locked accounts and wrong passphrases do the same work and get
 * the same answer, so that nobody learns who has an account.
 * @returns a session that owes the second factor, under a new token; the one before is ended
 */
export async function givePassphrase(
  before: OpenSession,
  typed: { handle: string; passphrase: string },
): Promise<Result<OpenSession>> {
  const handle = foldHandle(typed.handle);
  const at = now().getTime();
  const wait = failures.wait(handle, at);
  if (wait > 0) return refuse({ kind: "rate-limited", code: "sign-in.wait", retryAfterSeconds: wait });
  const user = await inSessionContext((tx) => tx.user.findUnique({ where: { handle } }));
  const privateKey = await openOrBusy(user ?? decoy(handle), typed.passphrase);
  if (privateKey === "busy") return refuse({ kind: "busy", code: "sign-in.busy", retryAfterSeconds: 10 });
  if (!user || user.state !== "active" || !privateKey) {
    failures.failed(handle, at);
    return refuse({ kind: "invalid", code: "sign-in.wrong", fields: { handle: "sign-in.wrong" } });
  }
  failures.succeeded(handle);
  return ok(await nextStage(before, owingSecondFactor(user.id, at), privateKey));
}

async function openOrBusy(user: Parameters<typeof openByPassphrase>[0], passphrase: string) {
  try {
    return await openByPassphrase(user, passphrase);
  } catch (error) {
    if (error instanceof TooBusy) return "busy" as const;
    throw error;
  }
}

/** An account nobody has, so that an unknown handle costs what a known one costs. */
function decoy(handle: string) {
  const salt = ctx("decoy", handle).slice(0, 16);
  const nothing = new Uint8Array(32);
  return { id: "decoy", keyVersion: 1, passphraseSalt: salt, authHash: nothing, sealedByPassphrase: nothing };
}

function owingSecondFactor(userId: string, at: number): SessionContent {
  return {
    stage: "second-factor",
    userId,
    hatId: null,
    startedAt: at,
    seenAt: at,
    reauthenticatedAt: null,
    shelf: {},
  };
}

/** Second stage: the code of the authenticator app. Five tries, and each code opens once. */
export async function giveCode(session: OpenSession, code: string): Promise<Result<OpenSession>> {
  const { privateKey, content } = session;
  const { userId } = content;
  if (content.stage !== "second-factor" || !privateKey || !userId)
    return refuse({ kind: "conflict", code: "sign-in.begin-again" });
  const isRight = await inSessionContext((tx) => acceptCode(tx, userId, privateKey, code));
  if (!isRight) return countWrongCode(session);
  const at = now().getTime();
  return ok(await nextStage(session, await member(userId, content, at), privateKey));
}

/** Checks a code and marks its time step as used, in one step that only one of two simultaneous senders can win. */
export async function acceptCode(tx: Transaction, userId: string, privateKey: Secret, code: string): Promise<boolean> {
  const { sealedSecondFactor } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  const factor = openSecondFactor(privateKey, userId, sealedSecondFactor);
  const step = verifyTotp(factor.secret, code, factor.lastStep, now().getTime());
  if (step === null) return false;
  const { count } = await tx.user.updateMany({
    where: { id: userId, sealedSecondFactor },
    data: { sealedSecondFactor: sealSecondFactor(privateKey, userId, { ...factor, lastStep: step }) },
  });
  return count === 1;
}

async function countWrongCode(session: OpenSession): Promise<Result<never>> {
  const tries = Number(session.content.shelf.wrongCodes ?? 0) + 1;
  const wrong = refuse({ kind: "invalid", code: "sign-in.code.wrong", fields: { code: "sign-in.code.wrong" } });
  if (tries >= MOST_CODE_TRIES) {
    await inSessionContext((tx) => endSession(tx, session.id));
    return refuse({ kind: "conflict", code: "sign-in.begin-again" });
  }
  const content = { ...session.content, shelf: { ...session.content.shelf, wrongCodes: tries } };
  await inSessionContext((tx) => write(tx, { ...session, content }));
  return wrong;
}

async function member(userId: string, before: SessionContent, at: number): Promise<SessionContent> {
  const hat = await inSessionContext((tx) => tx.hat.findFirst({ where: { userId }, orderBy: { id: "asc" } }));
  return {
    ...before,
    stage: "member",
    hatId: hat?.id ?? null,
    startedAt: at,
    seenAt: at,
    reauthenticatedAt: at,
    shelf: {},
  };
}

/** Ends the session of the stage before and begins the next under a new token, together. */
export function nextStage(
  before: OpenSession,
  content: SessionContent,
  privateKey: Secret | null,
): Promise<OpenSession> {
  return inSessionContext(async (tx) => {
    await endSession(tx, before.id);
    const session = await startSession(tx, content, privateKey);
    if (content.stage === "member" && content.userId)
      await appendToChain(tx, [{ action: "account.signed-in", by: content.userId }], now());
    return session;
  });
}

export async function signOut(session: OpenSession): Promise<void> {
  await inSessionContext(async (tx) => {
    await endSession(tx, session.id);
    const { userId } = session.content;
    if (userId) await appendToChain(tx, [{ action: "account.signed-out", by: userId }], now());
  });
}
