import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { HandOverPageData } from "./hand-over-page.ts";
import { teamPeople } from "./task-people.server.ts";
import { openTasksAtWork } from "./task-rows.server.ts";

/** Whoever has something to give away, and whoever can take it. */
export function readHandOver(actor: Actor): Promise<HandOverPageData> {
  return withActor(actor, async (tx) => {
    const people = await teamPeople(tx, actor);
    const { tasks } = await openTasksAtWork(actor, tx);
    const leading = await tx.case.groupBy({
      by: ["assignedUserId"],
      where: { teamId: actor.teamId ?? "", assignedUserId: { not: null } },
      _count: true,
    });
    const cases = new Map(leading.map(({ assignedUserId, _count }) => [assignedUserId ?? "", _count]));
    const owned = tasks.map(({ ownerId }) => ownerId).filter((id) => id !== null);
    const ids = [...new Set([...owned, ...cases.keys()])];
    const users = await tx.user.findMany({
      where: { id: { in: ids } },
      select: { id: true, handle: true, state: true },
      orderBy: { handle: "asc" },
    });
    const from = users.map(({ id, handle, state }) => ({
      id,
      handle,
      isLocked: state !== "active",
      tasks: owned.filter((owner) => owner === id).length,
      cases: cases.get(id) ?? 0,
    }));
    // Whoever has left stands on top: that is why somebody comes here.
    return { from: from.sort((a, b) => Number(b.isLocked) - Number(a.isLocked)), to: takers(people) };
  });
}

function takers(people: Awaited<ReturnType<typeof teamPeople>>): HandOverPageData["to"] {
  const ids = [...new Set(people.map(({ id }) => id))];
  return ids.map((id) => {
    const hats = people.filter((person) => person.id === id);
    return { id, handle: hats[0]!.handle, isLead: hats.some(({ role }) => role === "lead") };
  });
}
