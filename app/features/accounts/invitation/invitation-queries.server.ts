import type { Actor } from "#app/access/actor.ts";
import type { Role } from "#app/access/roles.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { namedTeam } from "#app/features/accounts/named-team.ts";
import { readProfiles } from "#app/features/organisations/organisation-keys.server.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { dayOf } from "#app/kernel/week.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { isGenuineInvitation } from "./invitation-voucher.server.ts";
import type { ListedOrganisation, Proposal } from "./listed-invitations.ts";
import { grantApprovals } from "./staff-invitation-commands.server.ts";

/** Colleagues on their way in, the one that runs out first on top. */
export function listProposals(actor: Actor): Promise<readonly Proposal[]> {
  return withActor(actor, (tx) => proposals(tx, actor));
}

/** @returns null where nothing waits under this id, or what waits was not made by the product */
export function findProposal(actor: Actor, invitationId: string): Promise<Proposal | null> {
  return withActor(actor, async (tx) => (await proposals(tx, actor, invitationId))[0] ?? null);
}

async function proposals(tx: Transaction, actor: Actor, id?: string): Promise<Proposal[]> {
  const rows = await tx.invitation.findMany({
    where: { kind: "staff", state: { in: ["proposed", "open"] }, expiresOn: { gte: dayOf(now()) }, ...(id && { id }) },
    orderBy: [{ expiresOn: "asc" }, { id: "asc" }],
  });
  const teams = await tx.team.findMany();
  const found: Proposal[] = [];
  for (const row of rows.filter(isGenuineInvitation)) {
    const approvals = await grantApprovals(tx, row);
    found.push({
      id: row.id,
      role: row.role as Role,
      team: namedTeam(teams, row.teamId),
      expiresOn: isoDayOf(row.expiresOn),
      isOpen: row.state === "open",
      approvedByIntake: approvals.some(({ role }) => role === "intake"),
      approvedByGuardian: approvals.some(({ role }) => role === "guardian"),
      approvedByMe: approvals.some(({ userId }) => userId === actor.userId),
    });
  }
  return found;
}

/** What waits for somebody comes first, what was imported last. */
const STATES: readonly ListedOrganisation["state"][] = ["invited", "confirmed", "imported"];

function byName(a: string, b: string): number {
  return a === "" || b === "" ? b.length - a.length : a.localeCompare(b);
}

/** The team's organisations by state and name. Names are opened with the team's key, for this page alone. */
export function listOrganisations(actor: Actor): Promise<readonly ListedOrganisation[]> {
  return withActor(actor, async (tx) => {
    const rows = await tx.organisation.findMany({ select: { id: true, state: true } });
    const ids = rows.map(({ id }) => id);
    const profiles = await readProfiles(actor, tx, ids);
    const waiting = await waitingInvitations(tx, "organisation", ids);
    return rows
      .flatMap(({ id, state }): ListedOrganisation[] => {
        const profile = profiles.get(id);
        const invitation = waiting.find(({ organisationId }) => organisationId === id);
        return profile
          ? [{ id, ...profile, state: state as ListedOrganisation["state"], invitation: invitation ?? null }]
          : [];
      })
      .sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || byName(a.name, b.name));
  });
}

/** Codes of these organisations that may still be redeemed. */
export async function waitingInvitations(
  tx: Transaction,
  kind: "organisation" | "member",
  organisationIds: readonly string[],
) {
  const rows = await tx.invitation.findMany({
    where: {
      kind,
      organisationId: { in: [...organisationIds] },
      state: "open",
      expiresOn: { gte: dayOf(now()) },
    },
  });
  return rows.map(({ id, organisationId, expiresOn, isOwner }) => ({
    id,
    organisationId,
    expiresOn: isoDayOf(expiresOn),
    isOwner,
  }));
}
