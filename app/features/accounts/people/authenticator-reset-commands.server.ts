import type { Actor } from "#app/access/actor.ts";
import { type Approver, approvedText, approversOf } from "#app/features/accounts/approvers.server.ts";
import { isGranted } from "#app/features/accounts/invitation/invitation.ts";
import { insertApproval } from "#app/features/audit/approvals.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { foldHandle } from "#app/platform/crypto/handles.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type FactorOwner, resetSubject, resetText, resetTextsNow } from "./authenticator-reset.ts";

/**
 * One of the two words it takes, a guardian's and a coordinator's, to let somebody connect a new authenticator app.
 * Nobody gets a key or a secret of theirs by it: the new one is made in the person's own sign-in, behind the passphrase.
 */
export function approveAuthenticator(
  actor: Actor,
  { handle }: { handle: string },
): Promise<Result<{ granted: boolean }>> {
  return recorded(actor, async (tx, record) => {
    const owner = await tx.user.findUnique({
      where: { handle: foldHandle(handle), state: "active" },
      select: { id: true, secondFactorVersion: true },
    });
    if (!owner)
      return refuse({ kind: "invalid", code: "form.invalid", fields: { handle: "people.authenticator.unknown" } });
    if (owner.id === actor.userId) return refuse({ kind: "conflict", code: "people.not-yourself" });
    const isNew = await insertApproval(tx, actor.userId, approvedText(resetSubject(owner.id), resetText(owner, now())));
    if (!isNew) return refuse({ kind: "conflict", code: "people.second-person-required" });
    await record({ action: "account.reset-approved", subjectId: owner.id });
    return ok({ granted: await isResetGranted(tx, owner, now()) });
  });
}

/** Whether both words were given lately, by people who are still there, about the authenticator of now. */
export async function isResetGranted(tx: Transaction, owner: FactorOwner, at: Date): Promise<boolean> {
  const approvers: Approver[] = [];
  for (const text of resetTextsNow(owner, at)) approvers.push(...(await approversOf(tx, resetSubject(owner.id), text)));
  const active = await tx.user.findMany({
    where: { id: { in: approvers.map(({ userId }) => userId) }, state: "active" },
    select: { id: true },
  });
  return isGranted(approvers.filter(({ userId }) => active.some(({ id }) => id === userId)));
}
