import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { findState } from "#app/features/registers/state-queries.server.ts";
import type { ReferralId, StateNoteId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { shuffled } from "#app/platform/crypto/random.server.ts";
import { onNote } from "./at-note.server.ts";
import { type Candidate, openCandidates, receiverCode } from "./note-parts.server.ts";
import { type ContentPart, MOST_NOTES, type NoteContent, type NotePart, type StateNoteRecord } from "./state-note.ts";
import type { ChangeNoteForm, NewNoteForm } from "./state-note-forms.ts";
import { NO_NOTE, NOTE_CHANGED, NOTE_EXPIRED } from "./state-note-refusals.ts";
import { insertNote, recordOf, rewriteNote } from "./state-note-rows.server.ts";
import { strictest } from "./state-note-standing.ts";

const invalid = (field: string, message: string) =>
  ({ kind: "invalid", code: "form.invalid", fields: { [field]: message } }) as const;

/**
 * Begins a note for a State. Its receiver is one to whom reporters have agreed already, name and key together: nobody
 * types a key a second time, and no part can go to another than its reporter has read.
 */
export async function beginNote(actor: Actor, form: NewNoteForm): Promise<Result<{ noteId: StateNoteId }>> {
  const state = await findState(form.state);
  if (!state) return refuse(invalid("state", "state-notes.state.required"));
  return recorded<{ noteId: StateNoteId }>(actor, async (tx, record) => {
    if (!may(actor, "state-note.write")) return refuse(NO_NOTE);
    const madeOn = isoDayOf(now());
    const live = { teamId: actor.teamId ?? "", expiresOn: { gte: new Date(madeOn) } };
    if ((await tx.stateNote.count({ where: live })) >= MOST_NOTES)
      return refuse({ kind: "conflict", code: "state-notes.too-many" });
    const addressees = (await openCandidates(actor, tx)).map(({ content }) => content.receiver);
    const to = addressees.find((one) => receiverCode(one) === form.receiver);
    if (!to) return refuse(invalid("receiver", "state-notes.receiver.required"));
    const noteId = newId<StateNoteId>();
    const shared = {
      receiver: { name: to.name, unit: form.unit, key: to.key },
      language: form.language,
      madeOn,
      expiresOn: addDays(madeOn, form.days),
    };
    const begun = { by: actor.userId, on: madeOn };
    const kept = { begun, sent: null, approved: null, taken: [], deletionAsked: [] };
    const blank: NoteContent = {
      ...{ form: 1, ...shared, tlp: strictest([]), letter: "", asks: [], parts: [] },
      state: { code: state.iso2, name: state[`name_${form.language}`] },
    };
    await insertNote(tx, actor.teamId ?? "", noteId, { state: state.iso2, ...shared, parts: [], ...kept }, blank);
    await record({
      action: "case.state-note-begun",
      subjectId: noteId,
      sealed: { state: state.iso2, receiver: to.name },
    });
    return ok({ noteId });
  });
}

/**
 * What it says and holds. It is made anew each time, so that no word which somebody gave on an earlier one counts any
 * more; a part that has ended meanwhile is no longer offered and falls out.
 */
export function changeNote(actor: Actor, id: StateNoteId, form: ChangeNoteForm): Promise<Result<null>> {
  return onNote(actor, { id, version: form.version }, async ({ tx, teamId, note, state, record }) => {
    if (state === "expired") return refuse(NOTE_EXPIRED);
    if (!note.content || note.taken.length > 0) return refuse(NOTE_CHANGED);
    const offered = (await openCandidates(actor, tx)).filter(
      ({ content }) => receiverCode(content.receiver) === receiverCode(note.receiver),
    );
    const chosen = offered.filter(({ referral }) => form.parts.includes(referral.id));
    if (chosen.length < form.parts.length) return refuse(invalid("parts", "state-notes.parts.ended"));
    const inOrder = ordered(note, chosen);
    const content = {
      ...{ ...note.content, letter: form.letter, asks: form.asks },
      tlp: strictest(chosen.map((one) => one.content.tlp)),
      parts: inOrder.map(contentPart),
    };
    const next = { ...recordOf(note), sent: null, approved: null, parts: inOrder.map(partOf) };
    if (!(await rewriteNote(tx, teamId, note, { record: next, content }))) return refuse(NOTE_CHANGED);
    await record({ action: "case.state-note-changed", subjectId: id, sealed: told(next) });
    return ok(null);
  });
}

/** At random, so that the order tells nothing of who reported when or how much; as it was while the choice is the same. */
function ordered({ parts }: StateNoteRecord, chosen: readonly Candidate[]): readonly Candidate[] {
  const known = parts.map(({ referralId }) => chosen.find(({ referral }) => referral.id === referralId));
  const isSame = known.length === chosen.length && known.every((one) => one !== undefined);
  return isSame ? (known as readonly Candidate[]) : shuffled(chosen);
}

const partOf = ({ caseId, referral: { id, hash } }: Candidate): NotePart => ({
  caseId,
  referralId: id as ReferralId,
  hash,
});

const contentPart = ({ reference, referral: { hash } }: Candidate, at: number): ContentPart => ({
  place: `part-${String(at + 1).padStart(2, "0")}`,
  reference,
  sha256: hash,
});

/** For the chain, sealed to the audit key: how many, never which. */
export const told = ({ state, receiver, parts }: StateNoteRecord) => ({
  state,
  receiver: receiver.name,
  parts: parts.length,
});
