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

export interface OpenedAnswers {
  readonly opened: readonly Opened[];
  /** of another questionnaire, or nothing that a page of this one could have sent */
  readonly unreadable: number;
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
 */
export function openedAnswers(
  instrument: Instrument,
  digest: string,
  all: readonly SealedAway[],
  markOf = JUST_WRITTEN,
): OpenedAnswers {
  const opened = all.flatMap(({ way, instrument: answered, answers, panelMark = null }): readonly Opened[] => {
    const read = answered === digest ? keptSchema.safeParse(answers) : null;
    if (!read?.success) return [];
    return [{ ...walkedThrough(instrument, withoutTexts(instrument, read.data, markOf)), way, panelMark }];
  });
  return { opened, unreadable: all.length - opened.length };
}

/** What somebody wrote, by question: only for the page on which texts are coded. */
export function textsOf(instrument: Instrument, all: readonly SealedAway[], question: string): readonly string[] {
  return all.flatMap(({ answers }) => {
    const read = keptSchema.safeParse(answers);
    const value = read.success ? walkedThrough(instrument, read.data).answers[question] : undefined;
    return typeof value === "string" && isWritten(instrument, question) ? [value] : [];
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

type Row = readonly [asked: number, answers: Answers, way: Opened["way"], panelMark: string | null];

/** One text for all of them: ways through a questionnaire are few, so each is written once. */
export function openedText(opened: readonly Opened[]): string {
  const ways = new Map<string, number>();
  const rows = opened.map(({ asked, answers, way, panelMark }): Row => {
    const walk = JSON.stringify([...asked]);
    if (!ways.has(walk)) ways.set(walk, ways.size);
    return [ways.get(walk)!, answers, way, panelMark];
  });
  return `{"walks":[${[...ways.keys()].join(",")}],"rows":${JSON.stringify(rows)}}`;
}

/** What `openedText` has written, and nothing else: it never left this process. */
export function readOpenedText(text: string): readonly Opened[] {
  const { walks, rows } = JSON.parse(text) as {
    readonly walks: readonly (readonly (readonly [string, readonly string[]])[])[];
    readonly rows: readonly Row[];
  };
  const asked = walks.map((walk) => new Map(walk));
  return rows.map(([walk, answers, way, panelMark]) => ({ asked: asked[walk]!, answers, way, panelMark }));
}
