import type { Actor } from "#app/access/actor.ts";
import { approversOfTeam } from "#app/features/audit/team-approvers.server.ts";
import { lettersTo, openTeamLetter } from "#app/features/keyring/team-letters.server.ts";
import { canonicalJson } from "#app/kernel/canonical-json.ts";
import type { StateNoteId } from "#app/kernel/id.ts";
import type { Json } from "#app/kernel/json.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256, sha256Hex } from "#app/platform/crypto/hash.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { KeptNote, NoteContent, StateNoteRecord } from "./state-note.ts";

/** Two letters to the team: every coordinator of it reads what is kept and what is to leave, and nobody else. */
const RECORD = "state-note";
const CONTENT = "state-note-content";

/** One text for one content, as it is hashed and as it is sent. */
export const noteJson = (content: NoteContent): string => canonicalJson(content as unknown as Json);
export const noteHash = (content: NoteContent): string => sha256Hex(utf8(noteJson(content)));

export async function insertNote(
  tx: Transaction,
  teamId: string,
  id: StateNoteId,
  record: StateNoteRecord,
  content: NoteContent,
): Promise<void> {
  const letters = await lettersTo(tx, teamId);
  const { keyVersion } = letters;
  await tx.stateNote.createMany({
    data: {
      ...{ id, teamId, version: 1, keyVersion, contentKeyVersion: keyVersion },
      expiresOn: new Date(record.expiresOn),
      sealed: letters.seal(RECORD, id, JSON.stringify(record)),
      sealedContent: letters.seal(CONTENT, id, noteJson(content)),
    },
  });
}

export async function findNote(actor: Actor, tx: Transaction, id: StateNoteId): Promise<KeptNote | null> {
  const row = await tx.stateNote.findUnique({ where: { id } });
  return row && opened(actor, tx, row);
}

/** Latest first. */
export async function openNotes(actor: Actor, tx: Transaction): Promise<KeptNote[]> {
  const notes: KeptNote[] = [];
  for (const row of await tx.stateNote.findMany({ where: { teamId: actor.teamId ?? "" } }))
    notes.push(await opened(actor, tx, row));
  return notes.sort((a, b) => b.madeOn.localeCompare(a.madeOn) || a.id.localeCompare(b.id));
}

type Row = NonNullable<Awaited<ReturnType<Transaction["stateNote"]["findUnique"]>>>;

async function opened(actor: Actor, tx: Transaction, row: Row): Promise<KeptNote> {
  const { id, teamId, version, keyVersion, contentKeyVersion, sealed, sealedContent } = row;
  const record: StateNoteRecord = JSON.parse(
    await openTeamLetter(actor, tx, RECORD, { id, teamId, keyVersion }, sealed),
  );
  const kept = { ...record, id: id as StateNoteId, version };
  if (!sealedContent) return { ...kept, content: null, sealedHash: null };
  const at = { id, teamId, keyVersion: contentKeyVersion };
  const content: NoteContent = JSON.parse(await openTeamLetter(actor, tx, CONTENT, at, sealedContent));
  return { ...kept, content, sealedHash: sha256(sealedContent) };
}

/** The record alone, as it is sealed. */
export function recordOf({ id: _, version: __, content: ___, sealedHash: ____, ...record }: KeptNote): StateNoteRecord {
  return record;
}

interface Rewritten {
  readonly record: StateNoteRecord;
  /** left out it stays byte for byte as it is, and with it every word that was given on it */
  readonly content?: NoteContent;
}

/** @returns whether the row was still as it was read: of two people who do something at once one is told so */
export async function rewriteNote(
  tx: Transaction,
  teamId: string,
  { id, version }: Pick<KeptNote, "id" | "version">,
  { record, content }: Rewritten,
): Promise<boolean> {
  const letters = await lettersTo(tx, teamId);
  const { keyVersion } = letters;
  const { count } = await tx.stateNote.updateMany({
    where: { id, version },
    data: {
      ...{ version: version + 1, keyVersion },
      sealed: letters.seal(RECORD, id, JSON.stringify(record)),
      ...(content && { contentKeyVersion: keyVersion, sealedContent: letters.seal(CONTENT, id, noteJson(content)) }),
    },
  });
  return count === 1;
}

/**
 * What a word binds to: this note and its content, by the sealed bytes, which nobody can make a second time. The plain
 * hash of the content would let whoever holds the database try letters until one fits.
 */
export function approvalOf({
  id,
  sealedHash,
}: Pick<KeptNote, "id"> & { readonly sealedHash: Uint8Array<ArrayBuffer> }) {
  return { subject: `state-note/${id}`, textHash: sealedHash };
}

/** Who of the team has given their word on exactly this content. */
export async function approversOf(
  actor: Actor,
  tx: Transaction,
  { id, sealedHash }: KeptNote,
): Promise<readonly string[]> {
  return sealedHash ? approversOfTeam(actor, tx, approvalOf({ id, sealedHash })) : [];
}
