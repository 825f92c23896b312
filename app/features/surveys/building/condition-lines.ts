import type { Atom, Condition } from "#app/features/surveys/instruments/condition.ts";

export type Join = "all" | "any";
export const VERBS = ["answered", "not-answered", "is", "is-not", "more-than", "not-more-than"] as const;
export type Verb = (typeof VERBS)[number];

/** One line of a form: what is said of the answer to one question. */
export interface Line {
  readonly question: string;
  readonly verb: Verb;
  /** codes of answers, one of which it is */
  readonly values: readonly string[];
  /** of a matrix: in one of these rows; none of them, in any */
  readonly rows: readonly string[];
  readonly number: number | null;
}

export interface Group {
  readonly join: Join;
  readonly lines: readonly Line[];
}

/** A condition as a form can hold it: groups of lines, and what joins them. */
export interface Lines {
  readonly join: Join;
  readonly groups: readonly Group[];
}

/** How large a form may become when a condition is turned round to fit it. */
const MOST_LINES = 24;

/**
 * A condition as groups of lines. One that is nested deeper is turned round to "any of these, in each of which all of
 * that", which says the same.
 * @returns null where that would take more lines than anybody reads
 */
export function linesOf(condition: Condition): Lines | null {
  const group = groupOf(condition);
  if (group) return { join: "all", groups: [group] };
  if (condition.op === "all" || condition.op === "any") {
    const groups = condition.of.map(groupOf);
    if (groups.every((one) => one !== null)) return { join: condition.op, groups };
  }
  const turned = anyOfAll(condition, false);
  const size = turned?.reduce((sum, atoms) => sum + atoms.length, 0) ?? MOST_LINES + 1;
  if (!turned || size > MOST_LINES) return null;
  const groups = turned.map((lines): Group => ({ join: "all", lines }));
  return groups.length === 1 ? { join: "all", groups } : { join: "any", groups };
}

function groupOf(condition: Condition): Group | null {
  const line = lineOf(condition);
  if (line) return { join: "all", lines: [line] };
  if (condition.op !== "all" && condition.op !== "any") return null;
  const lines = condition.of.map(lineOf);
  return lines.every((one) => one !== null) ? { join: condition.op, lines } : null;
}

function lineOf(condition: Condition): Line | null {
  if (condition.op === "all") return null;
  if (condition.op === "not") {
    const inner = lineOf(condition.of);
    return inner && denied(inner);
  }
  return condition.op === "any" ? oneOfSeveral(condition.of) : plainLine(condition);
}

const DENIED: Record<Verb, Verb> = {
  answered: "not-answered",
  "not-answered": "answered",
  is: "is-not",
  "is-not": "is",
  "more-than": "not-more-than",
  "not-more-than": "more-than",
};
const denied = (line: Line): Line => ({ ...line, verb: DENIED[line.verb] });

function plainLine(atom: Atom): Line {
  const line = { question: atom.question, values: [], rows: [], number: null };
  switch (atom.op) {
    case "answered":
      return { ...line, verb: "answered" };
    case "more-than":
      return { ...line, verb: "more-than", number: atom.value };
    case "any-row":
      return { ...line, verb: "is", values: atom.values, rows: atom.rows ?? [] };
    default:
      return { ...line, verb: "is", values: [atom.value] };
  }
}

/** "This or that answer to one question" is one line with two values. */
function oneOfSeveral(of: readonly Condition[]): Line | null {
  const atoms = of.filter((inner) => inner.op === "equals" || inner.op === "includes");
  const [first] = atoms;
  if (!first || atoms.length < of.length) return null;
  const isAlike = atoms.every(({ op, question }) => op === first.op && question === first.question);
  return isAlike ? { ...plainLine(first), values: atoms.map(({ value }) => value) } : null;
}

type AnyOfAll = readonly (readonly Line[])[];

function anyOfAll(condition: Condition, isDenied: boolean): AnyOfAll | null {
  const line = lineOf(condition);
  if (line) return [[isDenied ? denied(line) : line]];
  if (condition.op === "not") return anyOfAll(condition.of, !isDenied);
  if (condition.op !== "all" && condition.op !== "any") return null;
  const parts: AnyOfAll[] = [];
  for (const inner of condition.of) {
    const part = anyOfAll(inner, isDenied);
    if (!part) return null;
    parts.push(part);
  }
  if ((condition.op === "any") !== isDenied) return parts.flat();
  return parts.reduce<AnyOfAll | null>((sum, part) => sum && crossed(sum, part), [[]]);
}

function crossed(one: AnyOfAll, other: AnyOfAll): AnyOfAll | null {
  if (one.length * other.length > MOST_LINES) return null;
  return one.flatMap((left) => other.map((right) => [...left, ...right]));
}

/** How the answers of a question are asked after, where several can be chosen or each row has one. */
export type AnswerForm = "one" | "several" | "rows" | "number" | "other";

/** The condition that a form says, or null where it says nothing. @param formOf of the question that a line is about */
export function conditionOf({ join, groups }: Lines, formOf: (question: string) => AnswerForm): Condition | null {
  const parts = groups.flatMap((group) => {
    const lines = group.lines.flatMap((line) => atomOf(line, formOf(line.question)) ?? []);
    return lines.length === 0 ? [] : [joined(group.join, lines)];
  });
  return parts.length === 0 ? null : joined(join, parts);
}

const joined = (op: Join, of: readonly Condition[]): Condition => (of.length === 1 ? of[0]! : { op, of });

function atomOf(line: Line, form: AnswerForm): Condition | null {
  if (line.verb === "not-answered" || line.verb === "is-not" || line.verb === "not-more-than") {
    const of = atomOf(denied(line), form);
    return of && { op: "not", of };
  }
  const { question, values, rows, number } = line;
  if (line.verb === "answered") return { op: "answered", question };
  if (line.verb === "more-than") return number === null ? null : { op: "more-than", question, value: number };
  if (values.length === 0) return null;
  if (form === "rows") return { op: "any-row", question, values, ...(rows.length > 0 && { rows }) };
  const op = form === "several" ? "includes" : "equals";
  return joined(
    "any",
    values.map((value): Condition => ({ op, question, value })),
  );
}
