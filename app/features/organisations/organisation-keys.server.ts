import type { Actor } from "#app/access/actor.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { openObjectKeys } from "#app/features/keyring/object-keys.server.ts";
import type { OrganisationId, TeamId } from "#app/kernel/id.ts";
import type { Bytes } from "#app/platform/crypto/bytes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { OrganisationProfile } from "./organisation-profile.ts";

export function sealProfile(key: Secret, id: OrganisationId, profile: OrganisationProfile): Bytes {
  return sealField(key, place(id), JSON.stringify(profile));
}

export function openProfile(key: Secret, id: string, sealed: Uint8Array): OrganisationProfile {
  return JSON.parse(openTextField(key, place(id), sealed)) as OrganisationProfile;
}

/** One organisation: the team it reports to, and its profile where the actor holds a key of it. */
export async function readOrganisation(
  actor: Actor,
  tx: Transaction,
  organisationId: OrganisationId,
): Promise<{ teamId: TeamId; profile: OrganisationProfile | null }> {
  const { id, teamId, sealed } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const key = (await openObjectKeys(actor, tx, "organisation", [id], through(actor))).get(id);
  return { teamId: teamId as TeamId, profile: key ? openProfile(key, id, sealed) : null };
}

/** Profiles of the organisations that row-level security shows and a key opens, by id. */
export async function readProfiles(
  actor: Actor,
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, OrganisationProfile>> {
  const rows = await tx.organisation.findMany({ where: { id: { in: [...ids] } } });
  const keys = await openObjectKeys(
    actor,
    tx,
    "organisation",
    rows.map(({ id }) => id),
    through(actor),
  );
  return new Map(
    rows.flatMap(({ id, sealed }) => {
      const key = keys.get(id);
      return key ? [[id, openProfile(key, id, sealed)] as const] : [];
    }),
  );
}

function through(actor: Actor) {
  return [
    ...(actor.organisationId ? [groups.organisation(actor.organisationId)] : []),
    ...(actor.role === "intake" && actor.teamId ? [groups.team(actor.teamId)] : []),
  ];
}

function place(rowId: string) {
  return { table: "organisations", column: "sealed", rowId };
}
