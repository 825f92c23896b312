import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { languageFor, wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { CodedTexts } from "#app/features/surveys/results/coded-results.ts";
import { findWaveInstrument, type NotOpen, readableWave } from "#app/features/surveys/results/open-results.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import {
  type Coder,
  codersOf,
  codesOfCoding,
  finishedPair,
  NO_SETTLEMENT,
  type QuestionStanding,
  type Settlement,
  standingOf,
  type TextToCode,
} from "./coding.ts";
import { agreementOf, type CodingAgreement, finalCodes } from "./coding-agreement.ts";
import { contentsOf, readCodings, readSettlement } from "./coding-rows.server.ts";
import { heldTexts, textQuestions } from "./held-texts.server.ts";

/** What stands around every page on which texts are read. */
export interface CodingFrame {
  readonly waveId: WaveId;
  readonly session: string;
  readonly closesOn: IsoDay;
  readonly is: "open" | NotOpen;
}

export interface TextsPage {
  readonly frame: CodingFrame;
  /** none where nothing is open */
  readonly questions: readonly (QuestionStanding & { readonly question: string; readonly label: string })[];
}

/** Everything that is known of one question's texts. */
interface AtQuestion {
  readonly frame: CodingFrame;
  readonly question: string;
  readonly label: string;
  readonly texts: readonly TextToCode[];
  readonly coders: readonly Coder[];
  readonly settlement: Settlement;
  readonly standing: QuestionStanding;
  readonly locale: Locale;
}

export interface CodeOption {
  readonly value: string;
  readonly label: string;
}

/** The questions that were answered in words, and how far this analyst is with each. */
export async function textsPage(actor: Actor, waveId: WaveId, locale: Locale): Promise<TextsPage> {
  const { frame, instrument, codings, settlement } = await opened(actor, waveId);
  const texts = frame.is === "open" ? heldTexts(actor, waveId) : null;
  const questions = texts === null || !instrument ? [] : textQuestions(instrument);
  return {
    frame,
    questions: questions.map((question) => ({
      ...{ question, label: labelOf(instrument, question, locale) },
      ...standingOf(marksOf(texts?.[question]), settlement.lists[question], codersOf(codings, question), actor.userId),
    })),
  };
}

export interface ListPage extends Pick<AtQuestion, "frame" | "question" | "label"> {
  readonly list: string | null;
  readonly isFixed: boolean;
}

/** By which list a question is coded, and whether somebody has begun, which fixes it. */
export async function listPage(actor: Actor, waveId: WaveId, question: string, locale: Locale): Promise<ListPage> {
  const { frame, label, settlement, coders } = await atQuestion(actor, waveId, question, locale);
  return { frame, question, label, list: settlement.lists[question] ?? null, isFixed: coders.length > 0 };
}

export interface CodePage extends Pick<AtQuestion, "frame" | "question" | "label" | "standing"> {
  /** the next text that this analyst has not coded; null where there is none */
  readonly text: TextToCode | null;
  readonly list: string | null;
  readonly options: readonly CodeOption[];
}

/** One text after the other. What the other coder gave is no part of it. */
export async function codePage(actor: Actor, waveId: WaveId, question: string, locale: Locale): Promise<CodePage> {
  const at = await atQuestion(actor, waveId, question, locale);
  const { frame, label, standing, texts, coders, settlement } = at;
  const mine = coders.find(({ coderId }) => coderId === actor.userId)?.codes ?? {};
  const next = standing.step === "code" ? texts.find(({ mark }) => !Object.hasOwn(mine, mark)) : undefined;
  const list = settlement.lists[question] ?? null;
  return { frame, question, label, standing, text: next ?? null, list, options: optionsOf(list, locale) };
}

export interface AgreementPage extends Pick<AtQuestion, "frame" | "question" | "label"> {
  /** null before both are done */
  readonly agreement: CodingAgreement | null;
  readonly options: readonly CodeOption[];
  /** one text on which they differ and nothing is settled; null where there is none, or whoever looks is neither of both */
  readonly differing: DifferingText | null;
  readonly unsettled: number;
}

