import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import { may } from "#app/access/policy.ts";
import { isGranted } from "#app/features/accounts/invitation/invitation.ts";
import { grantApprovals } from "#app/features/accounts/invitation/staff-invitation-commands.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { type GroupKey, KeyNotHeld, openGroup } from "#app/features/keyring/group-keys.server.ts";
import { type GroupName, groups } from "#app/features/keyring/group-name.ts";
import { addMember, rotateGroup } from "#app/features/keyring/new-groups.server.ts";
import { groupsOf } from "#app/features/keyring/role-groups.ts";
import { userRecipient } from "#app/features/keyring/user-keys.server.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { groupsOfHat } from "./hat-groups.ts";

/**
 * Seals the keys this person holds to everyone whose hat asks for them and who still waits, and makes the next version
 * of those that somebody left. Only a holder can, so it runs in the holder's own request: at sign-in and on demand.
 * @returns how many wraps were made
 */
export function grantWaitingKeys(actor: Actor): Promise<Result<{ granted: number }>> {
  // Its own command: whatever form it rides on has another.
  const unbound = { ...actor, submission: null };
  return recorded(unbound, async (tx, record) => {
    let granted = 0;
    const teamIds = (await tx.team.findMany({ select: { id: true } })).map(({ id }) => id);
    for (const name of grantableBy(actor, teamIds)) {
      const held = await openOrNull(unbound, tx, name);
      if (!held) continue;
      const entitled = await entitledTo(tx, actor, name, teamIds);
      if (await renewIfDue(tx, name, held, entitled)) {
        await record({ action: "key.rotated", sealed: { name } });
        continue;
      }
      const waiting = await withoutWrap(tx, name, held.version, entitled);
      for (const userId of waiting) await addMember(tx, name, held, await userRecipient(tx, userId));
      if (waiting.length > 0) await record({ action: "key.granted", sealed: { name, to: waiting } });
      granted += waiting.length;
    }
    return ok({ granted });
  });
}

/**
 * Only who sees everybody's hats may give or renew a key: others would seal the next version to themselves alone and
 * shut everybody else out. Coordinators and guardians together hold every group; an organisation's key is its owners'.
 */
function grantableBy(actor: Actor, teamIds: readonly string[]): readonly GroupName[] {
  return may(actor, "keys.grant") ? groupsOf(actor, teamIds) : [];
}

async function openOrNull(actor: Actor, tx: Transaction, name: GroupName): Promise<GroupKey | null> {
  try {
    return await openGroup(actor, tx, name);
  } catch (error) {
    if (error instanceof KeyNotHeld) return null;
    throw error;
  }
}

/** Active people whose hats ask for the group, and whose role two persons approved where it needs that. */
async function entitledTo(
  tx: Transaction,
  actor: Actor,
  name: GroupName,
  teamIds: readonly string[],
): Promise<string[]> {
  const isOwn = actor.organisationId !== null && name === groups.organisation(actor.organisationId);
  const hats = await tx.hat.findMany({
    where: isOwn ? { organisationId: actor.organisationId } : { role: { not: "reporter" } },
  });
  const wearers = hats.filter(isGenuineHat).filter((hat) => groupsOfHat(hat, teamIds).includes(name));
  const approved = isOwn ? wearers : await filterApproved(tx, wearers);
  const ids = [...new Set(approved.map(({ userId }) => userId))];
  const active = await tx.user.findMany({ where: { id: { in: ids }, state: "active" }, select: { id: true } });
  return active.map(({ id }) => id);
}

/** The people of the first day were made by `thaw setup`; everybody after them came by a staff invitation. */
async function filterApproved<H extends { userId: string; role: string; teamId: string | null }>(
  tx: Transaction,
  hats: readonly H[],
): Promise<H[]> {
  const invitations = await tx.invitation.findMany({
    where: { kind: "staff", userId: { in: hats.map(({ userId }) => userId) } },
  });
  const kept: H[] = [];
  for (const hat of hats) {
    const invitation = invitations.find(({ userId }) => userId === hat.userId);
    const fits = invitation && invitation.role === hat.role && invitation.teamId === hat.teamId;
    if (!invitation || (fits && isGranted(await grantApprovals(tx, invitation)))) kept.push(hat);
  }
  return kept;
}

async function withoutWrap(tx: Transaction, name: GroupName, version: number, userIds: readonly string[]) {
  const wraps = await tx.wrap.findMany({
    where: { objectKind: "group", objectId: name, objectVersion: version, recipientKind: "user" },
    select: { recipientId: true },
  });
  const holders = new Set(wraps.map(({ recipientId }) => recipientId));
  return userIds.filter((id) => !holders.has(id));
}

async function renewIfDue(tx: Transaction, name: GroupName, held: GroupKey, entitled: readonly string[]) {
  const { rotationDue } = await tx.groupKey.findUniqueOrThrow({
    where: { name_version: { name, version: held.version } },
  });
  if (!rotationDue) return false;
  const members = await Promise.all(entitled.map((id) => userRecipient(tx, id)));
  await rotateGroup(tx, name, held, members);
  await tx.groupKey.updateMany({ where: { name, version: held.version }, data: { rotationDue: false } });
  return true;
}
