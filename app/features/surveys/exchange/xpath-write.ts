import { valuesOf } from "#app/features/surveys/instruments/answer-codes.ts";
import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import { findQuestion, type Instrument, type Question } from "#app/features/surveys/instruments/instrument.ts";
import { mayDecline, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import { rowCodes } from "#app/features/surveys/instruments/offered-rows.ts";
import { countryVariable, regionsVariable, rowVariable } from "./variables.ts";

/** A condition in the language of XLSForm. Whatever has several parts stands in brackets, so that it is read as it was. */
export function xpathOf(instrument: Instrument, condition: Condition): string {
  const inner = (of: readonly Condition[], word: string) =>
    bracketed(
      of.map((one) => xpathOf(instrument, one)),
      word,
    );
  if (condition.op === "all") return inner(condition.of, "and");
  if (condition.op === "any") return inner(condition.of, "or");
  if (condition.op === "not") return `not(${withoutBrackets(xpathOf(instrument, condition.of))})`;
  const question = findQuestion(instrument, condition.question);
  const variable = question?.kind === "places" ? regionsVariable(question.name) : condition.question;
  switch (condition.op) {
    case "equals":
      return `\${${variable}} = '${condition.value}'`;
    case "includes":
      return `selected(\${${variable}}, '${condition.value}')`;
    case "more-than":
      return `\${${variable}} > ${condition.value}`;
    case "answered":
      return question ? answered(instrument, question) : `\${${variable}} != ''`;
    case "any-row": {
      const rows = condition.rows ?? (question ? rowCodes(instrument, question) : []);
      const parts = rows.flatMap((row) =>
        condition.values.map((value) => `\${${rowVariable(condition.question, row)}} = '${value}'`),
      );
      return bracketed(parts, "or");
    }
  }
}

/** Declining is an option of a list there, and is no answer here. */
function answered(instrument: Instrument, question: Question): string {
  const { name, kind } = question;
  if (kind === "places") {
    const countries = Array.from({ length: question.countries }, (_, at) => countryVariable(name, at + 1));
    return bracketed(
      [regionsVariable(name), ...countries].map((variable) => `\${${variable}} != ''`),
      "or",
    );
  }
  if (rowsSourceOf(question))
    return bracketed(
      rowCodes(instrument, question).map((row) => `\${${rowVariable(name, row)}} != ''`),
      "or",
    );
  const declines = mayDecline(question) && valuesOf(question).length > 0 && kind !== "ranking";
  if (!declines) return `\${${name}} != ''`;
  const isDeclined =
    kind === "many-of" ? `selected(\${${name}}, '${DECLINE_CODE}')` : `\${${name}} = '${DECLINE_CODE}'`;
  return `(\${${name}} != '' and not(${isDeclined}))`;
}

const bracketed = (parts: readonly string[], word: string): string =>
  parts.length === 1 ? parts[0]! : `(${parts.join(` ${word} `)})`;

/** `not` has brackets of its own. */
const withoutBrackets = (text: string): string => (isBracketed(text) ? text.slice(1, -1) : text);

function isBracketed(text: string): boolean {
  if (!text.startsWith("(")) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}
