import { choicesOf } from "#app/features/surveys/instruments/choices.ts";
import { ANSWER_LIST } from "#app/features/surveys/instruments/code-lists.ts";
import type { Instrument, Question, QuestionOf } from "#app/features/surveys/instruments/instrument.ts";
import { isApart, isRequired, mayDecline } from "#app/features/surveys/instruments/kinds.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";
import { cellsOf } from "./languages.ts";
import type { Row } from "./sheet.ts";
import { declineVariable } from "./variables.ts";
import { OWN, YES } from "./xlsform-columns.ts";
import { xpathOf } from "./xpath-write.ts";

/** The instrument that is written, and the words of its codes in all of its languages. */
export interface Writing {
  readonly instrument: Instrument;
  readonly words: (list: string, code: string) => Words;
}

/** Name, texts and condition of a question. */
export function commonCells(question: Question, { instrument }: Writing): Row {
  return {
    name: question.name,
    ...cellsOf("label", question.label),
    ...cellsOf("hint", question.help),
    ...(question.shownWhen && { relevant: xpathOf(instrument, question.shownWhen) }),
    ...(isApart(question) && { [OWN.apart]: YES }),
  };
}

const DECLINES_BY_OPTION: readonly Question["kind"][] = ["yes-no", "one-of", "band", "many-of"];

/** Where a box below declines, an answer must be given only as long as it is not ticked. */
export function requiredCell(question: Question): Row {
  if (!isRequired(question)) return {};
  const hasBox = mayDecline(question) && !DECLINES_BY_OPTION.includes(question.kind);
  return { required: hasBox ? `\${${declineVariable(question.name)}} = ''` : YES };
}

/** The box below a question by which it is declined; none where it cannot be. */
export function declineRows(question: Question, { words }: Writing, more: Row = {}): readonly Row[] {
  if (!mayDecline(question)) return [];
  const label = cellsOf("label", words(ANSWER_LIST, "declined"));
  return [{ type: "acknowledge", name: declineVariable(question.name), ...label, ...more }];
}

/** @param parts  all of which must hold; none of them is no constraint */
export const constraint = (parts: readonly string[]): Row =>
  parts.length > 0 ? { constraint: parts.join(" and ") } : {};

type NumberQuestion = QuestionOf<"number" | "number-by-row">;

/** Whole or with decimals, and between which limits. */
export function numberCells({ decimals, least, most }: NumberQuestion): Row {
  const limits = [...(least === undefined ? [] : [`. >= ${least}`]), ...(most === undefined ? [] : [`. <= ${most}`])];
  return { type: decimals ? "decimal" : "integer", ...constraint(limits) };
}

/** Whatever stands alone, declining among it, may not be ticked with anything else. */
export function manyLimits(question: QuestionOf<"many-of">): readonly string[] {
  const alone = choicesOf(question.options)
    .filter(({ exclusive }) => exclusive)
    .map(({ code }) => code);
  const all = mayDecline(question) ? [...alone, DECLINE_CODE] : alone;
  return [
    ...all.map((code) => `not(selected(., '${code}') and count-selected(.) > 1)`),
    ...(question.atMost === undefined ? [] : [`count-selected(.) <= ${question.atMost}`]),
  ];
}
