import { codesIn } from "#app/features/surveys/instruments/code-lists.ts";

/** Lists by which texts can be coded: those by which cases are, so that both can be told together. */
export const CODING_LISTS = [
  "consequence",
  "incident_type",
  "stated_reason",
  "institution_type",
  "remedy",
  "ask",
  "documents_requested",
] as const;

export const codesOfCoding = (list: string): readonly string[] =>
  (CODING_LISTS as readonly string[]).includes(list) ? codesIn(list) : [];

/** The codes that were given to texts, by the mark of each text. No code at all is a judgement too. */
export type CodesByText = Readonly<Record<string, readonly string[]>>;

/** What one analyst has coded of a survey, by question. */
export interface Coding {
  readonly questions: Readonly<Record<string, CodesByText>>;
}
export const NO_CODING: Coding = { questions: {} };

/** What both coders share: the list that a question takes, and what they settled. */
export interface Settlement {
  readonly lists: Readonly<Record<string, string>>;
  readonly settled: Readonly<Record<string, CodesByText>>;
}
export const NO_SETTLEMENT: Settlement = { lists: {}, settled: {} };

/** One text to be coded; the same words of several organisations are one text. */
export interface TextToCode {
  readonly mark: string;
  readonly text: string;
}

export interface Coder {
  readonly coderId: string;
  readonly codes: CodesByText;
}

/** Where a question stands for one analyst. A second coder never sees what the first has given before both are done. */
export type CodingStep = "no-list" | "code" | "wait" | "compare" | "full" | "nothing";

export interface QuestionStanding {
  readonly step: CodingStep;
  /** texts that this analyst has coded */
  readonly coded: number;
  readonly texts: number;
}

export const MOST_CODERS = 2;

const isDone = (marks: readonly string[], codes: CodesByText): boolean =>
  marks.every((mark) => Object.hasOwn(codes, mark));

/** Whoever has coded something of the question, by what they coded. */
export function codersOf(all: ReadonlyMap<string, Coding>, question: string): readonly Coder[] {
  return [...all].flatMap(([coderId, { questions }]) => {
    const codes = questions[question] ?? {};
    return Object.keys(codes).length > 0 ? [{ coderId, codes }] : [];
  });
}

/**
 * @param marks  of all texts of the question
 * @param me  the analyst who looks
 */
export function standingOf(
  marks: readonly string[],
  list: string | undefined,
  coders: readonly Coder[],
  me: string,
): QuestionStanding {
  const mine = coders.find(({ coderId }) => coderId === me);
  const others = coders.filter(({ coderId }) => coderId !== me);
  const coded = marks.filter((mark) => mine && Object.hasOwn(mine.codes, mark)).length;
  const told = (step: CodingStep): QuestionStanding => ({ step, coded, texts: marks.length });
  if (marks.length === 0) return told("nothing");
  if (list === undefined) return told("no-list");
  if (!mine && others.length >= MOST_CODERS)
    return told(others.every(({ codes }) => isDone(marks, codes)) ? "compare" : "full");
  if (coded < marks.length) return told("code");
  return told(others.some(({ codes }) => isDone(marks, codes)) ? "compare" : "wait");
}

/** Both coders of a question that both have finished; null before. */
export function finishedPair(marks: readonly string[], coders: readonly Coder[]): readonly [Coder, Coder] | null {
  const done = coders.filter(({ codes }) => isDone(marks, codes));
  return done.length >= MOST_CODERS ? [done[0]!, done[1]!] : null;
}
