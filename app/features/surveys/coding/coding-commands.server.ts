import type { Actor } from "#app/access/actor.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { findWaveInstrument } from "#app/features/surveys/results/open-results.server.ts";
import { readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { analystWave } from "#app/features/surveys/waves/analyst-waves.server.ts";
import { NO_INSTRUMENT, WAVE_CHANGED } from "#app/features/surveys/waves/wave-refusals.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { codersOf, codesOfCoding, finishedPair, MOST_CODERS, type TextToCode } from "./coding.ts";
import { sameCodes } from "./coding-agreement.ts";
import type { CodesForm } from "./coding-forms.ts";
import { LIST_FIXED, NO_LIST, NO_TEXT, NOT_A_CODE, NOT_BOTH_DONE, TWO_CODE } from "./coding-refusals.ts";
import {
  contentsOf,
  NOTHING_CODED,
  readCodings,
  readSettlement,
  writeCoding,
  writeSettlement,
} from "./coding-rows.server.ts";
import { heldTexts, holdTexts } from "./held-texts.server.ts";

/** Opens what was written for this sitting; as with all answers, that it was read is recorded before. */
export async function openTexts(actor: Actor, waveId: WaveId): Promise<Result<null>> {
  const read = await readAnswers(actor, waveId);
  if (!read.ok) return read;
  const { instrument: digest } = read.value.wave.facts;
  const instrument = await findWaveInstrument(actor, digest);
  if (!instrument) return refuse(NO_INSTRUMENT);
  const answers = read.value.answers.filter((one) => one.instrument === digest);
  await holdTexts(actor, waveId, instrument, answers);
  return ok(null);
}

interface At {
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly texts: readonly TextToCode[];
}

/** One act on the texts of one question, by an analyst who has them open and may read them. */
function onTexts<T>(actor: Actor, waveId: WaveId, question: string, work: (at: At) => Promise<Result<T>>) {
  return recorded<T>(actor, async (tx, record) => {
    const found = await analystWave(actor, tx, { id: waveId, act: "read", permission: "wave-answer.read" });
    if (!found.ok) return found;
    const texts = heldTexts(actor, waveId)?.[question] ?? [];
    return texts.length === 0 ? refuse(NO_TEXT) : work({ tx, record, texts });
  });
}

/** Both coders take the same list. It can be chosen anew until somebody has coded by it. */
export function chooseList(actor: Actor, waveId: WaveId, question: string, list: string): Promise<Result<null>> {
  return onTexts<null>(actor, waveId, question, async ({ tx, record }) => {
    const codings = contentsOf(await readCodings(actor, tx, waveId));
    if (codersOf(codings, question).length > 0) return refuse(LIST_FIXED);
    const { version, content } = await readSettlement(actor, tx, waveId);
    const lists = { ...content.lists, [question]: list };
    if (!(await writeSettlement(tx, waveId, { version, content: { ...content, lists } }))) return refuse(WAVE_CHANGED);
    await record({ action: "wave.list-chosen", subjectId: waveId, sealed: { question, list } });
    return ok(null);
  });
}

/** What one coder gives to one text. Coding is recorded when the last text of a question has its codes. */
export function codeText(actor: Actor, waveId: WaveId, question: string, form: CodesForm): Promise<Result<null>> {
  return onTexts<null>(actor, waveId, question, async ({ tx, record, texts }) => {
    if (!texts.some(({ mark }) => mark === form.mark)) return refuse(NO_TEXT);
    const { content: settlement } = await readSettlement(actor, tx, waveId);
    const list = settlement.lists[question];
    if (list === undefined) return refuse(NO_LIST);
    if (!areCodesOf(list, form.codes)) return refuse(NOT_A_CODE);
    const all = await readCodings(actor, tx, waveId);
    const others = codersOf(contentsOf(all), question).filter(({ coderId }) => coderId !== actor.userId);
    const own = all.get(actor.userId) ?? NOTHING_CODED;
    const before = own.content.questions[question] ?? {};
    if (Object.keys(before).length === 0 && others.length >= MOST_CODERS) return refuse(TWO_CODE);
    // What both have finished was compared: changing it now would make the agreement better than it was.
    const wasDone = texts.every(({ mark }) => Object.hasOwn(before, mark));
    if (wasDone) return refuse(NO_TEXT);
    const codes = { ...before, [form.mark]: form.codes };
    const content = { questions: { ...own.content.questions, [question]: codes } };
    if (!(await writeCoding(actor, tx, waveId, { version: own.version, content }))) return refuse(WAVE_CHANGED);
    const isDone = texts.every(({ mark }) => Object.hasOwn(codes, mark));
    if (isDone)
      await record({ action: "wave.texts-coded", subjectId: waveId, sealed: { question, texts: texts.length } });
    return ok(null);
  });
}

/** Where two differ, one of both says what holds, after they have spoken. What each gave at first stays as it was. */
export function settleText(actor: Actor, waveId: WaveId, question: string, form: CodesForm): Promise<Result<null>> {
  return onTexts<null>(actor, waveId, question, async ({ tx, record, texts }) => {
    const { version, content } = await readSettlement(actor, tx, waveId);
    const marks = texts.map(({ mark }) => mark);
    const codings = contentsOf(await readCodings(actor, tx, waveId));
    const pair = finishedPair(marks, codersOf(codings, question));
    if (!pair) return refuse(NOT_BOTH_DONE);
    if (!pair.some(({ coderId }) => coderId === actor.userId)) return refuse(TWO_CODE);
    if (!areCodesOf(content.lists[question] ?? "", form.codes)) return refuse(NOT_A_CODE);
    const [one, other] = pair.map(({ codes }) => codes[form.mark]);
    if (!one || !other || sameCodes(one, other)) return refuse(NO_TEXT);
    const settled = {
      ...content.settled,
      [question]: { ...content.settled[question], [form.mark]: form.codes },
    };
    if (!(await writeSettlement(tx, waveId, { version, content: { ...content, settled } })))
      return refuse(WAVE_CHANGED);
    await record({ action: "wave.codes-settled", subjectId: waveId, sealed: { question } });
    return ok(null);
  });
}

function areCodesOf(list: string, given: readonly string[]): boolean {
  const known = codesOfCoding(list);
  return given.every((code) => known.includes(code));
}
