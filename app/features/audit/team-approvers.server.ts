import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type Approved, listApprovers } from "./approvals.server.ts";

/** The coordinators of the actor's team who approved exactly this; the word of who has left it meanwhile counts no more. */
export async function approversOfTeam(
  actor: Actor,
  tx: Transaction,
  approved: Approved,
  role: "intake" | "analyst" = "intake",
): Promise<readonly string[]> {
  const approvers = await listApprovers(tx, approved);
  const where = { userId: { in: approvers }, role, teamId: actor.teamId, user: { state: "active" } };
  const hats = await tx.hat.findMany({ where });
  return [...new Set(hats.filter(isGenuineHat).map(({ userId }) => userId))];
}
