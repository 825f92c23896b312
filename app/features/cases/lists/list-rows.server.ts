import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import { listApprovers } from "#app/features/audit/approvals.server.ts";
import { openGroupVersion, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { daysAfter } from "#app/kernel/week.ts";
import { base64UrlOf, utf8 } from "#app/platform/crypto/bytes.server.ts";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import { ctx, sha256 } from "#app/platform/crypto/hash.server.ts";
import { openTextLetter, sealLetter } from "#app/platform/crypto/letters.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { caseListSchema, isAgreed, type KeptList, LIST_LASTS_DAYS } from "./case-list.ts";

export const hashOf = (content: string): string => base64UrlOf(sha256(utf8(content)));

/** Two letters to the team: every coordinator of it can read what is to leave, and nobody else. */
export async function insertList(tx: Transaction, teamId: string, { id, ...list }: KeptList, content: string) {
  const name = groups.team(teamId);
  const { publicKey, version } = await publicKeyOf(tx, name);
  const letter = (part: Part, text: string) => sealLetter(publicKey, contextOf(part, id, name, version), text);
  const row = { sealed: letter("case-list", JSON.stringify(list)), content: letter("case-list-content", content) };
  const expiresOn = daysAfter(new Date(list.at), LIST_LASTS_DAYS);
  await tx.caseList.createMany({ data: [{ id, teamId, keyVersion: version, ...row, expiresOn }] });
}

/** Without what they hold: a page that lists them has no need to open it. */
const SAID = { id: true, teamId: true, keyVersion: true, sealed: true } as const;

export async function openLists(actor: Actor, tx: Transaction): Promise<KeptList[]> {
  const rows = await tx.caseList.findMany({ where: { teamId: actor.teamId ?? "" }, select: SAID });
  const lists: KeptList[] = [];
  for (const row of rows) lists.push(await openList(actor, tx, row));
  return lists;
}

/** @returns null for a list that is not there or another team's; both look the same */
export async function findList(actor: Actor, tx: Transaction, id: string): Promise<KeptList | null> {
  const row = await tx.caseList.findUnique({ where: { id }, select: SAID });
  return row && openList(actor, tx, row);
}

/** What is to leave, exactly as it was when both agreed. @throws SealBroken where it is not what the list says */
export async function openContent(actor: Actor, tx: Transaction, { id, textHash }: KeptList): Promise<string> {
  const row = await tx.caseList.findUniqueOrThrow({ where: { id } });
  const content = await openLetterOf(actor, tx, "case-list-content", row, row.content);
  if (hashOf(content) !== textHash) throw new SealBroken();
  return content;
}

interface ListRow {
  readonly id: string;
  readonly teamId: string;
  readonly keyVersion: number;
}

async function openList(actor: Actor, tx: Transaction, row: ListRow & { readonly sealed: Uint8Array }) {
  const opened = await openLetterOf(actor, tx, "case-list", row, row.sealed);
  return { id: row.id, ...caseListSchema.parse(JSON.parse(opened)) };
}

async function openLetterOf(
  actor: Actor,
  tx: Transaction,
  part: Part,
  { id, teamId, keyVersion }: ListRow,
  letter: Uint8Array,
): Promise<string> {
  const name = groups.team(teamId);
  const team = await openGroupVersion(actor, tx, name, keyVersion);
  return openTextLetter(team, contextOf(part, id, name, keyVersion), letter);
}

/** What an approval binds to: this list, for whom it is sealed, and every character of what is to leave. */
export function approvalOf({
  id,
  kind,
  recipient,
  textHash,
}: Pick<KeptList, "id" | "textHash" | "kind" | "recipient">) {
  return { subject: `case-list/${id}`, textHash: ctx("case-list", kind, recipient ?? "", textHash) };
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

type Part = "case-list" | "case-list-content";

function contextOf(kind: Part, id: string, name: string, version: number) {
  return { kind, objectId: id, objectVersion: 1, recipient: name, recipientVersion: version };
}
