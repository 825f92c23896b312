import type { Actor } from "#app/access/actor.ts";
import { answersText } from "#app/features/surveys/answering/answers-text.ts";
import { dropUnreachable, partedAnswers } from "#app/features/surveys/answering/dropping.ts";
import { codesIn } from "#app/features/surveys/instruments/answer-value.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { passOn } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { publishInstrument } from "#app/features/surveys/waves/instrument-store.server.ts";
import { addToPanel, giveOutCodes } from "#app/features/surveys/waves/panel-commands.server.ts";
import { drawPanelWords, readPanelWords } from "#app/features/surveys/waves/panel-words.server.ts";
import { newWordsFor, saveDraft, sendAnswer } from "#app/features/surveys/waves/respondent-commands.server.ts";
import { approveWave, closeWave, draftWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import type { WaveForm } from "#app/features/surveys/waves/wave-forms.ts";
import { readPanel, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import type { TeamId, WaveId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import type { Json } from "#app/kernel/json.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inventedAnswers, inventedStanding } from "./invented-answers.ts";
import { inventedName } from "./invented-names.ts";
import { inventedContact, inventedTexts } from "./invented-texts.ts";

/** Two coordinators of one team, and an analyst who knows nobody on its list. */
export interface WaveHands {
  readonly coordinators: readonly [Actor, Actor];
  readonly analyst: Actor;
  readonly teamId: TeamId;
}

export interface DemoWave extends Pick<WaveForm, "session" | "referenceFrom" | "referenceTo"> {
  /** days that it is open, from today */
  readonly days: number;
  readonly invited: number;
  /** how many of them answer */
  readonly answering: number;
  /** two waves of one seed are answered alike; where organisations are and how large is the same in all */
  readonly seed: number;
  /** words by which some agree to be compared, by the number of the organisation; filled in at their first wave */
  readonly panelWords: Map<number, string>;
}

/** A wave by the very commands that people use: planned, approved by two, its codes given out, answered in confidence. */
export async function runDemoWave(hands: WaveHands, wave: DemoWave): Promise<{ waveId: WaveId; codes: string[] }> {
  const { analyst, coordinators } = hands;
  const instrument = standardInstrument();
  const { digest } = valueFrom(await publishInstrument(coordinators[0], instrument as unknown as Json));
  const waveId = await approvedWave(hands, wave, digest);
  const codes = await invite(hands, waveId, wave, instrument);
  for (let number = 0; number < wave.answering; number += 1)
    await answer({ instrument, teamId: hands.teamId, code: codes[number]!, number }, wave);
  valueFrom(await passOn(analyst, waveId));
  return { waveId, codes: codes.slice(wave.answering) };
}

/** From then on its analysts may read it. */
export async function endDemoWave({ coordinators: [coordinator] }: WaveHands, waveId: WaveId): Promise<void> {
  const { version } = await readWave(coordinator, waveId);
  valueFrom(await closeWave(coordinator, waveId, { version }));
}

async function approvedWave(
  { coordinators }: WaveHands,
  { session, referenceFrom, referenceTo, days }: DemoWave,
  instrument: string,
): Promise<WaveId> {
  const opensOn = isoDayOf(now());
  const plan = { session, referenceFrom, referenceTo, instrument, opensOn, closesOn: addDays(opensOn, days) };
  const { waveId } = valueFrom(await draftWave(coordinators[0], plan));
  for (const coordinator of coordinators) {
    const { version, hash } = await readWave(coordinator, waveId);
    valueFrom(await approveWave(coordinator, waveId, { version, hash }));
  }
  return waveId;
}

const languageOf = (number: number) => LOCALES[number % LOCALES.length]!;

/** @returns codes in the order of the organisations' numbers */
async function invite(
  { coordinators: [coordinator] }: WaveHands,
  waveId: WaveId,
  { invited }: DemoWave,
  instrument: Instrument,
): Promise<string[]> {
  const organisations = Array.from({ length: invited }, (_, number) => {
    const { q5, q7 } = inventedStanding(instrument, number);
    const [[region = null], [size = null]] = [codesIn(q5), codesIn(q7)];
    return { name: inventedName(number), language: languageOf(number), region, size };
  });
  const { version } = await readPanel(coordinator, waveId);
  valueFrom(await addToPanel(coordinator, waveId, { version, organisations }));
  const { codes } = valueFrom(await giveOutCodes(coordinator, waveId, { version: version + 1 }));
  const byName = new Map(codes.map(({ organisation, code }) => [organisation, code]));
  return organisations.map(({ name }) => byName.get(name) ?? "");
}

interface Answering {
  readonly instrument: Instrument;
  readonly teamId: TeamId;
  readonly code: string;
  readonly number: number;
}

/** One in two agrees to be compared with another survey, one in nine asks to be contacted. */
async function answer({ instrument, teamId, code, number }: Answering, wave: DemoWave): Promise<void> {
  const seed = wave.seed + number;
  const said = {
    ...inventedAnswers(instrument, seed),
    ...inventedTexts(seed),
    ...inventedStanding(instrument, number),
  };
  const all = dropUnreachable(instrument, said).answers;
  const { answers } = partedAnswers(instrument, all);
  const { ticket } = valueFrom(await newWordsFor(code));
  valueFrom(await saveDraft(ticket, valueFrom(answersText(instrument, all))));
  const sent = JSON.parse(valueFrom(answersText(instrument, answers))) as Json;
  const panelMark = number % 2 === 0 ? await markFor(teamId, number, wave.panelWords) : null;
  const contact = number % 9 === 0 ? inventedContact(languageOf(number)) : null;
  valueFrom(await sendAnswer(ticket, { answers: sent, contact, panelMark }));
}

async function markFor(teamId: TeamId, number: number, kept: Map<number, string>): Promise<string> {
  const known = kept.get(number);
  const panel = valueFrom(await (known ? readPanelWords(teamId, known) : drawPanelWords(teamId)));
  kept.set(number, panel.words);
  return panel.mark;
}
