import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { insertApproval } from "#app/features/audit/approvals.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { onWave } from "./at-wave.server.ts";
import { findInstrumentIn } from "./instrument-store.server.ts";
import { MOST_OPEN_WAVES, type WaveFacts } from "./wave.ts";
import type { ChangeWaveForm, WaveForm } from "./wave-forms.ts";
import { analystsFor, makeWaveKey } from "./wave-key.server.ts";
import { NO_ANALYST, NO_WAVE, SECOND_PERSON, TOO_MANY_WAVES, WAVE_CHANGED } from "./wave-refusals.ts";
import { approvalOf, factsHash, insertWave, recordOf, rewriteWave } from "./wave-rows.server.ts";
import { WORDS_NEEDED } from "./wave-standing.ts";

/** Plans a survey. Nothing of it is anybody else's to know before two persons have approved it. */
export function draftWave(actor: Actor, form: WaveForm): Promise<Result<{ waveId: WaveId }>> {
  return recorded<{ waveId: WaveId }>(actor, async (tx, record) => {
    if (!may(actor, "wave.write")) return refuse(NO_WAVE);
    const today = isoDayOf(now());
    const faults = await faultsOf(tx, form);
    if (faults) return faults;
    const inHand = { teamId: actor.teamId ?? "", closesOn: { gte: new Date(today) }, endedOn: null };
    if ((await tx.surveyWave.count({ where: inHand })) >= MOST_OPEN_WAVES) return refuse(TOO_MANY_WAVES);
    const waveId = newId<WaveId>();
    const facts = factsOf(form);
    const begun = { by: actor.userId, on: today };
    await insertWave(tx, actor.teamId ?? "", waveId, { facts, begun, sent: null, approved: null });
    await record({ action: "wave.drafted", subjectId: waveId, sealed: { ...facts } });
    return ok({ waveId });
  });
}

/** Made anew each time, so that no word which somebody gave on an earlier plan counts any more. */
export function changeWave(actor: Actor, id: WaveId, form: ChangeWaveForm): Promise<Result<null>> {
  return onWave(actor, { id, version: form.version, act: "change" }, async ({ tx, wave, record }) => {
    const faults = await faultsOf(tx, form);
    if (faults) return faults;
    const facts = factsOf(form);
    const next = { ...recordOf(wave), facts, sent: null, approved: null };
    if (!(await rewriteWave(tx, wave, { record: next }))) return refuse(WAVE_CHANGED);
    await record({ action: "wave.changed", subjectId: id, sealed: { ...facts } });
    return ok(null);
  });
}

const factsOf = ({ session, referenceFrom, referenceTo, opensOn, closesOn, instrument }: WaveForm): WaveFacts => ({
  form: 1,
  ...{ session, referenceFrom, referenceTo, opensOn, closesOn, instrument },
});

/** What a form cannot see: whether its days are still to come, and what it names is there. */
async function faultsOf(tx: Transaction, { session, closesOn, instrument }: WaveForm) {
  if (closesOn < isoDayOf(now())) return invalid("closesOn", "waves.days.past");
  const where = { list_code: { list: "asp-sessions", code: session } };
  if (!(await tx.referenceEntry.findUnique({ where }))) return invalid("session", "waves.session.required");
  if ((await findInstrumentIn(tx, instrument)) === null) return invalid("instrument", "waves.instrument.required");
  return null;
}

const invalid = (field: string, message: string) =>
  refuse({ kind: "invalid", code: "form.invalid", fields: { [field]: message } } as const);

/**
 * A person's word on exactly what was on the page. The first sends the plan to a second person; the second opens it: from
 * then on it is public, takes answers by the calendar, and has a key that only the team's analysts hold.
 */
export function approveWave(
  actor: Actor,
  id: WaveId,
  { version, hash }: { readonly version: number; readonly hash: string },
): Promise<Result<{ isApproved: boolean }>> {
  const doing = { id, version, act: "approve", permission: "wave.approve" } as const;
  return onWave<{ isApproved: boolean }>(actor, doing, async ({ tx, wave, approvers, today, record }) => {
    if (factsHash(wave.facts) !== hash) return refuse(WAVE_CHANGED);
    // Two first words at the same moment leave none of the two unable to give the second.
    const others = approvers.filter((userId) => userId !== actor.userId);
    if (others.length < approvers.length && others.length === 0) return refuse(SECOND_PERSON);
    if (wave.facts.closesOn < today) return invalid("closesOn", "waves.days.past");
    const word = { by: actor.userId, on: today };
    await insertApproval(tx, actor.userId, approvalOf(wave));
    const words = [...others, actor.userId];
    if (words.length < WORDS_NEEDED) {
      // The sealed bytes stay: a word is given on them, and rewriting them would void it.
      await record({ action: "wave.sent", subjectId: id, sealed: { hash } });
      return ok({ isApproved: false });
    }
    const analysts = await analystsFor(tx, wave.teamId, words);
    if (analysts.length === 0) return refuse(NO_ANALYST);
    const sent = { by: others[0]!, on: today };
    const next = { ...recordOf(wave), sent, approved: word };
    if (!(await rewriteWave(tx, wave, { record: next, isApproved: true }))) return refuse(WAVE_CHANGED);
    await makeWaveKey(tx, id, analysts);
    await record({ action: "wave.approved", subjectId: id, sealed: { hash, analysts } });
    return ok({ isApproved: true });
  });
}

/** Throws away what was never approved, and whoever stands on its panel with it. */
export function discardWave(
  actor: Actor,
  id: WaveId,
  { version }: { readonly version: number },
): Promise<Result<null>> {
  return onWave(actor, { id, version, act: "discard" }, async ({ tx, record }) => {
    await tx.surveyPanel.deleteMany({ where: { waveId: id } });
    const { count } = await tx.surveyWave.deleteMany({ where: { id, version } });
    if (count === 0) return refuse(WAVE_CHANGED);
    await record({ action: "wave.discarded", subjectId: id });
    return ok(null);
  });
}

/** Takes no more answers from now on, before its last day. What was answered stays, and can be read from now on. */
export function closeWave(actor: Actor, id: WaveId, { version }: { readonly version: number }): Promise<Result<null>> {
  return onWave(actor, { id, version, act: "close" }, async ({ tx, wave, today, record }) => {
    if (!(await rewriteWave(tx, wave, { record: recordOf(wave), endedOn: today }))) return refuse(WAVE_CHANGED);
    await record({ action: "wave.closed", subjectId: id });
    return ok(null);
  });
}
