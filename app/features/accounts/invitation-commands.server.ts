import type { Actor } from "#app/access/actor.ts";
import type { Role } from "#app/access/roles.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { insertOrganisation } from "#app/features/organisations/new-organisation.server.ts";
import { readProfiles } from "#app/features/organisations/organisation-keys.server.ts";
import type { InviteOrganisationForm } from "#app/features/organisations/organisation-profile.ts";
import type { TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { daysAfter, weekOf } from "#app/kernel/week.ts";
import { now } from "#app/platform/clock.server.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { codeSubkey, hashCode, newCode, newId } from "#app/platform/crypto/codes.server.ts";
import { sealField } from "#app/platform/crypto/fields.server.ts";
import { approvalHash } from "#app/platform/crypto/hash.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import {
  grantSubject,
  grantText,
  INVITATION_LASTS_DAYS,
  type InvitationPayload,
  type InvitationState,
  isGranted,
} from "./invitation.ts";

/** The code, shown once to whoever invites; only its hash is kept. */
export interface Invited {
  readonly code: string;
}

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
    const code = await insertInvitation(tx, payload, "open", { organisationId, isOwner: true });
    await record({ action: "organisation.invited", subjectId: organisationId, sealed: { name: form.name } });
    return ok({ code });
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
    const code = await insertInvitation(tx, payload, "open", { organisationId, isOwner });
    await record({ action: "invitation.made", subjectId: organisationId });
    return ok({ code });
  });
}

/** The administrator proposes a colleague's role and team. The code works once a guardian and a coordinator approved. */
export function proposeColleague(
  actor: Actor,
  { role, teamId }: { role: Role; teamId: TeamId | null },
): Promise<Result<Invited>> {
  return recorded(actor, async (tx, record) => {
    const team = teamId && (await tx.team.findUnique({ where: { id: teamId } }));
    const payload: InvitationPayload = {
      kind: "staff",
      role,
      teamLabel: team ? team.label : null,
      organisationName: null,
      profileKey: null,
    };
    const code = await insertInvitation(tx, payload, "proposed", { teamId });
    await record({ action: "invitation.proposed", sealed: { role, teamId } });
    return ok({ code });
  });
}

/** One of the two approvals a colleague's role needs; the second opens the invitation. */
export function approveColleague(actor: Actor, invitationId: string): Promise<Result<{ open: boolean }>> {
  return recorded(actor, async (tx, record) => {
    const invitation = await tx.invitation.findUnique({ where: { id: invitationId } });
    if (!invitation || invitation.kind !== "staff") return refuse({ kind: "not-found", code: "invitation.none" });
    const subject = grantSubject(invitationId);
    const textHash = approvalHash(subject, grantText(invitation));
    if (invitation.state !== "proposed") return refuse({ kind: "conflict", code: "people.not-waiting" });
    const { count } = await tx.approval.createMany({
      data: { id: newId(), userId: actor.userId, subject, textHash, week: weekOf(now()) },
      skipDuplicates: true,
    });
    if (count === 0) return refuse({ kind: "conflict", code: "people.second-person-required" });
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
  const rows = await tx.approval.findMany({
    where: { subject, textHash: approvalHash(subject, grantText(invitation)) },
  });
  const hats = await tx.hat.findMany({ where: { userId: { in: rows.map(({ userId }) => userId) } } });
  return hats.map(({ userId, role }) => ({ userId, role: role as Role }));
}

async function insertInvitation(
  tx: Transaction,
  payload: InvitationPayload,
  state: InvitationState,
  place: { organisationId?: string; teamId?: string | null; isOwner?: boolean },
): Promise<string> {
  const code = newCode();
  const id = newId();
  const key = codeSubkey(code, "invitation");
  const sealed = sealField(key, invitationPlace(id), JSON.stringify(payload));
  wipe(key);
  const { kind, role } = payload;
  const expiresOn = daysAfter(now(), INVITATION_LASTS_DAYS);
  await tx.invitation.createMany({
    data: { id, kind, role, codeHash: hashCode(code), sealed, state, expiresOn, ...place },
  });
  return code;
}

export function invitationPlace(rowId: string) {
  return { table: "invitations", column: "sealed", rowId };
}
