import { choicesOf, isCarried, isListed, type Rows } from "#app/features/surveys/instruments/choices.ts";
import { ANSWER_LIST } from "#app/features/surveys/instruments/code-lists.ts";
import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import {
  findQuestion,
  type Instrument,
  type Question,
  type QuestionOf,
} from "#app/features/surveys/instruments/instrument.ts";
import { isApart, isRequired, mayDecline, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import { possibleRows } from "#app/features/surveys/instruments/offered-rows.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";
import { COUNTRIES, listCells, listNameOf, REGIONS } from "./choice-rows.ts";
import { cellsOf } from "./languages.ts";
import type { Row } from "./sheet.ts";
import { countryVariable, declineVariable, regionsVariable, rowVariable } from "./variables.ts";
import { OWN, QUARTER_CONSTRAINT, YES } from "./xlsform-columns.ts";
import { xpathOf } from "./xpath-write.ts";

type WordsOfCode = (list: string, code: string) => Words;

/** The rows of the sheet `survey` for one question: one where XLSForm knows its kind, a group where it does not. */
export function questionRows(instrument: Instrument, question: Question, words: WordsOfCode): readonly Row[] {
  const common = commonCells(instrument, question);
  const required = requiredCell(question);
  switch (question.kind) {
    case "statement":
      return [{ type: "note", ...common }];
    case "yes-no":
    case "one-of":
      return [
        {
          type: `select_one ${listNameOf(question)}`,
          ...common,
          ...required,
          ...(question.kind === "yes-no" && { [OWN.kind]: "yes-no" }),
        },
      ];
    case "band":
      return [{ type: `select_one ${listNameOf(question)}`, ...common, ...required, [OWN.kind]: "band" }];
    case "many-of":
      return [
        {
          type: `select_multiple ${listNameOf(question)}`,
          ...common,
          ...required,
          ...constraint(manyLimits(question)),
        },
      ];
    case "number":
      return withDecline(question, words, [
        { type: numberType(question), ...common, ...required, ...constraint(numberLimits(question)) },
      ]);
    case "quarter":
      return withDecline(question, words, [
        { type: "text", ...common, ...required, [OWN.kind]: "quarter", ...constraint([QUARTER_CONSTRAINT]) },
      ]);
    case "short-text":
    case "long-text":
      return withDecline(question, words, [
        {
          type: "text",
          ...common,
          ...required,
          ...(question.kind === "long-text" && { appearance: "multiline" }),
          ...constraint([`string-length(.) <= ${question.most}`]),
        },
      ]);
    case "ranking":
      return withDecline(question, words, [
        { type: `rank ${listNameOf(question)}`, ...common, ...required, [OWN.places]: String(question.places) },
      ]);
    case "places":
      return placesRows(question, words, common, required);
    case "matrix":
      return byRow(
        instrument,
        question,
        words,
        { type: `select_one ${listNameOf(question)}` },
        { appearance: "table-list" },
      );
    case "number-by-row":
      return byRow(
        instrument,
        question,
        words,
        { type: numberType(question), ...constraint(numberLimits(question)) },
        {},
      );
    case "quarter-by-row":
      return byRow(instrument, question, words, { type: "text", ...constraint([QUARTER_CONSTRAINT]) }, {});
  }
}

function commonCells(instrument: Instrument, question: Question): Row {
  return {
    name: question.name,
    ...cellsOf("label", question.label),
    ...cellsOf("hint", question.help),
    ...(question.shownWhen && { relevant: xpathOf(instrument, question.shownWhen) }),
    ...(isApart(question) && { [OWN.apart]: YES }),
  };
}

/** Where a box below declines, an answer must be given only as long as it is not ticked. */
function requiredCell(question: Question): Row {
  if (!isRequired(question)) return {};
  const hasBox = mayDecline(question) && !DECLINES_BY_OPTION.includes(question.kind);
  return { required: hasBox ? `\${${declineVariable(question.name)}} = ''` : YES };
}

const DECLINES_BY_OPTION: readonly Question["kind"][] = ["yes-no", "one-of", "band", "many-of"];

const constraint = (parts: readonly string[]): Row => (parts.length > 0 ? { constraint: parts.join(" and ") } : {});
const numberType = ({ decimals }: { decimals?: true | undefined }) => (decimals ? "decimal" : "integer");

function numberLimits({ least, most }: { least?: number | undefined; most?: number | undefined }): readonly string[] {
  return [...(least === undefined ? [] : [`. >= ${least}`]), ...(most === undefined ? [] : [`. <= ${most}`])];
}

/** Whatever stands alone, declining among it, may not be ticked with anything else. */
function manyLimits(question: QuestionOf<"many-of">): readonly string[] {
  const alone = choicesOf(question.options)
    .filter(({ exclusive }) => exclusive)
    .map(({ code }) => code);
  const all = mayDecline(question) ? [...alone, DECLINE_CODE] : alone;
  return [
    ...all.map((code) => `not(selected(., '${code}') and count-selected(.) > 1)`),
    ...(question.atMost === undefined ? [] : [`count-selected(.) <= ${question.atMost}`]),
  ];
}

function withDecline(question: Question, words: WordsOfCode, rows: readonly Row[]): readonly Row[] {
  if (!mayDecline(question)) return rows;
  const { relevant } = rows[0]!;
  return [
    ...rows,
    {
      type: "acknowledge",
      name: declineVariable(question.name),
      ...cellsOf("label", words(ANSWER_LIST, "declined")),
      ...(relevant && { relevant }),
    },
  ];
}

function grouped(
  question: Question,
  words: WordsOfCode,
  common: Row,
  more: Row,
  inner: readonly Row[],
): readonly Row[] {
  const decline: readonly Row[] = mayDecline(question)
    ? [
        {
          type: "acknowledge",
          name: declineVariable(question.name),
          ...cellsOf("label", words(ANSWER_LIST, "declined")),
        },
      ]
    : [];
  return [
    { type: "begin_group", ...common, ...more, [OWN.kind]: question.kind },
    ...inner,
    ...decline,
    { type: "end_group" },
  ];
}

function placesRows(question: QuestionOf<"places">, words: WordsOfCode, common: Row, required: Row): readonly Row[] {
  const label = cellsOf("label", question.label);
  const countries = Array.from({ length: question.countries }, (_, at) => ({
    type: `select_one ${COUNTRIES}`,
    name: countryVariable(question.name, at + 1),
    ...label,
  }));
  const regions = {
    type: `select_multiple ${REGIONS}`,
    name: regionsVariable(question.name),
    ...label,
    ...required,
  };
  return grouped(question, words, common, {}, [regions, ...countries]);
}

function byRow(
  instrument: Instrument,
  question: Extract<Question, { rows: Rows }>,
  words: WordsOfCode,
  cells: Row,
  group: Row,
): readonly Row[] {
  const { rows } = question;
  const inner = possibleRows(instrument, question).map(({ code, source }) => ({
    ...cells,
    name: rowVariable(question.name, code),
    ...cellsOf("label", isListed(source) ? words(source.list, code) : source.label),
    ...requiredCell(question),
    ...(isListed(source) && !isCarried(rows) && listCells(source)),
    ...(isCarried(rows) && { relevant: xpathOf(instrument, carriedCondition(instrument, rows, code)) }),
  }));
  const carried = isCarried(rows)
    ? { [OWN.from]: rows.from, [OWN.where]: (rows.where ?? []).join(" "), [OWN.except]: (rows.except ?? []).join(" ") }
    : {};
  return grouped(question, words, commonCells(instrument, question), { ...group, ...carried }, inner);
}

/** Which earlier answer makes a row appear. */
function carriedCondition(instrument: Instrument, rows: Extract<Rows, { from: string }>, code: string): Condition {
  const origin = findQuestion(instrument, rows.from);
  if (!origin || rowsSourceOf(origin) === null) return { op: "includes", question: rows.from, value: code };
  if (rows.where) return { op: "any-row", question: rows.from, rows: [code], values: rows.where };
  const asked = rowVariable(rows.from, code);
  return { op: "answered", question: asked };
}
