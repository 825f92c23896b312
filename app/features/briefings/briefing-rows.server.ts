import type { Actor } from "#app/access/actor.ts";
import { listApprovers as approversOf } from "#app/features/audit/approvals.server.ts";
import { STANDARD_TABLES, type TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { hexOf } from "#app/platform/crypto/bytes.server.ts";
import { sha256 } from "#app/platform/crypto/hash.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { briefingBytes } from "./briefing-hash.ts";
import type { KeptBriefing, KeptComment, KeptTableSet, KeptTables } from "./briefing-record.ts";
import { commentSeal, draftSeal, tablesSeal } from "./briefing-seals.server.ts";
import type { BriefingState } from "./briefing-transition.ts";

/** A briefing on its way, opened. */
export interface OpenBriefing {
  readonly id: BriefingId;
  readonly state: BriefingState;
  readonly version: number;
  readonly kept: KeptBriefing;
}

/** The tables that are wanted for it, opened, with the row they lie in. */
export interface OpenTableSet extends KeptTableSet {
  readonly id: string;
}

/** Its computed tables with the row they lie in. */
export interface OpenTables extends KeptTables, Pick<OpenTableSet, "id" | "chosenBy"> {}

/** @returns null where there is none @throws KeyNotHeld for whoever holds no editorial key */
export async function findBriefing(actor: Actor, tx: Transaction, id: string): Promise<OpenBriefing | null> {
  const row = await tx.briefing.findUnique({ where: { id } });
  return row && openBriefing(actor, tx, row);
}

type BriefingRow = NonNullable<Awaited<ReturnType<Transaction["briefing"]["findUnique"]>>>;

/** @throws KeyNotHeld */
export async function openBriefing(actor: Actor, tx: Transaction, row: BriefingRow): Promise<OpenBriefing> {
  const { id, state, version } = row;
  const kept = await draftSeal.open(actor, tx, row);
  return { id: id as BriefingId, state: state as BriefingState, version, kept };
}

/**
 * Writes an editor's change.
 * @param briefing with the version it was read at and the state it shall have
 * @returns false where somebody was faster
 */
export async function writeBriefing(
  actor: Actor,
  tx: Transaction,
  { id, version, state, kept }: OpenBriefing,
): Promise<boolean> {
  const { sealed, keyVersion } = await draftSeal.seal(actor, tx, id, kept);
  const data = { version: version + 1, state, sealed, keyVersion };
  return (await tx.briefing.updateMany({ where: { id, version }, data })).count === 1;
}

/** Moves a briefing without touching a word of it: all that a guardian may do. @returns false where somebody was faster */
export async function moveRow(
  tx: Transaction,
  { id, version }: Pick<OpenBriefing, "id" | "version">,
  state: BriefingState,
): Promise<boolean> {
  return (await tx.briefing.updateMany({ where: { id, version }, data: { version: version + 1, state } })).count === 1;
}

/** The one set of tables of a briefing. @returns null where nothing was chosen for it yet */
export async function findTableSet(actor: Actor, tx: Transaction, briefingId: string): Promise<OpenTableSet | null> {
  const select = { id: true, sealed: true, keyVersion: true };
  const row = await tx.tableSet.findFirst({ where: { briefingId }, select });
  return row && { ...(await tablesSeal.open(actor, tx, row)), id: row.id };
}

/** The list of tables: its own, else the one that was computed last for another briefing, else the standard one. */
export async function listChoices(
  actor: Actor,
  tx: Transaction,
  own: Pick<OpenTableSet, "choices"> | null,
): Promise<readonly TableChoice[]> {
  if (own) return own.choices;
  const sets: KeptTableSet[] = [];
  for (const row of await tx.tableSet.findMany({ select: { id: true, sealed: true, keyVersion: true } }))
    sets.push(await tablesSeal.open(actor, tx, row));
  const at = ({ computed }: KeptTableSet) => computed?.computedAt ?? "";
  return sets.sort((one, other) => at(other).localeCompare(at(one)))[0]?.choices ?? STANDARD_TABLES;
}

/** The tables as computed. @returns null where they are not, or others were chosen since */
export async function findTables(actor: Actor, tx: Transaction, briefingId: string): Promise<OpenTables | null> {
  const set = await findTableSet(actor, tx, briefingId);
  return set?.computed ? { ...set.computed, id: set.id, chosenBy: set.chosenBy } : null;
}

/** What an approval of exactly these words and figures is bound to. */
export function approvalHash({ draft }: KeptBriefing, { release }: KeptTables): Uint8Array<ArrayBuffer> {
  return sha256(briefingBytes(draft, release));
}

export const approvalSubject = (briefingId: string) => `release/${briefingId}`;
export const hashText = hexOf;

/** The people who approved exactly these words and figures, by user id. */
export function listApprovers(
  tx: Transaction,
  briefingId: string,
  textHash: Uint8Array<ArrayBuffer>,
): Promise<string[]> {
  return approversOf(tx, { subject: approvalSubject(briefingId), textHash });
}

/** Oldest first. */
export async function listComments(actor: Actor, tx: Transaction, briefingId: string): Promise<KeptComment[]> {
  const comments: KeptComment[] = [];
  for (const row of await tx.briefingComment.findMany({ where: { briefingId } }))
    comments.push(await commentSeal.open(actor, tx, row));
  return comments.sort((one, other) => one.at.localeCompare(other.at));
}
