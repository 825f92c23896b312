import type { Actor } from "#app/access/actor.ts";
import type { Role } from "#app/access/roles.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { namedTeam } from "#app/features/accounts/named-team.ts";
import { type GroupName, groups, MOST_TEAM_HOLDERS } from "#app/features/keyring/group-name.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { groupsOfHat } from "./hat-groups.ts";
import type { Colleague, ListedReporter, Staff } from "./people.ts";

/** Everyone but reporters, with the keys they hold. Handles and roles only: nobody here has a name. */
export function listStaff(actor: Actor): Promise<Staff> {
  return withActor(actor, async (tx) => {
    const hats = await tx.hat.findMany({ where: { role: { not: "reporter" } } });
    const ids = [...new Set(hats.map(({ userId }) => userId))];
    const users = await tx.user.findMany({
      where: { id: { in: ids } },
      select: { id: true, handle: true, state: true },
      orderBy: { handle: "asc" },
    });
    const teams = await tx.team.findMany();
    const teamIds = teams.map(({ id }) => id);
    const newest = await newestVersions(tx);
    const holders = await holdersOf(tx, newest);
    const colleagues = users.map(({ id, handle, state }): Colleague => {
      const own = hats.filter(({ userId }) => userId === id);
      const due = new Set(own.flatMap((hat) => groupsOfHat(hat, teamIds)));
      return {
        id,
        handle,
        isLocked: state !== "active",
        isSelf: id === actor.userId,
        hats: own.map(({ role, teamId }) => ({ role: role as Role, team: namedTeam(teams, teamId) })),
        keys: { due: due.size, held: [...due].filter((name) => holders.get(name)?.has(id)).length },
      };
    });
    const crowded = teams.filter(({ id }) => (holders.get(groups.team(id))?.size ?? 0) > MOST_TEAM_HOLDERS);
    return {
      colleagues,
      crowdedTeams: crowded.map(({ label }) => label),
      mostHolders: MOST_TEAM_HOLDERS,
      rotationsDue: newest.filter(({ rotationDue }) => rotationDue).length,
    };
  });
}

/** The newest version of each group that staff can hold. */
async function newestVersions(tx: Transaction) {
  const rows = await tx.groupKey.findMany({
    where: { NOT: { name: { startsWith: "org/" } } },
    select: { name: true, version: true, rotationDue: true },
    orderBy: { version: "asc" },
  });
  return [...new Map(rows.map((row) => [row.name, row])).values()];
}

async function holdersOf(tx: Transaction, newest: readonly { name: string; version: number }[]) {
  const wraps = await tx.wrap.findMany({
    where: { objectKind: "group", recipientKind: "user", objectId: { in: newest.map(({ name }) => name) } },
    select: { objectId: true, objectVersion: true, recipientId: true },
  });
  const holders = new Map<GroupName, Set<string>>();
  for (const { name, version } of newest) {
    const present = wraps.filter(({ objectId, objectVersion }) => objectId === name && objectVersion === version);
    holders.set(name as GroupName, new Set(present.map(({ recipientId }) => recipientId)));
  }
  return holders;
}

/** Accounts of organisations, for the administrator, who sees that there are some and may lock one. */
export function listReporters(actor: Actor): Promise<readonly ListedReporter[]> {
  return withActor(actor, async (tx) => {
    const hats = await tx.hat.findMany({ where: { role: "reporter" }, select: { userId: true } });
    const users = await tx.user.findMany({
      where: { id: { in: hats.map(({ userId }) => userId) } },
      select: { id: true, handle: true, state: true },
      orderBy: { handle: "asc" },
    });
    return users.map(({ id, handle, state }) => ({ id, handle, isLocked: state !== "active" }));
  });
}

/** One account, to say whom a page is about. */
export function findAccount(actor: Actor, userId: string): Promise<ListedReporter | null> {
  return withActor(actor, async (tx) => {
    const user = await tx.user.findUnique({
      where: { id: userId },
      select: { id: true, handle: true, state: true },
    });
    return user && { id: user.id, handle: user.handle, isLocked: user.state !== "active" };
  });
}

/** Open teams first. */
export function listTeams(actor: Actor) {
  return withActor(actor, (tx) => tx.team.findMany({ orderBy: [{ walled: "asc" }, { label: "asc" }] }));
}
