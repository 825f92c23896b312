import { valuesOf } from "./answer-codes.ts";
import { type CarriedRows, choicesOf, isCarried } from "./choices.ts";
import type { Atom } from "./condition.ts";
import type { Instrument, Question } from "./instrument.ts";
import { isRequired, mayDecline, optionsSourceOf, rowsSourceOf } from "./kinds.ts";
import { rowCodes } from "./offered-rows.ts";

/** A condition about one question, or that some of its rows are carried on to another. */
export type ReachAtom =
  | Atom
  | {
      readonly op: "carries";
      readonly question: string;
      readonly where?: CarriedRows["where"];
      readonly rows: readonly string[];
    };

/** Which atoms one answer makes true, one bit each. */
type Mask = bigint;

/** More than anybody's questionnaire has, and little enough to be walked through at once. */
export const MOST_STATES = 20_000;

/**
 * Every set of atoms that one answer to a question can make true.
 * @param bitOf the bit of an atom
 * @param takes whether there is time for so many steps more: asked before they are made, for they fill the memory as well
 * @returns null where there are more than can be walked through
 */
export function masksOf(
  instrument: Instrument,
  question: Question,
  atoms: readonly ReachAtom[],
  bitOf: (atom: ReachAtom) => Mask,
  takes: Takes,
): ReadonlySet<Mask> | null {
  const maskOf = (isTrue: (atom: ReachAtom) => boolean) =>
    atoms.reduce((mask, atom) => (isTrue(atom) ? mask | bitOf(atom) : mask), 0n);
  if (!takes(saidOf(instrument, question) * atoms.length)) return null;
  const answered = answeredMasks(instrument, question, maskOf, takes);
  if (answered === null) return null;
  // Whoever must answer and cannot decline has always said something by the next page.
  return isRequired(question) && !mayDecline(question) ? answered : new Set([...answered, 0n]);
}

type MaskOf = (isTrue: (atom: ReachAtom) => boolean) => Mask;
type Takes = (steps: number) => boolean;

/** How many answers there are to be compared with each atom. */
function saidOf(instrument: Instrument, question: Question): number {
  const values = Math.max(1, valuesOf(question).length);
  return rowsSourceOf(question) ? rowCodes(instrument, question).length * values : values;
}

function answeredMasks(
  instrument: Instrument,
  question: Question,
  maskOf: MaskOf,
  takes: Takes,
): ReadonlySet<Mask> | null {
  switch (question.kind) {
    case "statement":
      return new Set([0n]);
    case "yes-no":
    case "one-of":
    case "band":
      return new Set(valuesOf(question).map((value) => maskOf((atom) => isAnswered(atom) || saysValue(atom, value))));
    case "many-of": {
      const choices = choicesOf(question.options);
      const alone = choices.filter(({ exclusive }) => exclusive).map(({ code }) => chosen(code, maskOf));
      const together = choices.filter(({ exclusive }) => !exclusive).map(({ code }) => chosen(code, maskOf));
      return withMasks(unions(together, question.atMost ?? together.length, takes), alone);
    }
    case "ranking":
      return unions(
        valuesOf(question).map((code) => chosen(code, maskOf)),
        question.places,
        takes,
      );
    case "places": {
      const regions = valuesOf(question).map((code) => chosen(code, maskOf));
      // A country without a region is an answer too.
      return withMasks(unions(regions, regions.length, takes), question.countries > 0 ? [maskOf(isAnswered)] : []);
    }
    case "number":
      return new Set(
        tellingNumbers(question, maskOf).map((number) => maskOf((atom) => isAnswered(atom) || isMore(atom, number))),
      );
    case "matrix":
    case "number-by-row":
    case "quarter-by-row":
      return byRow(instrument, question, maskOf, takes);
    default:
      return new Set([maskOf(isAnswered)]);
  }
}

