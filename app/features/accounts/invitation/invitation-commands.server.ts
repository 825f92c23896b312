import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import type { Role } from "#app/access/roles.ts";
import { insertApproval, listApprovers } from "#app/features/audit/approvals.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { openObjectKey } from "#app/features/keyring/object-keys.server.ts";
import { insertOrganisation } from "#app/features/organisations/new-organisation.server.ts";
import { openProfile, readProfiles } from "#app/features/organisations/organisation-keys.server.ts";
import type { InviteOrganisationForm } from "#app/features/organisations/organisation-profile.ts";
import type { TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { daysAfter } from "#app/kernel/week.ts";
import { now } from "#app/platform/clock.server.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { codeSubkey, hashCode, newCode } from "#app/platform/crypto/codes.server.ts";
import { sealField } from "#app/platform/crypto/fields.server.ts";
import { approvalHash } from "#app/platform/crypto/hash.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import {
  grantSubject,
  grantText,
  INVITATION_LASTS_DAYS,
  type InvitationKind,
  type InvitationPayload,
  type InvitationState,
  type IssuedCode,
  isGranted,
} from "./invitation.ts";
import { invitationIdFor, isGenuineInvitation } from "./invitation-voucher.server.ts";

/** The code and what is printed with it, shown once to whoever invites; only its hash is kept. */
export type Invited = IssuedCode;

/** Puts an organisation on the team's register and makes the code for its first member. */
export function inviteOrganisation(actor: Actor, form: InviteOrganisationForm): Promise<Result<Invited>> {
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
export function inviteOrganisationAgain(actor: Actor, organisationId: string): Promise<Result<Invited>> {
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
export function inviteMember(actor: Actor, { isOwner }: { isOwner: boolean }): Promise<Result<Invited>> {
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

/** The administrator proposes a colleague's role and team. The code works once a guardian and a coordinator approved. */
export function proposeColleague(
  actor: Actor,
  { role, teamId }: { role: Role; teamId: TeamId | null },
): Promise<Result<Invited>> {
  return recorded(actor, async (tx, record) => {
    const team = teamId && (await tx.team.findUnique({ where: { id: teamId } }));
    if (teamId && !team) return refuse({ kind: "not-found", code: "invitation.none" });
    const payload: InvitationPayload = {
      kind: "staff",
      role,
      teamLabel: team ? team.label : null,
      organisationName: null,
      profileKey: null,
    };
    const issued = await insertInvitation(tx, payload, "proposed", { teamId });
    await record({ action: "invitation.proposed", sealed: { role, teamId } });
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

/** One of the two approvals a colleague's role needs; the second opens the invitation. */
export function approveColleague(actor: Actor, invitationId: string): Promise<Result<{ open: boolean }>> {
  return recorded(actor, async (tx, record) => {
    const invitation = await tx.invitation.findUnique({ where: { id: invitationId } });
    if (invitation?.kind !== "staff" || !isGenuineInvitation(invitation))
      return refuse({ kind: "not-found", code: "invitation.none" });
    const subject = grantSubject(invitationId);
    const textHash = approvalHash(subject, grantText(invitation));
    if (invitation.state !== "proposed") return refuse({ kind: "conflict", code: "people.not-waiting" });
    const isNew = await insertApproval(tx, actor.userId, { subject, textHash });
    if (!isNew) return refuse({ kind: "conflict", code: "people.second-person-required" });
    const open = isGranted(await grantApprovals(tx, invitation));
    if (open)
      await tx.invitation.updateMany({ where: { id: invitationId, state: "proposed" }, data: { state: "open" } });
    await record({ action: "invitation.approved", subjectId: invitationId });
    return ok({ open });
  });
}

/** Who approved exactly this role and team, with the roles they have today. */
export async function grantApprovals(tx: Transaction, invitation: { id: string; role: string; teamId: string | null }) {
  const subject = grantSubject(invitation.id);
  const userIds = await listApprovers(tx, { subject, textHash: approvalHash(subject, grantText(invitation)) });
  const hats = await tx.hat.findMany({ where: { userId: { in: userIds } } });
  return hats.filter(isGenuineHat).map(({ userId, role }) => ({ userId, role: role as Role }));
}

async function insertInvitation(
  tx: Transaction,
  payload: InvitationPayload,
  state: InvitationState,
  place: { organisationId?: string; teamId?: string | null; isOwner?: boolean },
): Promise<IssuedCode> {
  const code = newCode();
  const { kind, role } = payload;
  const expiresOn = daysAfter(now(), INVITATION_LASTS_DAYS);
  const facts = { kind, role, codeHash: hashCode(code), expiresOn, ...place };
  const id = invitationIdFor(facts);
  const key = codeSubkey(code, "invitation");
  const sealed = sealField(key, invitationPlace(id), JSON.stringify(payload));
  wipe(key);
  await tx.invitation.createMany({ data: { ...facts, id, sealed, state } });
  const where = payload.organisationName ?? payload.teamLabel;
  return { code, kind, role, place: where, expiresOn: expiresOn.toISOString().slice(0, 10) };
}

export function invitationPlace(rowId: string) {
  return { table: "invitations", column: "sealed", rowId };
}
