import { publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { groupRecipient, wrapObjectKey } from "#app/features/keyring/object-keys.server.ts";
import type { OrganisationId, TeamId } from "#app/kernel/id.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { newSecretKey, type Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { sealProfile } from "./organisation-keys.server.ts";
import type { OrganisationProfile } from "./organisation-profile.ts";

/** First and only version of the key that seals a profile. */
export const PROFILE_KEY = 1;

/**
 * Puts an organisation on the team's register: profile sealed under a new key, the key wrapped to the team.
 * @returns its id and the profile's key, which the first member's redemption wraps to the organisation itself
 */
export async function insertOrganisation(
  tx: Transaction,
  teamId: TeamId,
  state: "invited" | "imported",
  profile: OrganisationProfile,
): Promise<{ organisationId: OrganisationId; profileKey: Secret }> {
  const organisationId = newId() as OrganisationId;
  const profileKey = newSecretKey();
  const sealed = sealProfile(profileKey, organisationId, profile);
  await tx.organisation.createMany({ data: { id: organisationId, teamId, state, sealed } });
  const team = groupRecipient(await publicKeyOf(tx, groups.team(teamId)));
  await wrapObjectKey(tx, "organisation", organisationId, PROFILE_KEY, profileKey, [team]);
  return { organisationId, profileKey };
}
