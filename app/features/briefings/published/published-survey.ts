import { SECTIONS, type Section } from "#app/features/briefings/figures/dimensions.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { sectionOfQuestion } from "#app/features/briefings/figures/survey-sections.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import {
  type ProtectedLine,
  type ProtectedQuestion,
  type ProtectedSurvey,
  printedPercent,
} from "#app/features/surveys/publishing/protected-survey.ts";
import type { Formats } from "#app/i18n/formats.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { PublishedRow, PublishedSurveyTable, PublishedValue } from "./published-text.ts";
import { gatheredRows, othersLine } from "./row-gathering.ts";

interface Voice {
  readonly release: Pick<ProtectedRelease, "survey">;
  readonly t: Text;
  readonly formats: Formats;
  readonly locale: Locale;
}

/**
 * The questions of a survey that belong to one part, in words. They are numbered by themselves, "Table S1", so that the
 * numbers of the other tables do not move.
 */
export function publishedSurvey(section: Section, voice: Voice): PublishedSurveyTable[] {
  const { survey } = voice.release;
  if (!survey) return [];
  const inOrder = [...survey.questions].sort((one, other) => placeOf(one) - placeOf(other));
  return inOrder.flatMap((question, place) =>
    sectionOfQuestion(question.id) === section ? [publishedQuestion(question, place + 1, survey, voice)] : [],
  );
}

const placeOf = ({ id }: ProtectedQuestion): number => SECTIONS.indexOf(sectionOfQuestion(id));

function publishedQuestion(
  { id, title: words, columns, lines }: ProtectedQuestion,
  number: number,
  { wave }: ProtectedSurvey,
  voice: Voice,
): PublishedSurveyTable {
  const { t, formats, locale } = voice;
  const [name, title] = [t("survey-tables.name", { number }), wordsIn(words, locale)];
  const isByRow = columns.length > 0;
  const rows = lines.map(
    (line): PublishedRow => ({
      ...{ code: line.code, level: line.level, label: wordsIn(line.label, locale) },
      values: isByRow ? [line.base, ...line.counts] : valuesOf(line, formats),
    }),
  );
  const { shown, gathered } = gatheredRows(rows);
  const [first] = lines;
  const times = { session: sessionName(wave.session, t), from: formats.date(wave.referenceFrom) };
  const notes = [
    t("survey-tables.note", { ...times, to: formats.date(wave.referenceTo) }),
    ...(isByRow || !first ? [] : [baseNote(first, voice)]),
  ];
  return {
    ...{ id: `survey-${id.replaceAll("_", "-")}`, name, title },
    caption: t("briefings.table.caption", { name, title }),
    rowHead: t(isByRow ? "survey-tables.about" : "survey-tables.answer"),
    columns: isByRow
      ? [
          { code: "base", label: t("survey-tables.asked") },
          ...columns.map((column, place) => ({ code: String(place), label: wordsIn(column, locale) })),
        ]
      : [
          { code: "count", label: t("survey-tables.organisations") },
          { code: "share", label: t("survey-tables.share") },
        ],
    rows: shown,
    others: gathered.length > 0 ? othersLine(gathered, voice) : null,
    note: notes.join(" "),
    charts: [],
    ...benchmarksIn(lines, voice),
  };
}

/** A share beside a mark is a mark; where so few answered that none is given, a dash. */
function valuesOf({ base, counts: [count = null] }: ProtectedLine, formats: Formats): PublishedValue[] {
  if (count === null || base === null) return [count, null];
  const percent = printedPercent(count, base);
  return [count, percent === null ? "–" : formats.percent(percent / 100, Number.isInteger(percent) ? 0 : 1)];
}

const baseNote = ({ base }: ProtectedLine, { t, formats }: Voice): string =>
  base === null ? t("survey-tables.base-withheld") : t("survey-tables.base", { n: formats.number(base), count: base });

/** Of the lines that are told here, what was published about the same elsewhere. */
function benchmarksIn(
  lines: readonly ProtectedLine[],
  { t, formats, locale }: Voice,
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
