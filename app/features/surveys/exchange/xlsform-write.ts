import type { Choices } from "#app/features/surveys/instruments/choices.ts";
import { isCarried, isListed } from "#app/features/surveys/instruments/choices.ts";
import type { CodeWords } from "#app/features/surveys/instruments/code-lists.ts";
import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import type { End, Instrument, Page, Question } from "#app/features/surveys/instruments/instrument.ts";
import { asks, optionsSourceOf, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { withFixedCodes } from "#app/features/surveys/instruments/read-instrument.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { choiceRows } from "./choice-rows.ts";
import { cellsOf, columnsIn } from "./languages.ts";
import type { Writing } from "./question-cells.ts";
import { questionRows } from "./question-rows.ts";
import { type Row, type Sheet, type SheetMessage, sheetOf } from "./sheet.ts";
import { introVariable } from "./variables.ts";
import { OWN, ROW_KINDS } from "./xlsform-columns.ts";
import { xpathOf } from "./xpath-write.ts";

export interface Written {
  readonly sheets: readonly Sheet[];
  /** what other tools will not have of it */
  readonly messages: readonly SheetMessage[];
}

/** An instrument as the three sheets of XLSForm. @param wordsIn the words of codes by language */
export function xlsFormOf(instrument: Instrument, wordsIn: (locale: Locale) => CodeWords): Written {
  const fixed = withFixedCodes(instrument);
  const words = (list: string, code: string) =>
    Object.fromEntries(fixed.languages.map((locale) => [locale, wordsIn(locale)(list, code)]));
  const writing = { instrument: fixed, words };
  const columns = (...names: readonly string[]) => names.flatMap((name) => columnsIn(name, fixed.languages));
  const sheets = [
    sheetOf(
      "survey",
      ["type", "name", ...columns("label", "hint"), "required", "relevant", "constraint", "appearance", ...SURVEY_OWN],
      surveyRows(writing),
    ),
    sheetOf("choices", ["list_name", "name", ...columns("label"), OWN.list], choiceRows(writing)),
    sheetOf(
      "settings",
      ["form_title", "form_id", "version", "default_language", ...columns(OWN.title, OWN.intro, OWN.thanks)],
      [settings(fixed)],
    ),
  ];
  return { sheets, messages: messagesOf(fixed) };
}

const SURVEY_OWN = [OWN.kind, OWN.list, OWN.from, OWN.where, OWN.except, OWN.apart, OWN.places, OWN.shown];

function settings(instrument: Instrument): Row {
  const { title, name, version, languages } = instrument;
  const first = languages.includes("en") ? "en" : languages[0]!;
  return {
    form_title: title[first] ?? name,
    form_id: name,
    version: String(version),
    default_language: columnsIn("", [first])[0]!.slice(2),
    ...cellsOf(OWN.title, title),
    ...cellsOf(OWN.intro, instrument.intro),
    ...cellsOf(OWN.thanks, instrument.thanks),
  };
}

/** There is no early end there: whatever comes after it is asked only where it was not reached. */
function surveyRows(writing: Writing): readonly Row[] {
  const ended: Condition[] = [];
  return writing.instrument.pages.flatMap((page) => {
    const rows = pageRows(page, writing, [...ended]);
    ended.push(...(page.ends ?? []).map(({ when }) => when));
    return rows;
  });
}

function pageRows(page: Page, writing: Writing, ended: readonly Condition[]): readonly Row[] {
  const { instrument } = writing;
  const own = page.shownWhen ? xpathOf(instrument, page.shownWhen) : "";
  const notEnded = ended.map((when) => xpathOf(instrument, { op: "not", of: when }));
  const relevant = [...(own ? [own] : []), ...notEnded].join(" and ");
  return [
    {
      type: "begin_group",
      name: page.name,
      appearance: "field-list",
      ...cellsOf("label", page.title),
      ...(relevant && { relevant }),
      ...(ended.length > 0 && { [OWN.shown]: own || "true()" }),
    },
    ...(page.intro
      ? [{ type: "note", name: introVariable(page.name), ...cellsOf("label", page.intro), [OWN.kind]: ROW_KINDS.intro }]
      : []),
    ...page.questions.flatMap((question) => questionRows(question, writing)),
    ...(page.ends ?? []).map((end) => endRow(instrument, end)),
    { type: "end_group" },
  ];
}

function endRow(instrument: Instrument, { name, words, when, sends }: End): Row {
  return {
    type: "note",
    name,
    ...cellsOf("label", words),
    relevant: xpathOf(instrument, when),
    [OWN.kind]: sends ? ROW_KINDS.end : ROW_KINDS.endWithoutSending,
  };
}

function messagesOf(instrument: Instrument): readonly SheetMessage[] {
  const of = (code: SheetMessage["code"], fits: (question: Question) => boolean): readonly SheetMessage[] =>
    instrument.pages.flatMap(({ questions }) => questions.filter(fits).map(({ name }) => ({ code, item: name })));
  return [
    { code: "own-columns" },
    ...of("option-help-lost", (question) => hasHelp(optionsSourceOf(question)) || hasRowHelp(question)),
    ...of("quarter-limits-lost", (question) => "earliest" in question || "latest" in question),
    ...of("ranking-of-some", (question) => question.kind === "ranking"),
    ...of("apart-for-us-only", (question) => asks(question) && question.apart === true),
  ];
}

const hasHelp = (choices: Choices | null) => choices?.some((choice) => !isListed(choice) && choice.help) ?? false;

function hasRowHelp(question: Question): boolean {
  const rows = rowsSourceOf(question);
  return rows !== null && !isCarried(rows) && hasHelp(rows);
}
