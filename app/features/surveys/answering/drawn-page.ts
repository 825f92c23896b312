import { COUNTRY_CODES } from "#app/features/registers/regional-groups.ts";
import { valuesOf } from "#app/features/surveys/instruments/answer-codes.ts";
import type { Answers } from "#app/features/surveys/instruments/answer-value.ts";
import { type Choice, choicesOf, isListed } from "#app/features/surveys/instruments/choices.ts";
import { COUNTRY_LIST, type CodeWords, REGION_LIST } from "#app/features/surveys/instruments/code-lists.ts";
import type { Instrument, Kind, Question } from "#app/features/surveys/instruments/instrument.ts";
import { isRequired, mayDecline, optionsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import type { Routed, RoutedPage, RoutedQuestion } from "#app/features/surveys/instruments/routing.ts";
import { languageFor, wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { filledIn } from "./answers-text.ts";
import { type Filled, rowField } from "./field-names.ts";

/** An answer or a row with its words. */
export interface DrawnChoice {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** what it stands under, where a matrix takes its rows from several lists */
  readonly heading?: string | undefined;
}

/** A row and the name of its field. */
export interface DrawnRow extends DrawnChoice {
  readonly field: string;
}

/** A question in one language, ready to be drawn: plain data, so that it travels to a page as it is. */
export interface DrawnQuestion {
  readonly name: string;
  readonly kind: Kind;
  readonly label: string;
  readonly help: string;
  readonly isOptional: boolean;
  readonly mayDecline: boolean;
  /** yes and no are not here: the page's own messages have them */
  readonly options: readonly DrawnChoice[];
  readonly rows: readonly DrawnRow[];
  /** with "not sure" beside yes and no */
  readonly unsure: boolean;
  /** how many are ranked, or how many countries can be named */
  readonly places: number;
  readonly countries: readonly DrawnChoice[];
  readonly quarters: readonly string[];
  readonly least: number | null;
  readonly most: number | null;
}

export interface DrawnPage {
  readonly name: string;
  readonly title: string;
  readonly intro: string;
  /** the language of the words, where the instrument does not speak the reader's */
  readonly language: Locale;
  readonly questions: readonly DrawnQuestion[];
  /** value of the field `asked` */
  readonly asked: string;
  /** what the fields hold on this visit */
  readonly filled: Filled;
  /** from 1; how many there are may change with what is answered */
  readonly number: number;
  readonly total: number;
}

interface Drawing {
  readonly locale: Locale;
  /** words of codes in `languageFor(locale, instrument.languages)` */
  readonly words: CodeWords;
  /** quarters are offered back from here */
  readonly today: IsoDay;
}

/** A page as it is asked now, with everything on it in words. */
export function drawnPage(instrument: Instrument, walk: Routed, asked: RoutedPage, drawing: Drawing): DrawnPage {
  const language = languageFor(drawing.locale, instrument.languages);
  const { page, questions } = asked;
  return {
    name: page.name,
    title: wordsIn(page.title, language),
    intro: wordsIn(page.intro, language),
    language,
    questions: questions.map((one) => drawnQuestion(one, { ...drawing, locale: language })),
    asked: questions.map(({ question }) => question.name).join(" "),
    filled: filledIn(
      questions.map(({ question }) => question),
      walk.answers as Answers,
    ),
    number: walk.pages.indexOf(asked) + 1,
    total: walk.pages.length,
  };
}

function drawnQuestion({ question, rows }: RoutedQuestion, drawing: Drawing): DrawnQuestion {
  const { locale, words } = drawing;
  return {
    name: question.name,
    kind: question.kind,
    label: wordsIn(question.label, locale),
    help: wordsIn(question.help, locale),
    isOptional: question.kind !== "statement" && !isRequired(question),
    mayDecline: mayDecline(question),
    options: drawnOptions(question, drawing),
    rows: rows.map((row) => ({ ...drawnChoice(row, drawing), field: rowField(question.name, row.code) })),
    unsure: question.kind === "yes-no" && question.unsure === true,
    places: question.kind === "ranking" ? question.places : question.kind === "places" ? question.countries : 0,
    countries: question.kind === "places" && question.countries > 0 ? countriesIn(locale, words) : [],
    quarters: quartersOf(question, drawing.today),
    least: "least" in question ? (question.least ?? null) : null,
    most: "most" in question ? (question.most ?? null) : null,
  };
}

function drawnOptions(question: Question, drawing: Drawing): readonly DrawnChoice[] {
  if (question.kind === "places")
    return valuesOf(question).map((value) => ({ value, label: drawing.words(REGION_LIST, value) }));
  return choicesOf(optionsSourceOf(question) ?? []).map((choice) => drawnChoice(choice, drawing));
}

function drawnChoice({ code, source }: Choice, { locale, words }: Drawing): DrawnChoice {
  if (isListed(source)) {
    const { heading } = source;
    return {
      value: code,
      label: words(source.list, code),
      ...(heading && { heading: words(heading.list, heading.code) }),
    };
  }
  const help = wordsIn(source.help, locale);
  return { value: code, label: wordsIn(source.label, locale), ...(help && { help }) };
}

function countriesIn(locale: Locale, words: CodeWords): readonly DrawnChoice[] {
  const collator = new Intl.Collator(locale);
  return COUNTRY_CODES.map((value) => ({ value, label: words(COUNTRY_LIST, value) })).sort((one, other) =>
    collator.compare(one.label, other.label),
  );
}

const OFFERED_QUARTERS = 12;

/** The quarters to choose from, the newest first: within the limits, or the last three years. */
function quartersOf(question: Question, today: IsoDay): readonly string[] {
  if (question.kind !== "quarter" && question.kind !== "quarter-by-row") return [];
  const newest = question.latest ?? quarterOfDay(today);
  const quarters: string[] = [];
  for (let quarter = newest; quarters.length < MOST_QUARTERS; quarter = quarterBefore(quarter)) {
    const isOver = question.earliest === undefined ? quarters.length >= OFFERED_QUARTERS : quarter < question.earliest;
    if (isOver) break;
    quarters.push(quarter);
  }
  return quarters;
}

const MOST_QUARTERS = 80;

function quarterOfDay(day: IsoDay): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function quarterBefore(quarter: string): string {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  return number > 1 ? `${year}-Q${number - 1}` : `${String(year - 1).padStart(4, "0")}-Q4`;
}
