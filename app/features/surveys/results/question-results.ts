import { isPlaces, rowsIn } from "#app/features/surveys/instruments/answer-value.ts";
import { findPage, type Instrument, type Question } from "#app/features/surveys/instruments/instrument.ts";
import { asks, isApart, rowsSourceOf } from "#app/features/surveys/instruments/kinds.ts";
import { possibleRows } from "#app/features/surveys/instruments/offered-rows.ts";
import type { Estimate } from "#app/features/surveys/statistics/proportion.ts";
import { type Bases, distributionOf } from "./distribution.ts";
import { numberSummaries } from "./numbers.ts";
import { questionBases } from "./question-bases.ts";
import { placesOf } from "./ranking.ts";
import type { ResultWords } from "./result-words.ts";
import type { Sample } from "./sample.ts";
import { newTally } from "./tally.ts";
import { type Variable, variablesOf } from "./variable.ts";

/** One figure: organisations, and of which share of the answers they speak. */
export interface Figure {
  readonly count: number;
  /** null where fewer than ten answered */
  readonly share: Estimate | null;
}

export interface LabelledFigure extends Figure {
  readonly code: string;
  readonly label: string;
}

/** Answers to several rows, or to several things together: each row has a base of its own. */
export interface FigureRow {
  readonly key: string;
  readonly label: string;
  readonly n: number;
  readonly cells: readonly Figure[];
}

interface Common {
  readonly name: string;
  readonly label: string;
  readonly bases: Bases;
}

/** What came of one question, ready to be drawn. */
export type QuestionResult = Common &
  (
    | {
        readonly kind: "codes";
        readonly isSeveral: boolean;
        readonly effectiveSize: number;
        readonly figures: readonly LabelledFigure[];
        /** countries that were named besides regions; counts alone */
        readonly countries: readonly Omit<LabelledFigure, "share">[];
      }
    | {
        readonly kind: "rows";
        readonly columns: readonly { readonly code: string; readonly label: string }[];
        /** whether the cells of a row add up to all of it */
        readonly isWhole: boolean;
        readonly rows: readonly FigureRow[];
      }
    | {
        readonly kind: "ranking";
        readonly effectiveSize: number;
        readonly places: number;
        readonly figures: readonly (LabelledFigure & { readonly byPlace: readonly number[] })[];
      }
    | { readonly kind: "numbers"; readonly rows: readonly NumberRow[] }
    | {
        readonly kind: "text";
        /** null where nobody has coded the texts, or not two of them all */
        readonly coded: CodedResult | null;
      }
  );

/** The codes that two agreed on or settled, of the organisations whose texts have them. */
export interface CodedResult {
  readonly n: number;
  readonly effectiveSize: number;
  readonly figures: readonly LabelledFigure[];
  /** organisations on whose texts the coders still differ */
  readonly open: number;
}

