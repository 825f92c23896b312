import { chooseHat } from "#app/access/hat-choice.server.ts";
import { inPersonContext, inSessionContext, type OpenSession, write } from "#app/access/session.server.ts";
import { onShelf, type ShelfName } from "#app/access/shelf.server.ts";
import { isResetGranted } from "#app/features/accounts/people/authenticator-reset-commands.server.ts";
import { sealSecondFactor } from "#app/features/accounts/second-factor.server.ts";
import { recordAtDoor } from "#app/features/audit/own-entries.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import { newTotpSecret, verifyTotp } from "#app/platform/crypto/totp.server.ts";
import { memberContent, nextStage } from "./sign-in-commands.server.ts";

/** A new authenticator on its way into an app: on the sealed shelf of a session that has given the passphrase. */
export interface NewAuthenticator {
  readonly secret: string;
  readonly handle: string;
  /** of the authenticator that it replaces */
  readonly replaces: number;
}

const BEGIN_AGAIN = refuse({ kind: "conflict", code: "sign-in.begin-again" });
const NOT_APPROVED = refuse({ kind: "conflict", code: "sign-in.authenticator.not-approved" });

export function newAuthenticatorOn(session: OpenSession): NewAuthenticator | null {
  return onShelf<NewAuthenticator>(session, "authenticator");
}

/** Makes the secret of a new authenticator for whoever gave the passphrase, where two people have approved it. */
export async function beginAuthenticator(session: OpenSession): Promise<Result<OpenSession>> {
  const owner = ownerOf(session);
  if (!owner) return BEGIN_AGAIN;
  const user = await grantedOwner(owner.userId);
  if (!user) return NOT_APPROVED;
  const made: NewAuthenticator = {
    secret: newTotpSecret(),
    handle: user.handle,
    replaces: user.secondFactorVersion,
  };
  const shelf = { ...session.content.shelf, ["authenticator" satisfies ShelfName]: { ...made } };
  const next = { ...session, content: { ...session.content, shelf } };
  await inSessionContext((tx) => write(tx, next));
  return ok(next);
}

/**
 * Takes the first code of the new app. From then on only that one counts, every other session ends, and the approvals are
 * worth nothing: they were about the authenticator before.
 * @param wantedHat the hat of a form that waits for this sign-in
 */
export async function finishAuthenticator(
  session: OpenSession,
  code: string,
  wantedHat: string | null = null,
): Promise<Result<OpenSession>> {
  const owner = ownerOf(session);
  const made = newAuthenticatorOn(session);
  if (!owner || !made) return BEGIN_AGAIN;
  const { userId, privateKey } = owner;
  // Asked again: a word may have lost its worth since the picture was shown.
  if (!(await grantedOwner(userId))) return NOT_APPROVED;
  const at = now();
  // Guessing it gains nothing: the secret stands on the very page.
  const step = verifyTotp(made.secret, code, null, at.getTime());
  if (step === null)
    return refuse({ kind: "invalid", code: "sign-in.code.wrong", fields: { code: "sign-in.code.wrong" } });
  const isDone = await inPersonContext(userId, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, secondFactorVersion: made.replaces },
      data: {
        sealedSecondFactor: sealSecondFactor(privateKey, userId, { secret: made.secret, lastStep: step }),
        secondFactorVersion: made.replaces + 1,
      },
    });
    if (count === 0) return false;
    await tx.session.deleteMany({ where: { userId, id: { not: session.id } } });
    await recordAtDoor(tx, { action: "account.authenticator-renewed", by: userId }, at);
    return true;
  });
  if (!isDone) return BEGIN_AGAIN;
  const hatId = await inSessionContext((tx) => chooseHat(tx, userId, wantedHat));
  return ok(await nextStage(session, memberContent(userId, hatId, at.getTime()), privateKey));
}

/** Who has given the passphrase in this session and owes the second factor. */
function ownerOf({ content, privateKey }: OpenSession): { userId: string; privateKey: Secret } | null {
  const { stage, userId } = content;
  return stage === "second-factor" && userId && privateKey ? { userId, privateKey } : null;
}

/** Before anybody is known: only then are the roles of those who approved to be seen. */
function grantedOwner(userId: string) {
  return inSessionContext(async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId, state: "active" },
      select: { id: true, handle: true, secondFactorVersion: true },
    });
    return user && (await isResetGranted(tx, user, now())) ? user : null;
  });
}
