import { chooseHat } from "#app/access/hat-choice.server.ts";
import type { OpenSession } from "#app/access/session.server.ts";
import { endSession, inPersonContext, inSessionContext, startSession, write } from "#app/access/session.server.ts";
import type { SessionContent } from "#app/access/session-content.ts";
import { openByPassphrase, unlessBusy } from "#app/features/accounts/credentials.server.ts";
import { openSecondFactor, sealSecondFactor } from "#app/features/accounts/second-factor.server.ts";
import { recordAtDoor } from "#app/features/audit/own-entries.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { foldHandle } from "#app/platform/crypto/handles.server.ts";
import { ctx } from "#app/platform/crypto/hash.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import { verifyTotp } from "#app/platform/crypto/totp.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { failureCounter } from "./sign-in-delay.ts";

const failures = failureCounter();
const MOST_CODE_TRIES = 5;
/** Of codes, by person, at whichever door: a right passphrase forgives no wrong code. */
const codeFailures = failureCounter();

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
  const opened = await unlessBusy(openByPassphrase(user ?? decoy(handle), typed.passphrase));
  if (!opened.ok) return opened;
  const privateKey = opened.value;
  if (user?.state !== "active" || !privateKey) {
    failures.failed(handle, at);
    return refuse({ kind: "invalid", code: "sign-in.wrong", fields: { handle: "sign-in.wrong" } });
  }
  failures.succeeded(handle);
  return ok(await nextStage(before, owingSecondFactor(user.id, before.content, at), privateKey));
}

/** An account nobody has, so that an unknown handle costs what a known one costs. */
function decoy(handle: string) {
  const salt = ctx("decoy", handle).slice(0, 16);
  const nothing = new Uint8Array(32);
  return { id: "decoy", keyVersion: 1, passphraseSalt: salt, authHash: nothing, sealedByPassphrase: nothing };
}

/** Whoever proves anew who they are keeps the hat they wear. */
function owingSecondFactor(userId: string, before: SessionContent, at: number): SessionContent {
  return {
    stage: "second-factor",
    userId,
    hatId: before.userId === userId ? before.hatId : null,
    startedAt: at,
    seenAt: at,
    reauthenticatedAt: null,
    shelf: {},
  };
}

/**
 * Second stage: the code of the authenticator app. Five tries, and each code opens once.
 * @param wantedHat the hat of a form that waits for this sign-in; taken where the person has it
 */
export async function giveCode(
  session: OpenSession,
  code: string,
  wantedHat: string | null = null,
): Promise<Result<OpenSession>> {
  const { privateKey, content } = session;
  const { userId } = content;
  if (content.stage !== "second-factor" || !privateKey || !userId)
    return refuse({ kind: "conflict", code: "sign-in.begin-again" });
  const tried = beginCodeTry(userId);
  if (!tried.ok) return tried;
  const isRight = await inPersonContext(userId, (tx) => acceptCode(tx, userId, privateKey, code));
  if (!isRight) return countWrongCode(session);
  const at = now().getTime();
  const hatId = await inSessionContext((tx) => chooseHat(tx, userId, wantedHat ?? content.hatId));
  return ok(await nextStage(session, memberContent(userId, hatId, at), privateKey));
}

/**
 * Asked before a code is looked at. The try counts as failed until it has succeeded: of many that come at once, only as
 * many as are free may be looked at. A million codes would else be guessed in an hour by whoever found the words.
 */
export function beginCodeTry(userId: string): Result<null> {
  const at = now().getTime();
  const wait = codeFailures.wait(userId, at);
  if (wait > 0) return refuse({ kind: "rate-limited", code: "sign-in.wait", retryAfterSeconds: wait });
  codeFailures.failed(userId, at);
  return ok(null);
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
  if (count === 1) codeFailures.succeeded(userId);
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

/** A session at work, fresh from a full proof of who is there. */
export function memberContent(
  userId: string,
  hatId: string | null,
  at: number,
  shelf: SessionContent["shelf"] = {},
): SessionContent {
  return { stage: "member", userId, hatId, startedAt: at, seenAt: at, reauthenticatedAt: at, shelf };
}

/** Ends the session of the stage before and begins the next under a new token, together. */
export function nextStage(
  before: OpenSession,
  content: SessionContent,
  privateKey: Secret | null,
): Promise<OpenSession> {
  const { stage, userId } = content;
  const change = async (tx: Transaction) => {
    await endSession(tx, before.id);
    const session = await startSession(tx, content, privateKey);
    if (stage === "member" && userId) await recordAtDoor(tx, { action: "account.signed-in", by: userId }, now());
    return session;
  };
  return userId ? inPersonContext(userId, change) : inSessionContext(change);
}

export async function signOut({ id, content: { userId } }: OpenSession): Promise<void> {
  if (!userId) return inSessionContext((tx) => endSession(tx, id));
  await inPersonContext(userId, async (tx) => {
    await endSession(tx, id);
    await recordAtDoor(tx, { action: "account.signed-out", by: userId }, now());
  });
}
