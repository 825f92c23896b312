import type { Actor } from "#app/access/actor.ts";
import type { Role } from "#app/access/roles.ts";
import { approvedText, approversOf } from "#app/features/accounts/approvers.server.ts";
import { insertApproval } from "#app/features/audit/approvals.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { TeamId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { grantSubject, grantText, type InvitationPayload, type IssuedCode, isGranted } from "./invitation.ts";
import { isGenuineInvitation } from "./invitation-voucher.server.ts";
import { insertInvitation } from "./new-invitation.server.ts";

/** The administrator proposes a colleague's role and team. The code works once a guardian and a coordinator approved. */
export function proposeColleague(
  actor: Actor,
  { role, teamId }: { role: Role; teamId: TeamId | null },
): Promise<Result<IssuedCode>> {
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

/** One of the two approvals a colleague's role needs; the second opens the invitation. */
export function approveColleague(actor: Actor, invitationId: string): Promise<Result<{ open: boolean }>> {
  return recorded(actor, async (tx, record) => {
    const invitation = await tx.invitation.findUnique({ where: { id: invitationId } });
    if (invitation?.kind !== "staff" || !isGenuineInvitation(invitation))
      return refuse({ kind: "not-found", code: "invitation.none" });
    if (invitation.state !== "proposed") return refuse({ kind: "conflict", code: "people.not-waiting" });
    const isNew = await insertApproval(
      tx,
      actor.userId,
      approvedText(grantSubject(invitationId), grantText(invitation)),
    );
    if (!isNew) return refuse({ kind: "conflict", code: "people.second-person-required" });
    const open = isGranted(await grantApprovals(tx, invitation));
    if (open)
      await tx.invitation.updateMany({ where: { id: invitationId, state: "proposed" }, data: { state: "open" } });
    await record({ action: "invitation.approved", subjectId: invitationId });
    return ok({ open });
  });
}

/** Who approved exactly this role and team, with the roles they have today. */
export function grantApprovals(tx: Transaction, invitation: { id: string; role: string; teamId: string | null }) {
  return approversOf(tx, grantSubject(invitation.id), grantText(invitation));
}
