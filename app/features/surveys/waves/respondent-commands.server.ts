import { withRespondent } from "#app/access/with-respondent.server.ts";
import { unlessBusy } from "#app/features/accounts/credentials.server.ts";
import { publicKeyOf } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { lettersTo } from "#app/features/keyring/team-letters.server.ts";
import { type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import {
  type AnswerKeys,
  deriveAnswerSecret,
  newAnswerWords,
  withAnswerKeys,
} from "#app/platform/crypto/survey-answers.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { countBeginning, triesOfWords } from "./answer-limit.server.ts";
import { CONTACT_ROOM, inRoom } from "./answer-room.ts";
import { CARRIED_CONTACT, type CarriedContact, sealAnswer } from "./answer-seals.server.ts";
import { respondentSalt } from "./respondent-salt.server.ts";
import { type RespondentWave, waveOfCode } from "./respondent-wave.server.ts";
import { inOneForm, participationOf, validOf } from "./wave-codes.server.ts";
import { NOT_OPEN, TOO_LONG, WRONG_CODE, WRONG_WORDS } from "./wave-refusals.ts";
import { allows } from "./wave-standing.ts";

/**
 * What somebody who answers holds between two pages: their code, and what it and their words give together. It belongs
 * into the sealed part of a session and nowhere else.
 */
export interface AnswerTicket {
  readonly code: string;
  readonly secret: string;
}

/**
 * Words for a code, at the first save or at sending, whichever is first. They open nothing before something was saved or
 * sent under them. A code that has been begun before gets new ones as well, and is told nothing: it alone must not say
 * whether somebody has answered with it.
 */
export async function newWordsFor(typed: string): Promise<Result<{ words: string; ticket: AnswerTicket }>> {
  const code = inOneForm(typed);
  const wave = await withRespondent({ code: validOf(code) }, (tx) => waveOfCode(tx, code));
  if (!wave) return refuse(WRONG_CODE);
  if (!allows(wave.state, "answer")) return refuse(NOT_OPEN);
  const counted = countBeginning(validOf(code));
  return counted.ok ? drawWords(code) : counted;
}

/** The slow part of a beginning, which leaves nothing anywhere. */
export async function drawWords(code: string): Promise<Result<{ words: string; ticket: AnswerTicket }>> {
  const words = newAnswerWords();
  const secret = await unlessBusy(secretFor(code, words));
  return secret.ok ? ok({ words, ticket: { code, secret: secret.value } }) : secret;
}

const secretFor = async (code: string, words: string): Promise<string> =>
  deriveAnswerSecret(code, words, await respondentSalt());

interface Answering {
  readonly tx: Transaction;
  readonly keys: AnswerKeys;
  readonly wave: RespondentWave;
}

/** One transaction of somebody who holds code and words, while the wave takes answers. */
function answering<T>({ code, secret }: AnswerTicket, work: (at: Answering) => Promise<Result<T>>): Promise<Result<T>> {
  return withAnswerKeys(secret, (keys) => {
    const survey = { code: validOf(code), draft: keys.draftId, answer: keys.answerId };
    return withRespondent(survey, async (tx): Promise<Result<T>> => {
      const wave = await waveOfCode(tx, code);
      if (!wave) return refuse(WRONG_CODE);
      if (!allows(wave.state, "answer")) return refuse(NOT_OPEN);
      return work({ tx, keys, wave });
    });
  });
}

/** Keeps what was written so far. It is also the own copy of what is sent: save what the last page holds, then send. */
export function saveDraft(ticket: AnswerTicket, draft: Json): Promise<Result<null>> {
  return answering(ticket, async ({ tx, keys, wave }) => {
    const text = inRoom(JSON.stringify(draft));
    if (text === null) return refuse(TOO_LONG);
    const id = keys.draftId;
    const sealed = sealField(keys.key, draftPlace(id), text);
    await tx.$executeRaw`
      INSERT INTO survey_drafts (id, wave_id, sealed) VALUES (${id}, ${wave.id}::uuid, ${sealed})
      ON CONFLICT (id) DO UPDATE SET sealed = EXCLUDED.sealed`;
    return ok(null);
  });
}

const draftPlace = (rowId: string) => ({ table: "survey_drafts", column: "sealed", rowId });

export interface Returned {
  readonly ticket: AnswerTicket;
  readonly wave: RespondentWave;
  /** as it was saved last; the own copy, where it was sent */
  readonly draft: Json;
  readonly isSent: boolean;
  readonly receipt: string;
}

/**
 * Comes back with code and words, also after the wave has closed, to read the own copy as long as it lies there. Whatever
 * was typed takes the same slow work, and every failure gets the same answer.
 */
export async function returnToAnswer(typedCode: string, typedWords: string): Promise<Result<Returned>> {
  const code = inOneForm(typedCode);
  const tries = triesOfWords.mayTry(validOf(code));
  if (!tries.ok) return tries;
  const derived = await unlessBusy(secretFor(code, typedWords));
  if (!derived.ok) return derived;
  const ticket = { code, secret: derived.value };
  const found = await withAnswerKeys(ticket.secret, (keys) =>
    withRespondent({ code: validOf(code), draft: keys.draftId, answer: keys.answerId }, (tx) => lookUp(tx, code, keys)),
  );
  if (!found) {
    triesOfWords.failed(validOf(code));
    return refuse(WRONG_WORDS);
  }
  triesOfWords.succeeded(validOf(code));
  return ok({ ticket, ...found });
}

async function lookUp(tx: Transaction, code: string, keys: AnswerKeys): Promise<Omit<Returned, "ticket"> | null> {
  const wave = await waveOfCode(tx, code);
  const row = wave && (await tx.surveyDraft.findUnique({ where: { id: keys.draftId } }));
  if (!wave || row?.waveId !== wave.id) return null;
  const draft: Json = JSON.parse(openTextField(keys.key, draftPlace(row.id), row.sealed));
  const sent = await tx.surveyAnswer.findUnique({ where: { id: keys.answerId }, select: { id: true } });
  return { wave, draft, isSent: sent !== null, receipt: keys.receipt };
}

/** What a ticket has kept so far: null before the first save, and for a code that is valid no more. */
export function findOwnAnswer({ code, secret }: AnswerTicket): Promise<Omit<Returned, "ticket"> | null> {
  return withAnswerKeys(secret, (keys) =>
    withRespondent({ code: validOf(code), draft: keys.draftId, answer: keys.answerId }, (tx) => lookUp(tx, code, keys)),
  );
}

/** What is sent: the answers as their questionnaire has them, and by which safe channel to be reached, if at all. */
export interface SentForm {
  readonly answers: Json;
  readonly contact: Json;
  /** of `PanelWords`, where somebody agrees to be compared with another survey of the team */
  readonly panelMark?: string | null;
}

/** Proof of having answered, for whoever wishes to keep it. It stands nowhere, and is the same after each change. */
export interface SentReceipt {
  readonly receipt: string;
  readonly closesOn: IsoDay;
  readonly sentOn: IsoDay;
}

/**
 * Sends, or changes what was sent: the same row either way, and no other. No entry in the chain, no job, no draft that
 * goes, no lock on another row (there are no foreign keys for that reason): whatever were written beside it would say
 * when this answer came.
 */
export function sendAnswer(
  ticket: AnswerTicket,
  { answers, contact, panelMark = null }: SentForm,
): Promise<Result<SentReceipt>> {
  return answering(ticket, async ({ tx, keys, wave }) => {
    const carried = contact === null ? null : await carriedContact(tx, wave, keys, contact);
    if (carried === "too-long") return refuse(TOO_LONG);
    const key = await publicKeyOf(tx, groups.wave(wave.id));
    const envelope = {
      form: 1 as const,
      ...{ way: wave.way, participation: participationOf(ticket.code), at: now().getTime() },
      ...{ instrument: wave.facts.instrument, answers, contact: carried, panelMark },
    };
    const sealed = sealAnswer(key, keys.answerId, envelope);
    if (!sealed) return refuse(TOO_LONG);
    await tx.$executeRaw`
      INSERT INTO survey_answers (id, wave_id, key_version, sealed)
      VALUES (${keys.answerId}, ${wave.id}::uuid, ${sealed.keyVersion}, ${sealed.sealed})
      ON CONFLICT (id) DO UPDATE SET key_version = ${sealed.keyVersion}, sealed = ${sealed.sealed}`;
    return ok({ receipt: keys.receipt, closesOn: wave.facts.closesOn, sentOn: isoDayOf(now()) });
  });
}

/** A letter to the team of one size, for the analysts to carry and not to open. */
async function carriedContact(
  tx: Transaction,
  { id, teamId }: RespondentWave,
  { markOf }: AnswerKeys,
  contact: Json,
): Promise<CarriedContact | "too-long"> {
  const json = JSON.stringify(contact);
  const text = inRoom(json, [CONTACT_ROOM]);
  if (text === null) return "too-long";
  const { keyVersion, seal } = await lettersTo(tx, teamId);
  return { keyVersion, letter: base64UrlOf(seal(CARRIED_CONTACT, id, text)), mark: markOf(json) };
}
