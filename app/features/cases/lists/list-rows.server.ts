import type { Actor } from "#app/access/actor.ts";
import { approversOfTeam } from "#app/features/audit/team-approvers.server.ts";
import { ENDED_BY_REPORTER } from "#app/features/cases/case-status.ts";
import { type LetterRow, lettersTo, openTeamLetter } from "#app/features/keyring/team-letters.server.ts";
import { daysAfter } from "#app/kernel/week.ts";
import { now } from "#app/platform/clock.server.ts";
import { base64UrlOf, utf8 } from "#app/platform/crypto/bytes.server.ts";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import { sha256 } from "#app/platform/crypto/hash.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type CaseList, caseListSchema, isAgreed, isStale, type KeptList, LIST_LASTS_DAYS } from "./case-list.ts";

export const hashOf = (content: string): string => base64UrlOf(sha256(utf8(content)));

/** Two letters to the team: every coordinator of it can read what is to leave, and nobody else. */
export async function insertList(
  tx: Transaction,
  teamId: string,
  id: string,
  list: CaseList,
  content: string,
): Promise<KeptList> {
  const letters = await lettersTo(tx, teamId);
  const sealed = letters.seal("case-list", id, JSON.stringify(list));
  const row = { sealed, content: letters.seal("case-list-content", id, content) };
  const expiresOn = daysAfter(new Date(list.at), LIST_LASTS_DAYS);
  await tx.caseList.createMany({ data: [{ id, teamId, keyVersion: letters.keyVersion, ...row, expiresOn }] });
  return { id, sealedHash: sha256(sealed), ...list };
}

/** Without what they hold: a page that lists them has no need to open it. */
const SAID = { id: true, teamId: true, keyVersion: true, sealed: true } as const;

export async function openLists(actor: Actor, tx: Transaction): Promise<KeptList[]> {
  const rows = await tx.caseList.findMany({ where: { teamId: actor.teamId ?? "" }, select: SAID });
  const lists: KeptList[] = [];
  for (const row of rows) lists.push(await openList(actor, tx, row));
  return lists;
}

/** @returns null for a list that is not there, another team's, or worth nothing any more; all look the same */
export async function findList(actor: Actor, tx: Transaction, id: string): Promise<KeptList | null> {
  const row = await tx.caseList.findUnique({ where: { id }, select: SAID });
  const list = row && (await openList(actor, tx, row));
  return list && (await isWorthKeeping(tx, list)) ? list : null;
}

/** Until it is old news, or one of its cases was withdrawn, erased or went behind the wall: then none of it leaves any more. */
export async function isWorthKeeping(tx: Transaction, list: KeptList): Promise<boolean> {
  if (isStale(list, now())) return false;
  const ids = list.holds.map(({ caseId }) => caseId);
  const where = { id: { in: ids }, status: { notIn: [...ENDED_BY_REPORTER] } };
  return (await tx.case.count({ where })) === ids.length;
}

/** What is to leave, exactly as it was when both agreed. @throws SealBroken where it is not what the list says */
export async function openContent(actor: Actor, tx: Transaction, { id, textHash }: KeptList): Promise<string> {
  const row = await tx.caseList.findUniqueOrThrow({ where: { id } });
  const content = await openTeamLetter(actor, tx, "case-list-content", row, row.content);
  if (hashOf(content) !== textHash) throw new SealBroken();
  return content;
}

async function openList(actor: Actor, tx: Transaction, row: LetterRow & { readonly sealed: Uint8Array }) {
  const opened = await openTeamLetter(actor, tx, "case-list", row, row.sealed);
  return { id: row.id, sealedHash: sha256(row.sealed), ...caseListSchema.parse(JSON.parse(opened)) };
}

/**
 * What an approval binds to: this list, every character of it, for whose key it is sealed, and who asked. The hash lies plain and
 * is therefore that of the sealed bytes, which nobody can make a second time: with one of the text whoever holds the
 * database could try what the facets of a case are until it fits. What is to leave hangs on it by its own hash, inside.
 */
export function approvalOf({ id, sealedHash }: Pick<KeptList, "id" | "sealedHash">) {
  return { subject: `case-list/${id}`, textHash: sealedHash };
}

/** Whether two persons have agreed to exactly this text; who has left the team meanwhile counts no more. */
export async function isListAgreed(actor: Actor, tx: Transaction, list: KeptList): Promise<boolean> {
  return isAgreed(list, await approversOfTeam(actor, tx, approvalOf(list)));
}
