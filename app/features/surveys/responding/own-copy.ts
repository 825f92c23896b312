import { z } from "zod";
import { answersText, readAnswersText } from "#app/features/surveys/answering/answers-text.ts";
import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import type { Json } from "#app/kernel/json.ts";
import { ok, type Result } from "#app/kernel/result.ts";

/** What a respondent keeps under code and words, as far as it has come: the draft, and once it was sent the own copy. */
export interface OwnCopy {
  readonly answers: Answers;
  /** words by which surveys may be compared, with the mark that is sent of them; null where none were given */
  readonly panel: { readonly words: string; readonly mark: string } | null;
}

const EMPTY: OwnCopy = { answers: {}, panel: null };

const keptSchema = z.strictObject({
  form: z.literal(2),
  answers: z.looseObject({}),
  panel: z.strictObject({ words: z.string(), mark: z.string() }).nullable(),
});

/** As it is sealed. Refused where the answers are longer than their room. */
export function ownCopyJson(instrument: Instrument, { answers, panel }: OwnCopy): Result<Json> {
  const text = answersText(instrument, answers);
  return text.ok ? ok({ form: 2, answers: JSON.parse(text.value), panel: panel && { ...panel } }) : text;
}

/** What this version of the questionnaire cannot hold is left out, and nothing else is lost. */
export function readOwnCopy(instrument: Instrument, kept: unknown): OwnCopy {
  // The first form was the text of the answers alone.
  if (typeof kept === "string") return { ...EMPTY, answers: answersIn(instrument, kept) };
  const read = keptSchema.safeParse(kept);
  if (!read.success) return EMPTY;
  return { answers: answersIn(instrument, JSON.stringify(read.data.answers)), panel: read.data.panel };
}

function answersIn(instrument: Instrument, text: string): Answers {
  const read = readAnswersText(instrument, text);
  return read.ok ? read.value : {};
}
