import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { openObjectKey } from "#app/features/keyring/object-keys.server.ts";
import { insertOrganisation } from "#app/features/organisations/new-organisation.server.ts";
import { openProfile, readProfiles } from "#app/features/organisations/organisation-keys.server.ts";
import type { InviteOrganisationForm } from "#app/features/organisations/organisation-profile.ts";
import type { TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { InvitationKind, InvitationPayload, IssuedCode } from "./invitation.ts";
import { insertInvitation } from "./new-invitation.server.ts";

/** Puts an organisation on the team's register and makes the code for its first member. */
export function inviteOrganisation(actor: Actor, form: InviteOrganisationForm): Promise<Result<IssuedCode>> {
  return recorded(actor, async (tx, record) => {
    const teamId = actor.teamId as TeamId;
    const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } });
    const { organisationId, profileKey } = await insertOrganisation(tx, teamId, "invited", form);
    const payload: InvitationPayload = {
      kind: "organisation",
      role: "reporter",
      teamLabel: team.label,
      organisationName: form.name,
      profileKey: base64UrlOf(profileKey),
    };
    wipe(profileKey);
    const issued = await insertInvitation(tx, payload, "open", { organisationId, isOwner: true });
    await record({ action: "organisation.invited", subjectId: organisationId, sealed: { name: form.name } });
    return ok(issued);
  });
}

/** A new code for an organisation whose first one ran out or was lost; the old one stops working. */
export function inviteOrganisationAgain(actor: Actor, organisationId: string): Promise<Result<IssuedCode>> {
  return recorded(actor, async (tx, record) => {
    const teamId = actor.teamId as TeamId;
    const row = await tx.organisation.findUnique({ where: { id: organisationId } });
    if (row?.state !== "invited") return refuse({ kind: "not-found", code: "organisation.none" });
    const team = await tx.team.findUniqueOrThrow({ where: { id: teamId } });
    const profileKey = await openObjectKey(actor, tx, "organisation", organisationId, [groups.team(teamId)]);
    const payload: InvitationPayload = {
      kind: "organisation",
      role: "reporter",
      teamLabel: team.label,
      organisationName: openProfile(profileKey, organisationId, row.sealed).name,
      profileKey: base64UrlOf(profileKey),
    };
    await tx.invitation.updateMany({ where: { organisationId, state: "open" }, data: { state: "withdrawn" } });
    const issued = await insertInvitation(tx, payload, "open", { organisationId, isOwner: true });
    await record({ action: "organisation.invited", subjectId: organisationId });
    return ok(issued);
  });
}

/** An owner invites a colleague. The organisation's key reaches the newcomer in an owner's later session. */
export function inviteMember(actor: Actor, { isOwner }: { isOwner: boolean }): Promise<Result<IssuedCode>> {
  return recorded(actor, async (tx, record) => {
    const { organisationId } = actor;
    if (!organisationId) return refuse({ kind: "not-found", code: "organisation.none" });
    const profile = (await readProfiles(actor, tx, [organisationId])).get(organisationId);
    const payload: InvitationPayload = {
      kind: "member",
      role: "reporter",
      teamLabel: null,
      organisationName: profile?.name ?? null,
      profileKey: null,
    };
    const issued = await insertInvitation(tx, payload, "open", { organisationId, isOwner });
    await record({ action: "invitation.made", subjectId: organisationId });
    return ok(issued);
  });
}

/** Takes a code back that was not used yet. Row-level security decides whose: staff's, the team's, the own organisation's. */
export function withdrawInvitation(actor: Actor, invitationId: string, kind: InvitationKind): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const invitation = await tx.invitation.findUnique({
      where: { id: invitationId },
      select: { organisationId: true },
    });
    // The row of an organisation is shown to its own team alone, the row of its invitation to every coordinator.
    const { organisationId } = invitation ?? {};
    if (organisationId && !(await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true } })))
      return refuse({ kind: "not-found", code: "invitation.none" });
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, kind, state: { in: ["proposed", "open"] } },
      data: { state: "withdrawn" },
    });
    if (count === 0) return refuse({ kind: "not-found", code: "invitation.none" });
    await record({ action: "invitation.withdrawn", subjectId: invitationId });
    return ok(null);
  });
}
