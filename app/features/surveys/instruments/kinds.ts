import type { Choices, Rows } from "./choices.ts";
import type { Condition } from "./condition.ts";
import type { Kind, Question } from "./instrument.ts";

type Op = Exclude<Condition["op"], "all" | "any" | "not">;

interface KindFacts {
  /** a statement asks nothing */
  readonly asks: boolean;
  /** what a condition may say of an answer of this kind */
  readonly ops: readonly Op[];
  /** the fewest options that make sense; null where the kind has none */
  readonly leastOptions: number | null;
  readonly hasRows: boolean;
}

const none = { asks: true, leastOptions: null, hasRows: false } as const;

export const KIND_FACTS: Record<Kind, KindFacts> = {
  statement: { ...none, asks: false, ops: [] },
  "yes-no": { ...none, ops: ["answered", "equals"] },
  "one-of": { ...none, ops: ["answered", "equals"], leastOptions: 2 },
  "many-of": { ...none, ops: ["answered", "includes"], leastOptions: 2 },
  band: { ...none, ops: ["answered", "equals"], leastOptions: 2 },
  matrix: { ...none, ops: ["answered", "any-row"], leastOptions: 2, hasRows: true },
  number: { ...none, ops: ["answered", "more-than"] },
  "number-by-row": { ...none, ops: ["answered"], hasRows: true },
  quarter: { ...none, ops: ["answered"] },
  "quarter-by-row": { ...none, ops: ["answered"], hasRows: true },
  places: { ...none, ops: ["answered", "includes"] },
  ranking: { ...none, ops: ["answered", "includes"], leastOptions: 2 },
  "short-text": { ...none, ops: ["answered"] },
  "long-text": { ...none, ops: ["answered"] },
};

export const asks = (question: Question): question is Exclude<Question, { kind: "statement" }> =>
  KIND_FACTS[question.kind].asks;

/**
 * @returns null for kinds that offer nothing to choose from; yes and no, and regions, are no options of an instrument
 */
export function optionsSourceOf(question: Question): Choices | null {
  return "options" in question ? question.options : null;
}

/** @returns null for kinds without rows */
export function rowsSourceOf(question: Question): Rows | null {
  return "rows" in question ? question.rows : null;
}

export const isRequired = (question: Question): boolean => "required" in question && question.required === true;
export const mayDecline = (question: Question): boolean => "mayDecline" in question && question.mayDecline === true;
export const isApart = (question: Question): boolean => "apart" in question && question.apart === true;
