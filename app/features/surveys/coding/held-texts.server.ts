import type { Actor } from "#app/access/actor.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { isApart } from "#app/features/surveys/instruments/kinds.ts";
import { heldResults, holdResults } from "#app/features/surveys/results/held-results.server.ts";
import { type SealedAway, textsOf } from "#app/features/surveys/results/opened-answers.ts";
import { textMark } from "#app/features/surveys/results/text-mark.server.ts";
import type { WaveId } from "#app/kernel/id.ts";
import { now } from "#app/platform/clock.server.ts";
import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { mapInTurns } from "#app/platform/turns.server.ts";
import type { TextToCode } from "./coding.ts";

/** Texts by question, as they are held for one sitting: apart from the answers, which hold none. */
export type HeldTexts = Readonly<Record<string, readonly TextToCode[]>>;

const placeOf = (waveId: WaveId): string => `${waveId}/texts`;

/** The questions that are answered at length and are not kept apart. */
export function textQuestions({ pages }: Instrument): readonly string[] {
  return pages
    .flatMap(({ questions }) => questions)
    .filter((question) => question.kind === "long-text" && !isApart(question))
    .map(({ name }) => name);
}

/** Keeps the texts of all open questions for this sitting, the same words of one question once. */
export async function holdTexts(
  actor: Actor,
  waveId: WaveId,
  instrument: Instrument,
  all: readonly SealedAway[],
): Promise<void> {
  const questions = textQuestions(instrument);
  const written = (await mapInTurns(all, (one) => textsOf(instrument, one, questions))).flat();
  const distinct = new Map(questions.map((question) => [question, new Map<string, TextToCode>()]));
  for (const [question, text] of written) {
    const mark = textMark(question, text);
    distinct.get(question)?.set(mark, { mark, text });
  }
  const texts: HeldTexts = Object.fromEntries(
    [...distinct].map(([question, byMark]) => [question, [...byMark.values()]]),
  );
  holdResults(actor.sessionId, placeOf(waveId), JSON.stringify(texts), now().getTime());
}

/**
 * What this sitting has open, each text in an order of this analyst alone: neither that of the answers, nor that of the
 * other coder, whose last texts might otherwise be told from their first.
 */
export function heldTexts(actor: Actor, waveId: WaveId): HeldTexts | null {
  const held = heldResults(actor.sessionId, placeOf(waveId), now().getTime());
  if (held === null) return null;
  const place = ({ mark }: TextToCode) => sha256Hex(utf8(`${actor.userId}/${mark}`));
  const shuffled = (texts: readonly TextToCode[]) =>
    texts
      .map((text) => ({ text, place: place(text) }))
      .sort((one, other) => (one.place < other.place ? -1 : 1))
      .map(({ text }) => text);
  const texts = JSON.parse(held) as HeldTexts;
  return Object.fromEntries(Object.entries(texts).map(([question, all]) => [question, shuffled(all)]));
}
