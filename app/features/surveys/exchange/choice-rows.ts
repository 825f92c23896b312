import { COUNTRY_CODES } from "#app/features/registers/regional-groups.ts";
import { valuesOf } from "#app/features/surveys/instruments/answer-codes.ts";
import { type Choices, choicesOf, isListed, type ListedChoices } from "#app/features/surveys/instruments/choices.ts";
import { ANSWER_LIST, COUNTRY_LIST, codesIn, REGION_LIST } from "#app/features/surveys/instruments/code-lists.ts";
import { type Question, type QuestionOf, questionsOf } from "#app/features/surveys/instruments/instrument.ts";
import { mayDecline, optionsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { DECLINE_CODE } from "#app/features/surveys/instruments/names.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";
import { cellsOf } from "./languages.ts";
import type { Writing } from "./question-cells.ts";
import type { Row } from "./sheet.ts";
import { OWN } from "./xlsform-columns.ts";

/** Lists that several questions share have two underscores, as no question's own has. */
export const REGIONS = "places__regions";
export const COUNTRIES = "places__countries";

/** The list of a question's answers: shared by all questions of yes and no, else its own. */
export function listNameOf(question: Question): string {
  if (question.kind !== "yes-no") return question.name;
  return ["yes__no", question.unsure && "unsure", mayDecline(question) && "declined"].filter(Boolean).join("_");
}

/** All lists of answers that the questions choose from, each once. */
export function choiceRows(writing: Writing): readonly Row[] {
  const lists = new Map(questionsOf(writing.instrument).flatMap((question) => listsOf(question, writing)));
  return [...lists.values()].flat();
}

type List = readonly [name: string, rows: readonly Row[]];

function listsOf(question: Question, writing: Writing): readonly List[] {
  const list = listNameOf(question);
  if (question.kind === "places") return placeLists(question, writing);
  if (question.kind === "yes-no")
    return [[list, [...codeRows(list, ANSWER_LIST, valuesOf(question), writing), ...declineRow(question, writing)]]];
  const source = optionsSourceOf(question);
  return source ? [[list, [...optionRows(list, source, writing), ...declineRow(question, writing)]]] : [];
}

function placeLists({ countries }: QuestionOf<"places">, writing: Writing): readonly List[] {
  const regions: List = [REGIONS, codeRows(REGIONS, REGION_LIST, codesIn(REGION_LIST), writing)];
  return countries > 0 ? [regions, [COUNTRIES, codeRows(COUNTRIES, COUNTRY_LIST, COUNTRY_CODES, writing)]] : [regions];
}

const row = (list: string, name: string, said: Words): Row => ({ list_name: list, name, ...cellsOf("label", said) });

const codeRows = (list: string, from: string, codes: readonly string[], { words }: Writing): readonly Row[] =>
  codes.map((code) => row(list, code, words(from, code)));

function optionRows(list: string, options: Choices, { words }: Writing): readonly Row[] {
  return choicesOf(options).map(({ code, source }) =>
    isListed(source)
      ? { ...row(list, code, words(source.list, code)), ...listCells(source) }
      : row(list, code, source.label),
  );
}

/** A matrix and a ranking have a box below them instead. */
function declineRow(question: Question, { words }: Writing): readonly Row[] {
  const isOption = mayDecline(question) && question.kind !== "matrix" && question.kind !== "ranking";
  return isOption ? [row(listNameOf(question), DECLINE_CODE, words(ANSWER_LIST, "declined"))] : [];
}

/** Where a code comes from: `list`, or `list under heading`. */
export function listCells({ list, heading }: ListedChoices): Row {
  return { [OWN.list]: heading ? `${list} ${heading.list} ${heading.code}` : list };
}
