import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openGroupVersion, publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { lettersTo } from "#app/features/keyring/team-letters.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { shuffled } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { analystWave } from "./analyst-waves.server.ts";
import { openAnswers } from "./answer-opening.server.ts";
import { type AnswerEnvelope, HANDED_CONTACT, openMark, sealMark, type Way } from "./answer-seals.server.ts";
import { changedContacts, chosenForHandOver, type Handed, waitingToBeHanded } from "./hand-over.ts";
import { sealHandOver } from "./panel-rows.server.ts";
import type { PublicWave } from "./wave.ts";
import { TOO_FEW_ANSWERS } from "./wave-refusals.ts";
import { KEPT_DAYS } from "./wave-retention.ts";

interface Waiting extends Handed {
  readonly envelope: AnswerEnvelope;
}

/**
 * Hands over to the team who has answered, and what safe channels they left: sorted values and shuffled contacts, never
 * fewer than five answers at a time, and of no answer which it was. The team learns in this way, and in no other, whom
 * it need not remind.
 */
export async function passOn(actor: Actor, id: WaveId): Promise<Result<{ answers: number; contacts: number }>> {
  const doing = { id, act: "pass-on", permission: "wave-answer.pass-on" } as const;
  const mayOpen = await withActor(actor, (tx) => analystWave(actor, tx, doing));
  if (!mayOpen.ok) return mayOpen;
  // Before the transaction that writes. What comes or changes meanwhile is left to the next hand-over, and so that it finds
  // five, five stay behind also where the survey closes in between.
  const isOpen = mayOpen.value.state === "open";
  const answers = (await openAnswers(actor, id)).counted.map(toHand);
  return recorded<{ answers: number; contacts: number }>(actor, async (tx, record) => {
    const found = await analystWave(actor, tx, doing);
    if (!found.ok) return found;
    const wave = found.value;
    const marks = await openMarks(actor, tx, id);
    const waiting = waitingToBeHanded(answers, marks);
    const chosen = chosenForHandOver(shuffled(waiting), isOpen);
    const changed = changedContacts(answers, marks);
    if (chosen.length + changed.length === 0) return refuse(TOO_FEW_ANSWERS);
    await writeHandOver(tx, wave, chosen, changed);
    const contacts = await writeContacts(tx, wave, [...chosen, ...changed]);
    await record({ action: "wave.passed-on", subjectId: id, sealed: { answers: chosen.length, contacts } });
    return ok({ answers: chosen.length, contacts });
  });
}

const toHand = (envelope: AnswerEnvelope): Waiting => ({
  participation: envelope.participation,
  contactMark: envelope.contact?.mark ?? null,
  envelope,
});

async function openMarks(actor: Actor, tx: Transaction, waveId: WaveId): Promise<readonly Handed[]> {
  const name = groups.wave(waveId);
  const rows = await tx.surveyParticipation.findMany({
    where: { waveId },
    select: { id: true, markKeyVersion: true, sealedMark: true },
  });
  const handed: Handed[] = [];
  for (const row of rows) {
    const key = { name, ...(await openGroupVersion(actor, tx, name, row.markKeyVersion)) };
    handed.push(...openMark(key, row));
  }
  return handed;
}

/** Who only changed a contact is in the mark and not in the letter: it would say who has changed an answer. */
async function writeHandOver(
  tx: Transaction,
  { id, teamId }: PublicWave,
  chosen: readonly Handed[],
  changed: readonly Handed[],
): Promise<void> {
  const rowId = newId();
  const participations = chosen.map(({ participation }) => participation).sort();
  const handed = [...chosen, ...changed]
    .map(({ participation, contactMark }) => ({ participation, contactMark }))
    .sort((one, other) => (one.participation < other.participation ? -1 : 1));
  const letter = await sealHandOver(tx, teamId, rowId, { on: isoDayOf(now()), participations });
  const mark = sealMark(await publicKeyOf(tx, groups.wave(id)), rowId, handed);
  await tx.surveyParticipation.createMany({ data: { id: rowId, waveId: id, ...letter, ...mark } });
}

/** Each in one more letter: the one that an answer carried would be recognised by whoever can open the answers. */
async function writeContacts(tx: Transaction, { id, teamId, facts }: PublicWave, chosen: readonly Waiting[]) {
  const { keyVersion, seal } = await lettersTo(tx, teamId);
  const deleteAfter = new Date(addDays(facts.closesOn, KEPT_DAYS));
  const contacts = chosen.flatMap(({ envelope: { contact } }) => (contact ? [contact] : []));
  const rows = shuffled(contacts).map(({ keyVersion: innerVersion, letter }) => {
    const rowId = newId();
    const text = JSON.stringify({ waveId: id, keyVersion: innerVersion, letter });
    return { id: rowId, teamId, keyVersion, deleteAfter, sealed: seal(HANDED_CONTACT, rowId, text) };
  });
  if (rows.length > 0) await tx.surveyContact.createMany({ data: rows });
  return rows.length;
}

export interface ReadAnswer {
  readonly way: Way;
  /** digest of the questionnaire that was answered */
  readonly instrument: string;
  readonly answers: Json;
  /** of answers in several surveys of the team that have the same, somebody wished that they be compared */
  readonly panelMark: string | null;
}

export interface ReadWave {
  readonly wave: PublicWave;
  /** in an order that is another each time */
  readonly answers: readonly ReadAnswer[];
  readonly superseded: number;
  readonly broken: number;
}

/**
 * What was answered, once nothing of it can change any more: answers without participation, contact or time. That they
 * were read is recorded before the first is opened.
 */
export async function readAnswers(actor: Actor, id: WaveId): Promise<Result<ReadWave>> {
  const doing = { id, act: "read", permission: "wave-answer.read" } as const;
  const begun = await recorded<null>(actor, async (tx, record) => {
    const found = await analystWave(actor, tx, doing);
    if (!found.ok) return found;
    if (!found.value.isRead) await tx.surveyWave.updateMany({ where: { id }, data: { isRead: true } });
    await record({ action: "wave.read", subjectId: id });
    return ok(null);
  });
  if (!begun.ok) return begun;
  const found = await withActor(actor, (tx) => analystWave(actor, tx, doing));
  if (!found.ok) return found;
  const { counted, superseded, broken } = await openAnswers(actor, id);
  return ok({ wave: found.value, answers: shuffled(counted).map(toRead), superseded, broken });
}

const toRead = ({ way, instrument, answers, panelMark = null }: AnswerEnvelope): ReadAnswer => ({
  ...{ way, instrument, answers, panelMark },
});
