import { type PublicKey, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { createGroup } from "#app/features/keyring/new-groups.server.ts";
import { groupRecipient, wrapObjectKey } from "#app/features/keyring/object-keys.server.ts";
import type { OrganisationId, TeamId } from "#app/kernel/id.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertOrganisation, PROFILE_KEY } from "./new-organisation.server.ts";
import type { OrganisationProfile } from "./organisation-profile.ts";

/** An organisation that nobody belongs to; the team holds its key. */
export interface ImportedParty {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly group: PublicKey;
}

/** Makes the organisation and its key, wrapped to the team, in the transaction of what needs it. */
export async function insertParty(
  tx: Transaction,
  teamId: TeamId,
  profile: OrganisationProfile,
): Promise<ImportedParty> {
  const { organisationId, profileKey } = await insertOrganisation(tx, teamId, "imported", profile);
  const team = groupRecipient(await publicKeyOf(tx, groups.team(teamId)));
  const group = await createGroup(tx, groups.organisation(organisationId), [team]);
  await wrapObjectKey(tx, "organisation", organisationId, PROFILE_KEY, profileKey, [groupRecipient(group)]);
  wipe(profileKey);
  return { organisationId, name: profile.name, group };
}
