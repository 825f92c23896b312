import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import { partsOf } from "./variables.ts";
import type { Expression } from "./xpath-read.ts";

/** What is known of the questions when conditions are put together again. */
export interface KnownQuestions {
  /** the codes of all rows of a question; null where it has none */
  readonly rowsOf: (question: string) => readonly string[] | null;
  readonly isKnown: (question: string) => boolean;
  /** regions and countries are parts there and no rows here */
  readonly isPlaces: (question: string) => boolean;
}

/** @returns the condition, or null where the expression asks what no condition can */
export function conditionOf(expression: Expression, known: KnownQuestions): Condition | null {
  const whole = wholeAnswer(expression, known) ?? anyRow(expression, known);
  if (whole) return whole;
  switch (expression.is) {
    case "not": {
      const of = conditionOf(expression.of, known);
      return of && { op: "not", of };
    }
    case "and":
    case "or": {
      const of = expression.of.map((one) => conditionOf(one, known));
      if (of.some((one) => one === null)) return null;
      return { op: expression.is === "and" ? "all" : "any", of: of as Condition[] };
    }
    case "selected":
      return selected(expression.variable, expression.value, known);
    case "compare":
      return compared(expression, known);
  }
}

type Compared = Extract<Expression, { is: "compare" }>;

function selected(variable: string, value: string, known: KnownQuestions): Condition | null {
  const { question, part } = partsOf(variable);
  if (!known.isKnown(question) || (part !== "" && part !== "regions")) return null;
  return { op: "includes", question, value };
}

function compared({ variable, sign, value }: Compared, known: KnownQuestions): Condition | null {
  const { question, part } = partsOf(variable);
  if (part !== "" || !known.isKnown(question)) return null;
  if (sign === ">") return typeof value === "number" ? { op: "more-than", question, value } : null;
  if (value === "")
    return sign === "!=" ? { op: "answered", question } : { op: "not", of: { op: "answered", question } };
  const equals: Condition = { op: "equals", question, value: String(value) };
  return sign === "=" ? equals : { op: "not", of: equals };
}

const isFilled = (one: Expression): one is Compared => one.is === "compare" && one.sign === "!=" && one.value === "";

/** "Answered" of a question that is several variables, or in which declining is one of the options. */
function wholeAnswer(expression: Expression, known: KnownQuestions): Condition | null {
  if (isFilled(expression)) return answeredBy([expression], known);
  if (expression.is === "or" && expression.of.every(isFilled)) return answeredBy(expression.of as Compared[], known);
  if (expression.is !== "and" || expression.of.length !== 2) return null;
  const [filled, declined] = expression.of as [Expression, Expression];
  return isFilled(filled) && isNotDeclined(declined, filled.variable) ? answeredBy([filled], known) : null;
}

function isNotDeclined(expression: Expression, variable: string): boolean {
  const { of } = expression.is === "not" ? expression : { of: null };
  return (
    of !== null &&
    (of.is === "selected" || of.is === "compare") &&
    of.variable === variable &&
    of.value === DECLINE_CODE
  );
}

function answeredBy(parts: readonly Compared[], known: KnownQuestions): Condition | null {
  const named = parts.map(({ variable }) => partsOf(variable));
  const question = named[0]!.question;
  if (!known.isKnown(question) || named.some((one) => one.question !== question)) return null;
  const rows = known.rowsOf(question);
  const isWhole = known.isPlaces(question)
    ? named.some(({ part }) => part === "regions")
    : rows
      ? rows.every((row) => named.some(({ part }) => part === row))
      : named.every(({ part }) => part === "") && named.length === 1;
  return isWhole ? { op: "answered", question } : null;
}

/** Rows of one question compared with answers: `any-row`, where each of the rows is compared with each of the answers. */
function anyRow(expression: Expression, known: KnownQuestions): Condition | null {
  const parts = expression.is === "or" ? expression.of : [expression];
  const said = parts.map((one) => {
    if (one.is !== "compare" || one.sign !== "=" || one.value === "") return null;
    return { ...partsOf(one.variable), value: String(one.value) };
  });
  if (said.some((one) => one === null || one.part === "")) return null;
  const cells = said as { question: string; part: string; value: string }[];
  const question = cells[0]!.question;
  const all = known.rowsOf(question);
  const rows = [...new Set(cells.map(({ part }) => part))];
  const values = [...new Set(cells.map(({ value }) => value))];
  if (!all || rows.some((row) => !all.includes(row)) || cells.some((one) => one.question !== question)) return null;
  if (cells.length !== rows.length * values.length) return null;
  if (new Set(cells.map(({ part, value }) => `${part} ${value}`)).size !== cells.length) return null;
  return rows.length === all.length ? { op: "any-row", question, values } : { op: "any-row", question, rows, values };
}
