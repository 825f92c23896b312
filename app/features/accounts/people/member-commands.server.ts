import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";

/**
 * An owner removes a member: sessions, wrap and hat go at once, and the organisation's key is due for its next version,
 * which the owner's own request then makes.
 */
export function removeMember(actor: Actor, userId: string): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const { organisationId } = actor;
    if (!organisationId) return refuse({ kind: "not-found", code: "people.none" });
    if (userId === actor.userId) return refuse({ kind: "conflict", code: "people.not-yourself" });
    const hat = await tx.hat.findFirst({ where: { userId, organisationId } });
    if (!hat) return refuse({ kind: "not-found", code: "people.none" });
    const name = groups.organisation(organisationId);
    // The hat goes last: without it row-level security would no longer show the owner this person's sessions.
    await tx.session.deleteMany({ where: { userId } });
    await tx.wrap.deleteMany({
      where: { objectKind: "group", objectId: name, recipientKind: "user", recipientId: userId },
    });
    await tx.hat.deleteMany({ where: { id: hat.id } });
    await tx.groupKey.updateMany({ where: { name }, data: { rotationDue: true } });
    await record({ action: "account.removed", subjectId: userId });
    return ok(null);
  });
}