export interface DifferingText extends TextToCode {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** How far both agree, and one text on which they differ. Whoever is neither of both sees the figures and no text. */
export async function agreementPage(
  actor: Actor,
  waveId: WaveId,
  question: string,
  locale: Locale,
): Promise<AgreementPage> {
  const { frame, label, texts, coders, settlement } = await atQuestion(actor, waveId, question, locale);
  const list = settlement.lists[question] ?? null;
  const told = { frame, question, label, options: optionsOf(list, locale) };
  const marks = marksOf(texts);
  const pair = marks.length > 0 ? finishedPair(marks, coders) : null;
  if (!pair) return { ...told, agreement: null, differing: null, unsettled: 0 };
  const isMine = pair.some(({ coderId }) => coderId === actor.userId);
  const [mine, theirs] = pair[1].coderId === actor.userId ? [pair[1], pair[0]] : pair;
  const agreement = agreementOf(marks, mine.codes, theirs.codes, codesOfCoding(list ?? ""));
  const settled = settlement.settled[question] ?? {};
  const open = agreement.differing.filter((mark) => !Object.hasOwn(settled, mark));
  const text = isMine ? texts.find(({ mark }) => mark === open[0]) : undefined;
  const differing = text && { ...text, mine: mine.codes[text.mark] ?? [], theirs: theirs.codes[text.mark] ?? [] };
  return { ...told, agreement, differing: differing ?? null, unsettled: open.length };
}

/** What texts were coded with in the end, for the questions of a survey that two have finished. */
export async function codedTexts(actor: Actor, waveId: WaveId): Promise<Readonly<Record<string, CodedTexts>>> {
  const { codings, settlement } = await rowsOf(actor, waveId);
  return Object.fromEntries(
    Object.entries(settlement.lists).flatMap(([question, list]) => {
      const coders = codersOf(codings, question);
      const marks = [...new Set(coders.flatMap(({ codes }) => Object.keys(codes)))];
      const pair = finishedPair(marks, coders);
      if (!pair) return [];
      const codes = finalCodes(marks, pair[0].codes, pair[1].codes, settlement.settled[question] ?? {});
      return [[question, { list, codes }]];
    }),
  );
}

/**
 * Whoever may not read yet is told why, whatever they ask about.
 * @throws Response the page of what is not there, also for a question that is not answered in words
 */
async function atQuestion(actor: Actor, waveId: WaveId, question: string, locale: Locale): Promise<AtQuestion> {
  const { frame, instrument, codings, settlement } = await opened(actor, waveId);
  const mayRead = frame.is !== "takes-answers" && frame.is !== "knows-the-panel";
  const isAsked = instrument !== null && textQuestions(instrument).includes(question);
  if (mayRead && !isAsked) throw notFound();
  const texts = (frame.is === "open" ? heldTexts(actor, waveId)?.[question] : null) ?? [];
  const coders = codersOf(codings, question);
  const standing = standingOf(marksOf(texts), settlement.lists[question], coders, actor.userId);
  return { frame, question, label: labelOf(instrument, question, locale), texts, coders, settlement, standing, locale };
}

const marksOf = (texts: readonly TextToCode[] = []): readonly string[] => texts.map(({ mark }) => mark);

async function opened(actor: Actor, waveId: WaveId) {
  const { wave, why } = await readableWave(actor, waveId);
  const is: CodingFrame["is"] = why ?? (heldTexts(actor, waveId) ? "open" : "sealed");
  const frame = { waveId, session: wave.facts.session, closesOn: wave.endedOn ?? wave.facts.closesOn, is };
  const instrument = await findWaveInstrument(actor, wave.facts.instrument);
  const rows = is === "open" ? await rowsOf(actor, waveId) : NOTHING;
  return { frame, instrument, ...rows };
}

const NOTHING = { codings: new Map<string, never>(), settlement: NO_SETTLEMENT };

async function rowsOf(actor: Actor, waveId: WaveId) {
  return withActor(actor, async (tx) => {
    const codings = contentsOf(await readCodings(actor, tx, waveId));
    const { content: settlement } = await readSettlement(actor, tx, waveId);
    return { codings, settlement };
  });
}

function labelOf(instrument: Instrument | null, name: string, locale: Locale): string {
  const question = instrument && findQuestion(instrument, name);
  return question ? wordsIn(question.label, languageFor(locale, instrument.languages)) : name;
}

function optionsOf(list: string | null, locale: Locale): readonly CodeOption[] {
  const words = codeWordsIn(locale);
  return list === null ? [] : codesOfCoding(list).map((value) => ({ value, label: words(list, value) }));
}