/** What texts were coded with in the end, by the mark that stands in their place. */
export interface CodedTexts {
  readonly list: string;
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

export interface NumberRow {
  readonly key: string;
  /** null for a question without rows */
  readonly label: string | null;
  readonly asked: number;
  readonly answered: number;
  readonly quartiles: readonly [number, number, number] | null;
}

/** Every question of one page, in its order. None for a page that the questionnaire has not. */
export function pageResults(
  sample: Sample,
  page: string,
  words: ResultWords,
  coded: Readonly<Record<string, CodedTexts>> = {},
): readonly QuestionResult[] {
  const questions = findPage(sample.instrument, page)?.questions ?? [];
  const variables = variablesOf(sample.instrument);
  return questions
    .filter((question) => asks(question) && !isApart(question))
    .map((question) => ({
      name: question.name,
      label: words.question(question),
      bases: questionBases(question, sample),
      ...(isWritten(question)
        ? ({ kind: "text", coded: codedResult(question, coded[question.name], sample, words) } as const)
        : resultOf(question, variables, sample, words)),
    }));
}

/** Pages on which something is asked that is not kept apart: those that have results. */
export function pagesWithResults({ pages }: Instrument): Instrument["pages"] {
  return pages.filter(({ questions }) => questions.some((question) => asks(question) && !isApart(question)));
}

function resultOf(question: Question, variables: readonly Variable[], sample: Sample, words: ResultWords) {
  switch (question.kind) {
    case "number":
    case "number-by-row":
      return { kind: "numbers", rows: numberRows(question, sample, words) } as const;
    case "quarter":
    case "quarter-by-row":
      return quarters(question, sample, words);
    case "ranking":
      return ranking(question, variables, sample, words);
    default: {
      const own = variables.filter((variable) => variable.question === question);
      return own[0]?.row === null || own.length === 0
        ? codes(question, own[0], sample, words)
        : rows(question, own, sample, words);
    }
  }
}

const isWritten = ({ kind }: Question): boolean => kind === "short-text" || kind === "long-text";

function codedResult(
  { name }: Question,
  coded: CodedTexts | undefined,
  { respondents }: Sample,
  words: ResultWords,
): CodedResult | null {
  if (!coded) return null;
  const tally = newTally();
  let open = 0;
  for (const { answers, weight } of respondents) {
    const mark = answers[name];
    if (typeof mark !== "string") continue;
    if (Object.hasOwn(coded.codes, mark)) tally.add(coded.codes[mark]!, weight);
    else open += 1;
  }
  const given = new Set(Object.values(coded.codes).flat());
  const figures = [...given]
    .map((code) => ({
      ...{ code, label: words.listed(coded.list, code), count: tally.count(code), share: tally.share(code) },
    }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
  return { n: tally.n, effectiveSize: tally.effectiveSize, figures, open };
}

function codes(question: Question, variable: Variable | undefined, sample: Sample, words: ResultWords) {
  const distribution = variable && distributionOf(variable, sample);
  return {
    kind: "codes",
    isSeveral: variable?.isSeveral ?? false,
    effectiveSize: distribution?.effectiveSize ?? 0,
    figures: (distribution?.codes ?? []).map((one) => ({ ...one, label: words.code(question, one.code) })),
    countries: countriesOf(question, sample, words),
  } as const;
}

function rows(question: Question, own: readonly Variable[], sample: Sample, words: ResultWords) {
  const columns = (own[0]?.codes ?? []).map((code) => ({ code, label: words.code(question, code) }));
  return {
    kind: "rows",
    columns,
    isWhole: true,
    rows: own.map((variable) => {
      const { bases, codes: cells } = distributionOf(variable, sample);
      return { key: variable.name, label: words.row(question, variable.row ?? ""), n: bases.answered, cells };
    }),
  } as const;
}

function ranking(
  question: Extract<Question, { kind: "ranking" }>,
  variables: readonly Variable[],
  sample: Sample,
  words: ResultWords,
) {
  const { figures, effectiveSize } = codes(
    question,
    variables.find((one) => one.question === question),
    sample,
    words,
  );
  const byPlace = placesOf(question, sample);
  const none = Array.from({ length: question.places }, () => 0);
  return {
    kind: "ranking",
    effectiveSize,
    places: question.places,
    figures: figures
      .map((figure) => ({ ...figure, byPlace: byPlace.get(figure.code) ?? none }))
      .toSorted((one, other) => other.count - one.count),
  } as const;
}

function numberRows(question: Question, sample: Sample, words: ResultWords): readonly NumberRow[] {
  const place = rowPlaces(sample.instrument, question);
  const summaries = numberSummaries({ ...sample, instrument: onlyWith(sample.instrument, question) });
  return summaries
    .toSorted((one, other) => place(one.row) - place(other.row))
    .map(({ name, row, asked, answered, quartiles }) => ({
      ...{ key: name, asked, answered, quartiles },
      label: row === null ? null : words.row(question, row),
    }));
}

/** Where a row stands in its question. */
function rowPlaces(instrument: Instrument, question: Question): (row: string | null) => number {
  const rows = rowsSourceOf(question);
  const codes = rows ? possibleRows(instrument, rows).map(({ code }) => code) : [];
  return (row) => codes.indexOf(row ?? "");
}

/** The same instrument with one question, for what goes through all of them. */
const onlyWith = (instrument: Instrument, question: Question): Instrument => ({
  ...instrument,
  pages: [{ ...instrument.pages[0]!, questions: [question] }],
});

/** Quarters are counted as they were named; a row of them is no whole of which shares would speak. */
function quarters(question: Question, sample: Sample, words: ResultWords) {
  const named = new Map<string, Map<string, number>>();
  const note = (row: string, quarter: string) => {
    const counts = named.get(row) ?? new Map<string, number>();
    counts.set(quarter, (counts.get(quarter) ?? 0) + 1);
    named.set(row, counts);
  };
  for (const { answers } of sample.respondents) {
    const value = answers[question.name];
    const byRow = rowsIn(value);
    if (typeof value === "string") note("", value);
    for (const [row, quarter] of Object.entries(byRow ?? {})) note(row, String(quarter));
  }
  const place = rowPlaces(sample.instrument, question);
  const all = [...new Set([...named.values()].flatMap((counts) => [...counts.keys()]))].sort();
  return {
    kind: "rows",
    isWhole: false,
    columns: all.map((code) => ({ code, label: code })),
    rows: [...named]
      .toSorted(([one], [other]) => place(one) - place(other))
      .map(([row, counts]) => ({
        key: `${question.name}.${row}`,
        label: row === "" ? words.question(question) : words.row(question, row),
        n: [...counts.values()].reduce((sum, count) => sum + count, 0),
        cells: all.map((quarter) => ({ count: counts.get(quarter) ?? 0, share: null })),
      })),
  } as const;
}

function countriesOf(question: Question, { respondents }: Sample, words: ResultWords) {
  if (question.kind !== "places") return [];
  const counts = new Map<string, number>();
  for (const { answers } of respondents) {
    const value = answers[question.name];
    for (const code of isPlaces(value) ? value.countries : []) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts]
    .map(([code, count]) => ({ code, count, label: words.country(code) }))
    .sort((one, other) => other.count - one.count || one.code.localeCompare(other.code));
}
