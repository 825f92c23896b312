import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { holdCases } from "#app/features/audit/case-history.server.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import type { StateNoteId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type OpenedPart, openParts } from "./note-parts.server.ts";
import type { KeptNote } from "./state-note.ts";
import { NO_NOTE, NOTE_CHANGED } from "./state-note-refusals.ts";
import { approversOf, findNote } from "./state-note-rows.server.ts";
import { isOver, type NoteState, noteState } from "./state-note-standing.ts";

/** A note as it is at this moment, and how each of its parts stands. */
export interface SeenNote {
  readonly note: KeptNote;
  readonly parts: readonly OpenedPart[];
  readonly approvers: readonly string[];
  readonly state: NoteState;
}

/** What every command on a note stands on. */
export interface OnNote extends SeenNote {
  readonly actor: Actor;
  readonly teamId: string;
  readonly tx: Transaction;
  readonly record: Recorder;
}

export async function seeNote(actor: Actor, tx: Transaction, note: KeptNote): Promise<SeenNote> {
  const parts = await openParts(actor, tx, note);
  const approvers = await approversOf(actor, tx, note);
  const state = noteState({
    hasLeft: note.taken.length > 0,
    isExpired: isOver(note, isoDayOf(now())),
    words: approvers.length,
    parts: parts.map(({ standing }) => standing),
  });
  return { note, parts, approvers, state };
}

/**
 * With the cases of all its parts held until the transaction ends: what a reporter takes back at the same moment comes
 * before, and the note is a draft, or after, and what has left is asked back.
 */
export function onNote<T>(
  actor: Actor,
  { id, version }: { readonly id: StateNoteId; readonly version: number },
  work: (at: OnNote) => Promise<Result<T>>,
): Promise<Result<T>> {
  return recorded<T>(actor, async (tx, record) => {
    if (!may(actor, "state-note.write")) return refuse(NO_NOTE);
    const before = await findNote(actor, tx, id);
    if (!before) return refuse(NO_NOTE);
    const caseIds = [...new Set(before.parts.map(({ caseId }) => caseId))];
    await holdCases(tx, caseIds);
    const note = await findNote(actor, tx, id);
    if (note?.version !== version || before.version !== version) return refuse(NOTE_CHANGED);
    return work({ actor, teamId: actor.teamId ?? "", tx, record, ...(await seeNote(actor, tx, note)) });
  });
}
