import { notFound } from "#app/access/answers.server.ts";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { type Choices, isCarried, isListed } from "#app/features/surveys/instruments/choices.ts";
import { codesIn } from "#app/features/surveys/instruments/code-lists.ts";
import type { Fault } from "#app/features/surveys/instruments/fault.ts";
import {
  findQuestion,
  type Instrument,
  type Kind,
  type Question,
  questionsOf,
} from "#app/features/surveys/instruments/instrument.ts";
import { faultsOf } from "#app/features/surveys/instruments/instrument-faults.ts";
import { optionsSourceOf, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import {
  type Worded,
  type Wording,
  wordedAnswers,
  wordedRows,
} from "#app/features/surveys/instruments/worded-choices.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { isAllOf, MOST_EDITED, MOST_WITH_HELP, ownLabel } from "./choice-fields.ts";
import { seenMark } from "./draft-commands.server.ts";
import type { BuiltDraft } from "./draft-queries.server.ts";
import { earlierQuestions, namedIn } from "./earlier-questions.ts";
import { placeOfQuestion } from "./question-edits.ts";
import { mainLanguage, questionSheet } from "./sheets.ts";
import { conditionTeller } from "./wording.server.ts";

/** One answer or row of its own, or a list that many come from, as a form edits it. */
export type EditedSource =
  | { readonly at: number; readonly kind: "own"; readonly code: string; readonly label: string }
  | {
      readonly at: number;
      readonly kind: "list";
      readonly list: string;
      readonly codes: readonly Worded[];
      readonly chosen: number;
    };

export interface EditedChoices {
  readonly sources: readonly EditedSource[];
  readonly hasHelp: boolean;
  /** too many for a form: a file can change them */
  readonly isTooLong: boolean;
}

export interface EditedRows extends EditedChoices {
  /** questions whose answers or rows can be carried on */
  readonly origins: readonly Worded[];
  /** where they are carried from now: which of its answers count, and which rows can be left out */
  readonly carried: { readonly where: readonly Worded[]; readonly except: readonly Worded[] } | null;
}

export interface QuestionPage {
  readonly id: string;
  readonly name: string;
  readonly page: string;
  readonly kind: Kind;
  readonly language: Locale;
  readonly seen: string;
  readonly defaults: FormValues;
  readonly condition: string | null;
  readonly faults: readonly Fault[];
  readonly options: EditedChoices | null;
  readonly rows: EditedRows | null;
  readonly headings: readonly Worded[];
  readonly before: string | null;
  readonly after: string | null;
}

/** @throws Response the page of what is not there */
export function questionPage({ id, instrument }: BuiltDraft, name: string, locale: Locale): QuestionPage {
  const question = findQuestion(instrument, name);
  const place = placeOfQuestion(instrument, name);
  const defaults = questionSheet(name).fields(instrument);
  if (!question || !place || !defaults) throw notFound();
  const language = mainLanguage(instrument);
  const wording = { locale: language, words: codeWordsIn(locale) };
  const names = questionsOf(instrument).map((one) => one.name);
  const options = optionsSourceOf(question);
  return {
    ...{ id, name, language, defaults, kind: question.kind, page: place.page.name, seen: seenMark(defaults) },
    condition: conditionTeller(instrument, locale)(question.shownWhen),
    faults: faultsOf(instrument).filter((fault) => fault.question === name && fault.code !== "translation-missing"),
    options: options && editedChoices(options, wording),
    rows: editedRows(instrument, question, wording),
    headings: codesIn("incident_group").map((code) => ({
      value: `incident_group:${code}`,
      label: wording.words("incident_group", code),
    })),
    before: names[names.indexOf(name) - 1] ?? null,
    after: names[names.indexOf(name) + 1] ?? null,
  };
}

function editedChoices(choices: Choices, { locale, words }: Wording): EditedChoices {
  const sources = choices.map((source, at): EditedSource => {
    if (!isListed(source)) return { at, kind: "own", code: source.code, label: ownLabel(source, locale) };
    const all = codesIn(source.list);
    // Those that were chosen stand first, in the order in which they are offered.
    const inOrder = [...new Set([...(isAllOf(source) ? [] : (source.only ?? [])), ...all])].filter((code) =>
      all.includes(code),
    );
    const codes = inOrder.map((value) => ({ value, label: words(source.list, value) }));
    return { at, kind: "list", list: source.list, codes, chosen: source.only?.length ?? all.length };
  });
  return { sources, hasHelp: choices.length <= MOST_WITH_HELP, isTooLong: choices.length > MOST_EDITED };
}

const CARRY: readonly Kind[] = ["matrix", "many-of", "ranking", "number-by-row", "quarter-by-row"];

function editedRows(instrument: Instrument, question: Question, wording: Wording): EditedRows | null {
  const rows = rowsSourceOf(question);
  const place = placeOfQuestion(instrument, question.name);
  if (!rows || !place) return null;
  const origins = earlierQuestions(instrument, { page: place.page.name, question: question.name })
    .filter(({ kind }) => CARRY.includes(kind))
    .map((one) => ({ value: one.name, label: namedIn(one, wording.locale) }));
  const origin = isCarried(rows) ? findQuestion(instrument, rows.from) : null;
  const carried = origin && {
    where: origin.kind === "matrix" ? wordedAnswers(origin, wording) : [],
    except: rowsSourceOf(origin) ? wordedRows(instrument, origin, wording) : wordedAnswers(origin, wording),
  };
  const own = isCarried(rows) ? { sources: [], hasHelp: false, isTooLong: false } : editedChoices(rows, wording);
  return { ...own, origins, carried };
}
