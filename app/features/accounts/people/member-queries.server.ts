import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { waitingInvitations } from "#app/features/accounts/invitation/invitation-queries.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { readProfiles } from "#app/features/organisations/organisation-keys.server.ts";
import type { OwnOrganisation } from "./members.ts";

/** What the owner sees of the own organisation. */
export function readOwnOrganisation(actor: Actor): Promise<OwnOrganisation> {
  return withActor(actor, async (tx) => {
    const organisationId = actor.organisationId ?? "";
    const hats = await tx.hat.findMany({ where: { organisationId, role: "reporter" } });
    const users = await tx.user.findMany({
      where: { id: { in: hats.map(({ userId }) => userId) } },
      select: { id: true, handle: true, state: true },
      orderBy: { handle: "asc" },
    });
    const name = groups.organisation(organisationId);
    const { version } = await tx.groupKey.findFirstOrThrow({ where: { name }, orderBy: { version: "desc" } });
    const wraps = await tx.wrap.findMany({
      where: { objectKind: "group", objectId: name, objectVersion: version, recipientKind: "user" },
      select: { recipientId: true },
    });
    const profile = (await readProfiles(actor, tx, [organisationId])).get(organisationId);
    return {
      name: profile?.name ?? "",
      members: users.map(({ id, handle, state }) => ({
        id,
        handle,
        isOwner: hats.some(({ userId, isOwner }) => userId === id && isOwner),
        isSelf: id === actor.userId,
        isLocked: state !== "active",
        hasKey: wraps.some(({ recipientId }) => recipientId === id),
      })),
      invitations: await waitingInvitations(tx, "member", [organisationId]),
    };
  });
}