const isAnswered = (atom: ReachAtom) => atom.op === "answered";
const saysValue = (atom: ReachAtom, value: string) => atom.op === "equals" && atom.value === value;
const isMore = (atom: ReachAtom, number: number) => atom.op === "more-than" && number > atom.value;

function chosen(code: string, maskOf: MaskOf): Mask {
  return maskOf(
    (atom) =>
      isAnswered(atom) ||
      (atom.op === "includes" && atom.value === code) ||
      (atom.op === "carries" && atom.rows.includes(code)),
  );
}

/** All unions of one to `most` of the masks. */
function unions(masks: readonly Mask[], most: number, takes: Takes): ReadonlySet<Mask> | null {
  const distinct = [...new Set(masks)];
  let reached: ReadonlySet<Mask> = new Set(distinct);
  for (let count = 1; count < most; count += 1) {
    const more = joined(reached, distinct, takes);
    if (more === null) return null;
    for (const mask of reached) more.add(mask);
    if (more.size === reached.size) break;
    reached = more;
  }
  return reached;
}

/** Each of the one with each of the other. @returns null as soon as there are too many */
function joined(some: ReadonlySet<Mask>, others: readonly Mask[], takes: Takes): Set<Mask> | null {
  if (!takes(some.size * others.length)) return null;
  const all = new Set<Mask>();
  for (const mask of some) {
    for (const other of others) all.add(mask | other);
    if (all.size > MOST_STATES) return null;
  }
  return all;
}

function withMasks(masks: ReadonlySet<Mask> | null, more: readonly Mask[]): ReadonlySet<Mask> | null {
  return masks && new Set([...masks, ...more]);
}

/** Numbers on both sides of every number that a condition compares with, as far as the limits allow. */
function tellingNumbers(question: Extract<Question, { kind: "number" }>, maskOf: MaskOf): readonly number[] {
  const compared: number[] = [];
  maskOf((atom) => {
    if (atom.op === "more-than") compared.push(atom.value);
    return false;
  });
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, decimals } = question;
  const beside = compared.flatMap((value) =>
    decimals ? [value, Math.min(most, value + 0.01)] : [Math.floor(value), Math.floor(value) + 1],
  );
  const ends = [least, most].filter(Number.isFinite);
  const whole = decimals ? ends : [Math.ceil(ends[0] ?? 0), Math.floor(ends.at(-1) ?? 0)];
  return [...new Set([0, ...beside, ...whole])].filter((number) => number >= least && number <= most);
}

/** Row by row: each adds what one of its answers makes true. */
function byRow(
  instrument: Instrument,
  question: Extract<Question, { kind: "matrix" | "number-by-row" | "quarter-by-row" }>,
  maskOf: MaskOf,
  takes: Takes,
): ReadonlySet<Mask> | null {
  const rows = rowCodes(instrument, question);
  const values = optionsSourceOf(question) ? valuesOf(question) : ["given"];
  const mayStayEmpty = !isRequired(question) || isCarried(rowsSourceOf(question)!);
  // The lowest bit tells that some row was answered: with none of them there is no answer at all.
  let reached: ReadonlySet<Mask> = new Set([0n]);
  for (const row of rows) {
    const said = new Set(values.map((value) => (rowMask(row, value, maskOf) << 1n) | 1n));
    if (mayStayEmpty) said.add(0n);
    const more = joined(reached, [...said], takes);
    if (more === null) return null;
    reached = more;
  }
  return new Set([...reached].filter((mask) => (mask & 1n) === 1n).map((mask) => mask >> 1n));
}

function rowMask(row: string, value: string, maskOf: MaskOf): Mask {
  return maskOf((atom) => {
    if (atom.op === "any-row") return (atom.rows?.includes(row) ?? true) && atom.values.includes(value);
    if (atom.op === "carries") return atom.rows.includes(row) && (atom.where?.includes(value) ?? true);
    return isAnswered(atom);
  });
}
