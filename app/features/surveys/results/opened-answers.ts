import { z } from "zod";
import { type Answers, type Value, valueSchema } from "#app/features/surveys/instruments/answer-value.ts";
import { findQuestion, type Instrument } from "#app/features/surveys/instruments/instrument.ts";
import { nameSchema } from "#app/features/surveys/instruments/names.ts";
import { type Walked, walkedThrough } from "./sample.ts";

/** An answer as it comes out of its seal: what it says is looked at here, and no sooner. */
export interface SealedAway {
  readonly way: "panel" | "link";
  /** digest of the questionnaire that was answered */
  readonly instrument: string;
  readonly answers: unknown;
  /** the same for the same word in the surveys of one team */
  readonly panelMark?: string | null;
}

/** One organisation, ready to be counted: walked through, and without what it wrote in its own words. */
export interface Opened extends Walked {
  readonly way: "panel" | "link";
  readonly panelMark: string | null;
}

const answersSchema = z.record(nameSchema, valueSchema);
const keptSchema = z.union([
  z.object({ instrument: nameSchema, version: z.number(), answers: answersSchema }).transform(({ answers }) => answers),
  answersSchema,
]);

/** What stands where somebody wrote something: that they did counts, what they wrote is read on another page. */
export type MarkOf = (question: string, text: string) => string;
const JUST_WRITTEN: MarkOf = () => "written";

/**
 * @param digest  of the questionnaire that the survey asks
 * @param markOf  by which the codes of a text find it again
 * @returns null for an answer to another questionnaire, or nothing that a page of this one could have sent
 */
export function openedAnswer(
  instrument: Instrument,
  digest: string,
  { way, instrument: answered, answers, panelMark = null }: SealedAway,
  markOf = JUST_WRITTEN,
): Opened | null {
  const read = answered === digest ? keptSchema.safeParse(answers) : null;
  if (!read?.success) return null;
  return { ...walkedThrough(instrument, withoutTexts(instrument, read.data, markOf)), way, panelMark };
}

/** What somebody wrote in answer to some questions: only for the page on which texts are coded. */
export function textsOf(
  instrument: Instrument,
  { answers }: SealedAway,
  questions: readonly string[],
): readonly (readonly [question: string, text: string])[] {
  const read = keptSchema.safeParse(answers);
  if (!read.success) return [];
  const said = walkedThrough(instrument, read.data).answers;
  return questions.flatMap((question) => {
    const value = said[question];
    return typeof value === "string" && isWritten(instrument, question) ? [[question, value] as const] : [];
  });
}

const isWritten = (instrument: Instrument, name: string): boolean => {
  const kind = findQuestion(instrument, name)?.kind;
  return kind === "short-text" || kind === "long-text";
};

function withoutTexts(instrument: Instrument, answers: Answers, markOf: MarkOf): Answers {
  const bare = ([name, value]: [string, Value]): [string, Value] =>
    typeof value === "string" && isWritten(instrument, name) ? [name, markOf(name, value)] : [name, value];
  return Object.fromEntries(Object.entries(answers).map(bare));
}
