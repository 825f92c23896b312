import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { groupsOfHat } from "./hat-groups.ts";

/**
 * Locks an account: wraps and sessions go at once, and the groups it was in get a new key at a holder's next request.
 * Cases that were assigned stay assigned until a coordinator hands them over.
 */
export function lockAccount(actor: Actor, userId: string): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    if (userId === actor.userId) return refuse({ kind: "conflict", code: "people.not-yourself" });
    const { count } = await tx.user.updateMany({ where: { id: userId, state: "active" }, data: { state: "locked" } });
    if (count === 0) return refuse({ kind: "not-found", code: "people.none" });
    const hats = await tx.hat.findMany({ where: { userId } });
    const teamIds = (await tx.team.findMany({ select: { id: true } })).map(({ id }) => id);
    const names = hats.flatMap((hat) => groupsOfHat(hat, teamIds));
    await tx.groupKey.updateMany({ where: { name: { in: names } }, data: { rotationDue: true } });
    await tx.wrap.deleteMany({ where: { recipientKind: "user", recipientId: userId } });
    await tx.session.deleteMany({ where: { userId } });
    await record({ action: "account.locked", subjectId: userId });
    return ok(null);
  });
}
