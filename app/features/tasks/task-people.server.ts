import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { KnownOwners } from "./task-owner-words.ts";
import { canOpen, type TeamPerson } from "./task-owners.ts";

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

interface Owned {
  readonly ownerId: string | null;
  /** who leads its case */
  readonly assignedUserId: string | null;
}

/** What is to be known of the owners of these tasks. Whoever is active no more keeps a handle; a lead is shown nobody's. */
export async function knownOwners(
  tx: Transaction,
  actor: Pick<Actor, "teamId" | "role">,
  tasks: readonly Owned[],
): Promise<KnownOwners> {
  const people = await teamPeople(tx, actor);
  const gone = tasks.flatMap(({ ownerId, assignedUserId }) =>
    ownerId !== null && !canOpen(people, ownerId, assignedUserId) ? [ownerId] : [],
  );
  if (actor.role === "lead" || gone.length === 0) return { people, handles: new Map() };
  const where = { id: { in: [...new Set(gone)] } };
  const users = await tx.user.findMany({ where, select: { id: true, handle: true } });
  return { people, handles: new Map(users.map(({ id, handle }) => [id, handle])) };
}
