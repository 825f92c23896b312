import { chartFor, drawnQuestion } from "#app/features/briefings/figures/chart-choice.ts";
import type { Section } from "#app/features/briefings/figures/dimensions.ts";
import { sectionOfQuestion } from "#app/features/briefings/figures/survey-sections.ts";
import {
  ASKED,
  COUNT,
  columnCodesOf,
  isByRow,
  questionsInOrder,
  SHARE,
  surveyTableId,
} from "#app/features/briefings/figures/survey-tables.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import {
  type ProtectedLine,
  type ProtectedQuestion,
  type ProtectedSurvey,
  printedPercent,
} from "#app/features/surveys/publishing/protected-survey.ts";
import { NO_ANSWER } from "#app/features/surveys/publishing/survey-subject.ts";
import type { Formats } from "#app/i18n/formats.ts";
import { captionOf, type LanguageVersion, titleAt } from "./language-version.ts";
import { publishedCharts } from "./published-charts.ts";
import type { PublishedColumn, PublishedRow, PublishedSurveyTable, PublishedValue } from "./published-text.ts";
import { gatheredRows, othersLine } from "./row-gathering.ts";

/** The questions of a survey that belong to one part, in words. */
export function publishedSurvey(section: Section, version: LanguageVersion): PublishedSurveyTable[] {
  const { survey } = version.release;
  if (!survey) return [];
  return questionsInOrder(survey)
    .filter(({ id }) => sectionOfQuestion(id) === section)
    .map((question) => publishedQuestion(question, survey, version));
}

function publishedQuestion(
  question: ProtectedQuestion,
  { wave }: ProtectedSurvey,
  version: LanguageVersion,
): PublishedSurveyTable {
  const { t, formats, locale, names } = version;
  const { lines } = question;
  const id = surveyTableId(question);
  const rows = lines.map(
    (line): PublishedRow => ({
      ...{ code: line.code, level: line.level, label: wordsIn(line.label, locale), base: line.base },
      values: isByRow(question) ? [line.base, ...line.counts] : valuesOf(line, formats),
    }),
  );
  const { shown, gathered } = gatheredRows(rows);
  const [first] = lines;
  const times = { session: sessionName(wave.session, t), from: formats.date(wave.referenceFrom) };
  const about = t("survey-tables.note", { ...times, to: formats.date(wave.referenceTo) });
  const base = isByRow(question) || !first ? undefined : baseNote(first, version);
  const columns = columnsOf(question, version);
  return {
    ...{ id, name: names.get(id) ?? "", title: titleAt(id, version), caption: captionOf(id, version) },
    rowHead: t(isByRow(question) ? "survey-tables.about" : "survey-tables.answer"),
    columns,
    rows: shown,
    others: gathered.length > 0 ? othersLine(gathered, version) : null,
    note: base ? `${about} ${base}` : about,
    charts: chartsOf(question, { shown, columns, base }, version),
    ...benchmarksIn(lines, version),
  };
}

function columnsOf(question: ProtectedQuestion, { t, locale }: LanguageVersion): PublishedColumn[] {
  if (!isByRow(question))
    return [
      { code: COUNT, label: t("survey-tables.organisations") },
      { code: SHARE, label: t("survey-tables.share") },
    ];
  const codes = columnCodesOf(question);
  return [
    { code: ASKED, label: t("survey-tables.asked") },
    ...question.columns.map((column, place) => ({ code: codes[place] ?? "", label: wordsIn(column, locale) })),
  ];
}

interface Drawn {
  readonly shown: readonly PublishedRow[];
  readonly columns: readonly PublishedColumn[];
  /** how many were asked, where that is one number for all lines */
  readonly base: string | undefined;
}

/**
 * How many gave each answer; where answers are columns, a small picture for each, its lines with how many were asked. The
 * union of several lines is no bar beside them, and in how many lines nothing was answered is no picture of its own.
 */
function chartsOf(question: ProtectedQuestion, { shown, columns, base }: Drawn, version: LanguageVersion) {
  const [id, lines] = [surveyTableId(question), shown.filter(({ level }) => level === "row")];
  const kind = chartFor(drawnQuestion(id), version.draft.specification.charts);
  if (!isByRow(question))
    return publishedCharts(version, {
      ...{ kind, note: base, rows: lines },
      parts: [{ id, title: titleAt(id, version), place: 0 }],
    });
  const { t, formats } = version;
  const parts = columns.flatMap(({ code, label }, place) =>
    code === ASKED || code === NO_ANSWER ? [] : [{ id: `${id}-${place}`, title: label, place }],
  );
  const rows = lines.map((row) => {
    const { label, base } = row;
    return typeof base === "number"
      ? { ...row, label: t("survey-tables.row-of", { label, n: formats.number(base) }) }
      : row;
  });
  return publishedCharts(version, { kind, parts, rows });
}

/** A share beside a mark is a mark; where so few answered that none is given, a dash. */
function valuesOf({ base, counts: [count = null] }: ProtectedLine, formats: Formats): PublishedValue[] {
  if (count === null || base === null) return [count, null];
  const percent = printedPercent(count, base);
  return [count, percent === null ? "–" : formats.percent(percent / 100, Number.isInteger(percent) ? 0 : 1)];
}

const baseNote = ({ base }: ProtectedLine, { t, formats }: LanguageVersion): string =>
  base === null ? t("survey-tables.base-withheld") : t("survey-tables.base", { n: formats.number(base), count: base });

/** Of the lines that are told here, what was published about the same elsewhere. */
function benchmarksIn(
  lines: readonly ProtectedLine[],
  { t, formats, locale }: LanguageVersion,
): Pick<PublishedSurveyTable, "benchmarks"> {
  const items = lines.flatMap(({ label, benchmarks }) =>
    benchmarks.map(({ study, year, sampleSize, value }) =>
      t(sampleSize === null ? "survey-tables.benchmark" : "survey-tables.benchmark-of", {
        ...{ label: wordsIn(label, locale), study, year: String(year), value: percentWords(value, formats) },
        n: sampleSize === null ? "" : formats.number(sampleSize),
      }),
    ),
  );
  return items.length > 0 ? { benchmarks: { lead: t("survey-tables.caution"), items } } : {};
}

/** "37", or ">33" where only a bound was published. */
function percentWords(value: string, formats: Formats): string {
  const bound = value.startsWith(">") ? "> " : "";
  return `${bound}${formats.percent(Number(value.replace(">", "")) / 100, 1)}`;
}
