import type { Actor } from "#app/access/actor.ts";
import type { ActingRole } from "#app/access/roles.ts";
import { type GroupName, groups } from "./group-name.ts";

type Wearer = Pick<Actor, "role" | "teamId" | "organisationId">;

/**
 * The groups whose key a hat holds, as one table. A lead holds none: cases are wrapped to that person one by one.
 * Guardians hold the analytics key of every team, which `teamIds` names. Source: decisions 2, 6 and 12.
 */
const GROUPS: Record<ActingRole, (wearer: Wearer, teamIds: readonly string[]) => readonly GroupName[]> = {
  reporter: ({ organisationId }) => (organisationId ? [groups.organisation(organisationId)] : []),
  intake: ({ teamId }) => (teamId ? [groups.team(teamId), groups.analytics(teamId), "register"] : []),
  lead: () => [],
  analyst: ({ teamId }) => (teamId ? [groups.analytics(teamId), "editorial"] : []),
  editor: () => ["editorial", "register"],
  guardian: (_, teamIds) => [...teamIds.map(groups.analytics), "editorial", "audit", "ledger", "register"],
  administrator: () => [],
  receipt: () => [],
};

export function groupsOf(wearer: Wearer, teamIds: readonly string[]): readonly GroupName[] {
  return GROUPS[wearer.role](wearer, teamIds);
}
