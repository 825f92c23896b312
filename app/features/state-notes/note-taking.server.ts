import type { Actor } from "#app/access/actor.ts";
import type { LoadContext } from "#app/access/load-context.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openAt } from "#app/features/referrals/at-referral.server.ts";
import { openFrozen } from "#app/features/referrals/frozen-files.server.ts";
import { findReferral } from "#app/features/referrals/referral-rows.server.ts";
import {
  bundleAnswer,
  findLeaving,
  type Leaving,
  noteTaking,
  onTheirWay,
} from "#app/features/referrals/taking-out.server.ts";
import type { StateNoteId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { type OnNote, onNote } from "./at-note.server.ts";
import { type LeavingPart, noteArchive } from "./note-archive.server.ts";
import type { KeptNote, NoteContent } from "./state-note.ts";
import { NOT_WHOLE, NOTE_CHANGED, NOTE_EXPIRED } from "./state-note-refusals.ts";
import { findNote, noteHash, recordOf, rewriteNote } from "./state-note-rows.server.ts";
import { isOver } from "./state-note-standing.ts";
import { told } from "./state-note-writing.server.ts";

/**
 * The bundle, sealed to the receiver's key while it is sent. That it was taken out stands in the history of every case in
 * it before the first byte leaves; two words, each consent, each agreement and each day are asked for at that moment.
 */
export async function takeNote(
  actor: Actor,
  { id, version }: { readonly id: StateNoteId; readonly version: number },
  line: Pick<LoadContext, "taken">,
): Promise<Result<Response>> {
  const taken = await onNote(actor, { id, version }, noteLeaving);
  if (!taken.ok) return taken;
  const leaving = await readLeaving(actor, id);
  if (!leaving) return refuse(NOTE_CHANGED);
  const parts: LeavingPart[] = [];
  for (const [at, { content, files }] of leaving.parts.entries()) {
    const opened = await openFrozen(actor, leaving.note.parts[at]!.caseId, files);
    if (!opened.ok) return opened;
    parts.push({ content, files: onTheirWay(content, opened.value) });
  }
  const { content } = leaving;
  const archive = noteArchive(content, parts);
  return ok(await bundleAnswer(archive, { key: content.receiver.key, hash: noteHash(content) }, line));
}

async function noteLeaving(at: OnNote): Promise<Result<null>> {
  const { actor, tx, teamId, note, record } = at;
  const today = isoDayOf(now());
  if (!note.content || isOver(note, today)) return refuse(NOTE_EXPIRED);
  const isReady = at.state === "approved" || (at.state === "taken" && at.parts.every((part) => part.content !== null));
  if (!isReady) return refuse(NOT_WHOLE);
  const { parts } = note.content;
  // The record says where a part is found, the content what two people have read: both must mean the same.
  if (parts.length !== note.parts.length || parts.some(({ sha256 }, place) => sha256 !== note.parts[place]?.hash))
    throw new Error("a note is not what was approved");
  for (const { caseId, referralId } of note.parts) {
    const there = await openAt(actor, { tx, record, caseId });
    const referral = there && (await findReferral(tx, caseId, referralId, there.caseKey));
    if (!referral) return refuse(NOT_WHOLE);
    const left = await noteTaking(there!, referral, "in-note");
    if (!left.ok) return left;
  }
  const next = { ...recordOf(note), taken: [...note.taken, { by: actor.userId, on: today }] };
  if (!(await rewriteNote(tx, teamId, note, { record: next }))) return refuse(NOTE_CHANGED);
  await record({
    action: "case.state-note-taken",
    subjectId: note.id,
    sealed: { ...told(next), hash: noteHash(note.content) },
  });
  return ok(null);
}

interface LeavingNote {
  readonly note: KeptNote;
  readonly content: NoteContent;
  readonly parts: readonly Leaving[];
}

/** Read once more, for a form that is sent twice gets its first answer, and that may have been long ago. */
function readLeaving(actor: Actor, id: StateNoteId): Promise<LeavingNote | null> {
  return withActor(actor, async (tx) => {
    const note = await findNote(actor, tx, id);
    if (!note?.content || note.taken.length === 0 || isOver(note, isoDayOf(now()))) return null;
    const parts: Leaving[] = [];
    for (const { caseId, referralId } of note.parts) {
      const leaving = await findLeaving(actor, tx, caseId, referralId);
      if (!leaving) return null;
      parts.push(leaving);
    }
    return { note, content: note.content, parts };
  });
}
