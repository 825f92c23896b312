import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { TeamPerson } from "./task-owners.ts";

/**
 * Who of the actor's team may have tasks. Row-level security shows a lead nobody's hat but the own one: a lead gives a
 * task to nobody but herself, or to the coordinators as a whole.
 */
export async function teamPeople(
  tx: Transaction,
  { teamId, role }: Pick<Actor, "teamId" | "role">,
): Promise<TeamPerson[]> {
  const hats = await tx.hat.findMany({
    where: { teamId, role: { in: role === "lead" ? ["lead"] : ["intake", "lead"] } },
  });
  const genuine = hats.filter(isGenuineHat);
  const users = await tx.user.findMany({
    where: { id: { in: genuine.map(({ userId }) => userId) }, state: "active" },
    select: { id: true, handle: true },
    orderBy: { handle: "asc" },
  });
  return users.flatMap(({ id, handle }) =>
    genuine
      .filter(({ userId }) => userId === id)
      .map((hat) => ({ id, handle, role: hat.role as TeamPerson["role"] }))
      .sort((a, b) => a.role.localeCompare(b.role)),
  );
}
