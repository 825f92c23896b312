import type { Condition } from "#app/features/surveys/instruments/condition.ts";
import {
  type End,
  type Instrument,
  instrumentSchema,
  type Page,
  type Question,
} from "#app/features/surveys/instruments/instrument.ts";
import { rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { rowCodes } from "#app/features/surveys/instruments/offered-rows.ts";
import type { Words } from "#app/features/surveys/instruments/words.ts";
import { cleanCode, cleanName, cleanVariable } from "./clean-names.ts";
import { conditionOf, type KnownQuestions } from "./condition-of-xpath.ts";
import { languagesIn, wordsOf } from "./languages.ts";
import { listsIn } from "./read-lists.ts";
import { questionsOfItems, type Reading } from "./read-questions.ts";
import { type NamedRow, namedRows, type Sheet, type SheetMessage, stopsReading } from "./sheet.ts";
import { OWN, ROW_KINDS } from "./xlsform-columns.ts";
import { type Item, type Tree, treeOf } from "./xlsform-tree.ts";
import { type Expression, readXpath } from "./xpath-read.ts";

export interface SheetsRead {
  /** null where nothing could be read; what it says is judged by `faultsOf` */
  readonly instrument: Instrument | null;
  readonly messages: readonly SheetMessage[];
}

/** An instrument from the sheets of XLSForm, with everything that they say and an instrument does not hold. */
export function readXlsForm(sheets: readonly Sheet[]): SheetsRead {
  const named = (name: string) => sheets.find((sheet) => sheet.name.trim().toLowerCase() === name);
  const survey = named("survey");
  const refuse = (message: SheetMessage): SheetsRead => ({ instrument: null, messages: [message] });
  if (!survey) return refuse({ code: "sheet-missing", item: "survey" });
  const head = (survey.rows[0] ?? []).map((column) => column.trim());
  const missing = ["type", "name"].find((column) => !head.includes(column));
  if (missing) return refuse({ code: "column-missing", sheet: "survey", item: missing });
  const choices = named("choices");
  const languages = languagesIn(head, "label");
  const read = listsIn(
    choices,
    languagesIn(
      (choices?.rows[0] ?? []).map((column) => column.trim()),
      "label",
    ),
  );
  const messages: SheetMessage[] = [...read.messages];
  if (languages.size === 0) messages.push({ code: "language-missing", sheet: "survey" });
  const reading = { languages, hints: languagesIn(head, "hint"), lists: read.lists, messages };
  const tree = treeOf(namedRows(survey));
  messages.push(...tree.messages);
  if (messages.some(stopsReading)) return { instrument: null, messages };
  return assembled(reading, tree, named("settings"));
}

type PageDraft = Omit<Page, "questions" | "ends" | "shownWhen"> & {
  readonly row: NamedRow | null;
  readonly questions: readonly { readonly question: Question; readonly row: NamedRow }[];
  readonly ends: readonly NamedRow[];
};

function assembled(reading: Reading, tree: Tree, settings: Sheet | undefined): SheetsRead {
  const drafts = tree.pages
    .map((page, at) => pageDraft(reading, page, at))
    .filter(({ questions }) => questions.length > 0);
  const known = knownIn(drafts);
  const pages = drafts.map(({ row, questions, ends, ...page }) => ({
    ...page,
    ...shownWhen(reading, row, known, true),
    questions: questions.map((read) => ({ ...read.question, ...shownWhen(reading, read.row, known, false) })),
    ...(ends.length > 0 && { ends: ends.flatMap((end) => endOf(reading, end, known) ?? []) }),
  }));
  const whole = { format: 1, ...settingsOf(settings, reading), pages };
  const checked = instrumentSchema.safeParse(whole);
  if (checked.success) return { instrument: checked.data, messages: reading.messages };
  const paths = new Set(checked.error.issues.map(({ path }) => path.map(String).join(".")));
  const misformed = [...paths].slice(0, 20).map((item): SheetMessage => ({ code: "misformed", item }));
  return { instrument: null, messages: [...reading.messages, ...misformed] };
}

function pageDraft(reading: Reading, { row, items }: Tree["pages"][number], at: number): PageDraft {
  const isKind = (item: Item, ...kinds: readonly string[]) => kinds.includes(item.row.at(OWN.kind)) && !item.group;
  const intro = items.find((item) => isKind(item, ROW_KINDS.intro));
  const introWords = intro && wordsOf(intro.row, "label", reading.languages);
  const ends = items.filter((item) => isKind(item, ROW_KINDS.end, ROW_KINDS.endWithoutSending));
  const asked = items.filter((item) => item !== intro && !ends.includes(item));
  return {
    row,
    name: row ? cleanName(row.at("name")) : `page_${at + 1}`,
    title: (row && wordsOf(row, "label", reading.languages)) ?? {},
    ...(introWords && { intro: introWords }),
    questions: questionsOfItems(reading, asked),
    ends: ends.map((end) => end.row),
  };
}

/** What conditions can refer to: everything that was read. */
function knownIn(drafts: readonly PageDraft[]): KnownQuestions {
  const questions = drafts.flatMap((draft) => draft.questions.map(({ question }) => question));
  const sample = { pages: [{ questions }] } as unknown as Instrument;
  const byName = new Map(questions.map((question) => [question.name, question]));
  return {
    isKnown: (name) => byName.has(name),
    isPlaces: (name) => byName.get(name)?.kind === "places",
    rowsOf: (name) => {
      const question = byName.get(name);
      return question && rowsSourceOf(question) !== null ? rowCodes(sample, question) : null;
    },
  };
}

/** A page tells its own condition apart from the ends before it, where this product wrote it. */
function shownWhen(
  reading: Reading,
  row: NamedRow | null,
  known: KnownQuestions,
  isPage: boolean,
): { shownWhen?: Condition } {
  const own = isPage && row ? row.at(OWN.shown) : "";
  const text = own || (row?.at("relevant") ?? "");
  if (!row || text === "" || text === "true()") return {};
  const condition = conditionIn(reading, row, text, known);
  return condition ? { shownWhen: condition } : {};
}

function conditionIn(reading: Reading, row: NamedRow, text: string, known: KnownQuestions): Condition | null {
  const expression = readXpath(text);
  const condition = expression && conditionOf(cleaned(expression), known);
  if (!condition)
    reading.messages.push({ code: "expression-not-held", sheet: "survey", row: row.number, item: text.slice(0, 200) });
  return condition;
}

function cleaned(expression: Expression): Expression {
  switch (expression.is) {
    case "and":
    case "or":
      return { is: expression.is, of: expression.of.map(cleaned) };
    case "not":
      return { is: "not", of: cleaned(expression.of) };
    case "selected":
      return { ...expression, variable: cleanVariable(expression.variable), value: cleanCode(expression.value) };
    case "compare": {
      const { value } = expression;
      const isCode = typeof value === "string" && value !== "";
      return { ...expression, variable: cleanVariable(expression.variable), value: isCode ? cleanCode(value) : value };
    }
  }
}

function endOf(reading: Reading, row: NamedRow, known: KnownQuestions): End | null {
  const when = conditionIn(reading, row, row.at("relevant"), known);
  const words: Words = wordsOf(row, "label", reading.languages) ?? {};
  return when && { name: cleanName(row.at("name")), when, words, sends: row.at(OWN.kind) === ROW_KINDS.end };
}

function settingsOf(sheet: Sheet | undefined, { languages }: Reading) {
  const row = sheet ? namedRows(sheet)[0] : undefined;
  const head = (sheet?.rows[0] ?? []).map((column) => column.trim());
  const words = (column: string) => row && wordsOf(row, column, languagesIn(head, column));
  const spoken = languages.size > 0 ? [...languages.keys()] : (["en"] as const);
  const title = words(OWN.title) ?? { [spoken[0]!]: row?.at("form_title") ?? "" };
  const intro = words(OWN.intro);
  const version = Number(row?.at("version"));
  return {
    name: cleanName(row?.at("form_id") || "form"),
    version: Number.isInteger(version) && version > 0 ? version : 1,
    languages: spoken,
    title,
    ...(intro && { intro }),
    thanks: words(OWN.thanks) ?? {},
  };
}
