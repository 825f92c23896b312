import type { Actor } from "#app/access/actor.ts";
import { insertApproval } from "#app/features/audit/approvals.server.ts";
import { openAt } from "#app/features/referrals/at-referral.server.ts";
import { noteDeletionAsked } from "#app/features/referrals/referral-commands.server.ts";
import { findReferral } from "#app/features/referrals/referral-rows.server.ts";
import type { StateNoteId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { type OnNote, onNote } from "./at-note.server.ts";
import { NOT_WHOLE, NOTE_CHANGED, NOTE_EXPIRED, SECOND_PERSON } from "./state-note-refusals.ts";
import { approvalOf, noteHash, recordOf, rewriteNote } from "./state-note-rows.server.ts";
import { told } from "./state-note-writing.server.ts";

/**
 * A person's word on exactly what was on the page. The first sends the note to a second person, the second lets it be
 * taken out; both are the same act, so that whoever sends it has read as much as whoever approves it.
 */
export function giveWord(
  actor: Actor,
  id: StateNoteId,
  { version, hash }: { readonly version: number; readonly hash: string },
): Promise<Result<null>> {
  return onNote(actor, { id, version }, async (at) => {
    const { tx, teamId, note, approvers, state, record } = at;
    if (state === "expired") return refuse(NOTE_EXPIRED);
    const { content, sealedHash } = note;
    if (!content || !sealedHash || noteHash(content) !== hash) return refuse(NOTE_CHANGED);
    if (!isWhole(at)) return refuse(NOT_WHOLE);
    if (state !== "draft" && state !== "in_review") return refuse(NOTE_CHANGED);
    if (approvers.includes(actor.userId)) return refuse(SECOND_PERSON);
    const word = { by: actor.userId, on: isoDayOf(now()) };
    const isFirst = approvers.length === 0;
    const next = { ...recordOf(note), ...(isFirst ? { sent: word, approved: null } : { approved: word }) };
    await insertApproval(tx, actor.userId, approvalOf({ id, sealedHash }));
    if (!(await rewriteNote(tx, teamId, note, { record: next }))) return refuse(NOTE_CHANGED);
    const action = isFirst ? "case.state-note-sent" : "case.state-note-approved";
    await record({ action, subjectId: id, sealed: { ...told(next), hash } });
    return ok(null);
  });
}

/** It says something, holds something, and nothing of it has ended. */
function isWhole({ note: { content }, parts }: Pick<OnNote, "note" | "parts">): boolean {
  return content?.letter !== "" && parts.length > 0 && parts.every(({ standing }) => standing === "stands");
}

/** Ends it: what has not left goes without a trace; of what has left and may not be there any more, that its receiver was asked. */
export function endNote(
  actor: Actor,
  id: StateNoteId,
  { version }: { readonly version: number },
): Promise<Result<null>> {
  return onNote(actor, { id, version }, async (at) => {
    if (at.state === "taken") return refuse(NOTE_CHANGED);
    if (at.state === "recalled") return askedToDelete(at);
    await at.tx.stateNote.deleteMany({ where: { id, version } });
    await at.record({ action: "case.state-note-discarded", subjectId: id, sealed: told(at.note) });
    return ok(null);
  });
}

/** In the note for the team, and in each case that is still there, where its reporter reads it. */
async function askedToDelete(at: OnNote): Promise<Result<null>> {
  const { actor, tx, teamId, note, record } = at;
  const on = isoDayOf(now());
  const recalled = at.parts.filter(({ standing }) => standing === "recalled").map(({ part }) => part);
  for (const { caseId, referralId } of recalled) {
    const there = await openAt(actor, { tx, record, caseId });
    const referral = there && (await findReferral(tx, caseId, referralId, there.caseKey));
    if (referral?.state !== "recalled" || referral.deletionAskedOn) continue;
    const noted = await noteDeletionAsked(there!, referral);
    if (!noted.ok) return noted;
  }
  const asked = recalled.map(({ referralId }) => ({ referralId, on }));
  const next = { ...recordOf(note), deletionAsked: [...note.deletionAsked, ...asked] };
  if (!(await rewriteNote(tx, teamId, note, { record: next }))) return refuse(NOTE_CHANGED);
  await record({ action: "case.state-note-deletion-asked", subjectId: note.id, sealed: told(next) });
  return ok(null);
}
