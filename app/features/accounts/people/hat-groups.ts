import type { Role } from "#app/access/roles.ts";
import type { GroupName } from "#app/features/keyring/group-name.ts";
import { groupsOf } from "#app/features/keyring/role-groups.ts";
import type { OrganisationId, TeamId } from "#app/kernel/id.ts";

interface HatRow {
  readonly role: string;
  readonly teamId: string | null;
  readonly organisationId: string | null;
}

/** The groups whose key a hat asks for, straight from its row, whose columns are plain text. */
export function groupsOfHat(
  { role, teamId, organisationId }: HatRow,
  teamIds: readonly string[],
): readonly GroupName[] {
  const wearer = {
    role: role as Role,
    teamId: teamId as TeamId | null,
    organisationId: organisationId as OrganisationId | null,
  };
  return groupsOf(wearer, teamIds);
}
