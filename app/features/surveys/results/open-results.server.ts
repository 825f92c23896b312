import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { readInstrument } from "#app/features/surveys/instruments/read-instrument.ts";
import { type ReadWave, readAnswers } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { type AnalystWave, analystWave, readAnalystWave } from "#app/features/surveys/waves/analyst-waves.server.ts";
import { findInstrumentIn } from "#app/features/surveys/waves/instrument-store.server.ts";
import { readMakeup } from "#app/features/surveys/waves/panel-makeup.server.ts";
import type { PanelMakeup } from "#app/features/surveys/waves/panel-makeup.ts";
import { KNOWS_THE_PANEL, NO_INSTRUMENT, NOT_NOW } from "#app/features/surveys/waves/wave-refusals.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { mapInTurns } from "#app/platform/turns.server.ts";
import { heldResults, holdResults } from "./held-results.server.ts";
import { type Opened, openedAnswer } from "./opened-answers.ts";
import { openedText, readOpenedText } from "./opened-text.server.ts";
import { textMark } from "./text-mark.server.ts";

/** What is known of a survey's answers besides what they say. */
export interface AnswerCounts {
  readonly superseded: number;
  /** not made by the product, or damaged */
  readonly broken: number;
  /** sound, and of another questionnaire or misformed */
  readonly unreadable: number;
}

export interface WaveResults {
  readonly wave: AnalystWave;
  readonly instrument: Instrument;
  readonly answers: readonly Opened[];
  readonly counts: AnswerCounts;
  /** null where nobody was given a code */
  readonly makeup: PanelMakeup | null;
}

/** Why there is nothing to be seen: it takes answers still, or whoever asks knows the panel, or has not opened it yet. */
export type NotOpen = "takes-answers" | "knows-the-panel" | "sealed";

export type FoundResults =
  | { readonly is: "open"; readonly results: WaveResults }
  | { readonly is: NotOpen; readonly wave: AnalystWave };

/**
 * Opens every answer of a closed survey for this sitting. That they were read is recorded before the first is opened,
 * which is why it is an act and no address does it; the pages that follow look at what is held in memory.
 */
export async function openResults(actor: Actor, waveId: WaveId): Promise<Result<null>> {
  const read = await readAnswers(actor, waveId);
  if (!read.ok) return read;
  const makeup = await readMakeup(actor, waveId);
  const instrument = await findWaveInstrument(actor, read.value.wave.facts.instrument);
  if (!instrument) return refuse(NO_INSTRUMENT);
  const text = await heldText(instrument, read.value, makeup);
  holdResults(actor.sessionId, waveId, text, now().getTime());
  return ok(null);
}

/** @throws Response the page of what is not there */
export async function findResults(actor: Actor, waveId: WaveId): Promise<FoundResults> {
  const { wave: listed, why } = await readableWave(actor, waveId);
  if (why !== null) return { is: why, wave: listed };
  const held = heldResults(actor.sessionId, waveId, now().getTime());
  if (held === null) return { is: "sealed", wave: listed };
  const instrument = await findWaveInstrument(actor, listed.facts.instrument);
  if (!instrument) throw notFound();
  return { is: "open", results: { wave: listed, instrument, ...(await readHeld(held)) } };
}

const WHY: Readonly<Record<string, Exclude<NotOpen, "sealed">>> = {
  [NOT_NOW.code]: "takes-answers",
  [KNOWS_THE_PANEL.code]: "knows-the-panel",
};

/**
 * A survey as an analyst may come to it, and why its answers cannot be opened, where they cannot.
 * @throws Response the page of what is not there
 */
export async function readableWave(
  actor: Actor,
  waveId: WaveId,
): Promise<{ wave: AnalystWave; why: Exclude<NotOpen, "sealed"> | null }> {
  const wave = await readAnalystWave(actor, waveId);
  const found = await withActor(actor, (tx) =>
    analystWave(actor, tx, { id: waveId, act: "read", permission: "wave-answer.read" }),
  );
  if (found.ok) return { wave, why: null };
  const why = WHY[found.refusal.code];
  if (!why) throw notFound();
  return { wave, why };
}

/**
 * @param digest  of a published version
 * @returns null for none, and for one that is none of today's form
 */
export async function findWaveInstrument(actor: Actor, digest: string): Promise<Instrument | null> {
  const content = await withActor(actor, (tx) => findInstrumentIn(tx, digest));
  const read = readInstrument(JSON.stringify(content));
  return read.ok ? read.value : null;
}

type Kept = Pick<WaveResults, "counts" | "makeup">;

async function heldText(instrument: Instrument, read: ReadWave, makeup: PanelMakeup | null): Promise<string> {
  const { answers, superseded, broken, wave } = read;
  const all = await mapInTurns(answers, (one) => openedAnswer(instrument, wave.facts.instrument, one, textMark));
  const opened = all.filter((one) => one !== null);
  const kept: Kept = { counts: { superseded, broken, unreadable: all.length - opened.length }, makeup };
  return `${JSON.stringify(kept)}\n${await openedText(opened)}`;
}

async function readHeld(text: string): Promise<Omit<WaveResults, "wave" | "instrument">> {
  const end = text.indexOf("\n");
  return { ...(JSON.parse(text.slice(0, end)) as Kept), answers: await readOpenedText(text.slice(end + 1)) };
}
