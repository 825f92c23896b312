import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import { listApprovers } from "#app/features/audit/approvals.server.ts";
import { padded } from "#app/features/audit/padded-json.ts";
import { ENDED_BY_REPORTER } from "#app/features/cases/case-status.ts";
import { openGroupVersion, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { Json } from "#app/kernel/json.ts";
import { now } from "#app/platform/clock.server.ts";
import { textOf } from "#app/platform/crypto/bytes.server.ts";
import { sha256 } from "#app/platform/crypto/hash.server.ts";
import { openWrap, sealWrap } from "#app/platform/crypto/wraps.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type CaseList, caseListSchema, isAgreed, isStale, type KeptList } from "./case-list.ts";

/** A letter to the team: every coordinator of it can read what is to leave, and nobody else. */
export async function insertList(tx: Transaction, teamId: string, id: string, list: CaseList) {
  const name = groups.team(teamId);
  const team = await publicKeyOf(tx, name);
  const sealed = sealWrap(team.publicKey, contextOf(id, name, team.version), padded(list as unknown as Json));
  await tx.caseList.createMany({ data: [{ id, teamId, keyVersion: team.version, sealed }] });
  return { id, sealedHash: sha256(sealed) };
}

export async function openLists(actor: Actor, tx: Transaction): Promise<KeptList[]> {
  const rows = await tx.caseList.findMany({ where: { teamId: actor.teamId ?? "" } });
  const lists: KeptList[] = [];
  for (const row of rows) lists.push(await openList(actor, tx, row));
  return lists;
}

/** @returns null for a list that is not there, another team's, or worth nothing any more; all look the same */
export async function findList(actor: Actor, tx: Transaction, id: string): Promise<KeptList | null> {
  const row = await tx.caseList.findUnique({ where: { id } });
  const list = row && (await openList(actor, tx, row));
  return list && (await isWorthKeeping(tx, list)) ? list : null;
}

/** Until it is old news, or one of its cases was withdrawn, erased or went behind the wall: then none of it leaves any more. */
export async function isWorthKeeping(tx: Transaction, list: KeptList): Promise<boolean> {
  if (isStale(list, now())) return false;
  const where = { id: { in: [...list.caseIds] }, status: { notIn: [...ENDED_BY_REPORTER] } };
  return (await tx.case.count({ where })) === list.caseIds.length;
}

interface ListRow {
  readonly id: string;
  readonly teamId: string;
  readonly keyVersion: number;
  readonly sealed: Uint8Array;
}

async function openList(actor: Actor, tx: Transaction, { id, teamId, keyVersion, sealed }: ListRow): Promise<KeptList> {
  const name = groups.team(teamId);
  const team = await openGroupVersion(actor, tx, name, keyVersion);
  const opened = openWrap(team, contextOf(id, name, keyVersion), sealed);
  return { id, sealedHash: sha256(sealed), ...caseListSchema.parse(JSON.parse(textOf(opened.slice()))) };
}

/**
 * What an approval binds to: this list, every character of it, and who asked. The hash lies plain and is therefore that of the
 * sealed bytes, which nobody can make a second time: with one of the text whoever holds the database could try what the
 * facets of a case are until it fits.
 */
export function approvalOf({ id, sealedHash }: Pick<KeptList, "id" | "sealedHash">) {
  return { subject: `case-list/${id}`, textHash: sealedHash };
}

/** Whether two persons have agreed to exactly this text; who has left the team meanwhile counts no more. */
export async function isListAgreed(actor: Actor, tx: Transaction, list: KeptList): Promise<boolean> {
  const approvers = await listApprovers(tx, approvalOf(list));
  const where = { userId: { in: approvers }, role: "intake", teamId: actor.teamId, user: { state: "active" } };
  const hats = await tx.hat.findMany({ where });
  return isAgreed(
    list,
    hats.filter(isGenuineHat).map(({ userId }) => userId),
  );
}

function contextOf(id: string, name: string, version: number) {
  return { kind: "case-list", objectId: id, objectVersion: 1, recipient: name, recipientVersion: version };
}
