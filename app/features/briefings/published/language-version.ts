import type { BriefingDraft, BriefingText } from "#app/features/briefings/briefing.ts";
import {
  type Dimension,
  dimensionOfCode,
  type LabelOf,
  labelListOf,
  SECTIONS,
} from "#app/features/briefings/figures/dimensions.ts";
import type { MeasureDay } from "#app/features/briefings/figures/periods.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { ALL, NOT_SAID } from "#app/features/briefings/figures/release-specification.ts";
import {
  ASKED,
  columnCodesOf,
  isByRow,
  questionAt,
  questionsInOrder,
  surveyTableId,
} from "#app/features/briefings/figures/survey-tables.ts";
import { sectionOfTable } from "#app/features/briefings/figures/table-choice.ts";
import { type TableLike, tableTitle } from "#app/features/briefings/figures/table-title.ts";
import type { PrintableNames } from "#app/features/briefings/names/edition-names.ts";
import { referencedTexts } from "#app/features/briefings/references/referenced-text.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import { type Formats, formatsFor } from "#app/i18n/formats.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { DrawChart } from "./chart-content.ts";
import type { EarlierEdition } from "./earlier-edition.ts";

/** What the server lends to whoever freezes a briefing: words, labels, pictures. */
export interface PublishingTools {
  readonly textFor: (locale: Locale) => Text;
  readonly labelOf: LabelOf;
  readonly drawChart: DrawChart;
  readonly measureDays: () => readonly MeasureDay[];
  /** what the figures in large type are compared with; null where there is nothing to compare with */
  readonly earlier?: EarlierEdition | null;
  /** institutions that may be named, by their code; left out where none is, and where the reader may read none */
  readonly names?: PrintableNames;
}

/** Everything one language of a briefing is made of. */
export interface LanguageVersion {
  readonly draft: BriefingDraft;
  readonly release: ProtectedRelease;
  /** as they are printed: references are numbers here */
  readonly words: BriefingText;
  readonly locale: Locale;
  readonly t: Text;
  readonly formats: Formats;
  readonly labelOf: (dimension: Dimension, code: string) => string;
  readonly drawChart: DrawChart;
  /** what a line over time is read against */
  readonly measureDays: readonly MeasureDay[];
  readonly earlier: EarlierEdition | null;
  readonly institutions: PrintableNames;
  readonly titleOf: (table: TableLike) => string;
  /** "Table 3", by the ids of the tables that are shown; those of a survey are numbered by themselves, "Table S1" */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Tables are numbered in the order in which they stand on the page, and in every language alike. Those of a survey are numbered
 * by themselves, so that the numbers of the others do not move.
 */
export function languageVersion(
  draft: BriefingDraft,
  release: ProtectedRelease,
  words: BriefingText,
  locale: Locale,
  { textFor, labelOf, drawChart, measureDays, earlier = null, names: institutions = new Map() }: PublishingTools,
): LanguageVersion {
  const t = textFor(locale);
  const inOrder = SECTIONS.flatMap((section) => release.tables.filter((table) => sectionOfTable(table) === section));
  const names = new Map([
    ...inOrder.map(({ id }, place) => [id, t("briefings.table.name", { number: place + 1 })] as const),
    ...questionsInOrder(release.survey).map(
      (question, place) => [surveyTableId(question), t("survey-tables.name", { number: place + 1 })] as const,
    ),
  ]);
  const label = (dimension: Dimension, code: string) => {
    if (code === ALL) return t("briefings.package.all");
    if (code === NOT_SAID) return t("briefings.table.not-said");
    const named = dimension === "institution_named" ? institutions.get(code) : undefined;
    return named?.name ?? labelOf(labelListOf(dimensionOfCode(dimension, code)), code, locale);
  };
  const titleOf: LanguageVersion["titleOf"] = (table) => tableTitle(table, { t, labelOf, locale });
  const formats = formatsFor(locale);
  const printed = referencedTexts(words, { release, t, formats }, locale);
  const days = measureDays();
  const own = { draft, release, words: printed, locale, t, formats, names };
  return { ...own, labelOf: label, titleOf, drawChart, measureDays: days, earlier, institutions };
}

/** A cell of any table, by the table's id. */
interface Place {
  readonly table: string;
  readonly codes: readonly string[];
}

/** "What happened", by the id of a table of cases or of a survey. */
export function titleAt(id: string, { release, titleOf, locale }: LanguageVersion): string {
  const table = release.tables.find((one) => one.id === id);
  if (table) return titleOf(table);
  const question = questionAt(release.survey, id);
  return question ? wordsIn(question.title, locale) : "";
}

/** "Table 3. What happened" */
export function captionOf(id: string, version: LanguageVersion): string {
  return version.t("briefings.table.caption", { name: version.names.get(id) ?? "", title: titleAt(id, version) });
}

/** "Account, Africa"; of a cell in no table that it is about everybody. */
export function cellName({ table: id, codes }: Place, version: LanguageVersion): string {
  const { release, labelOf, formats, t } = version;
  const table = release.tables.find((one) => one.id === id);
  if (table) return formats.list(table.dimensions.map((dimension, place) => labelOf(dimension, codes[place] ?? "")));
  const answer = answerName({ table: id, codes }, version);
  return answer === "" ? t("briefings.reference.everybody") : answer;
}

/** The same where its table does not stand around it: an answer says nothing without its question. */
export function wholeName(place: Place, version: LanguageVersion): string {
  const name = cellName(place, version);
  const question = questionAt(version.release.survey, place.table);
  return question ? version.t("survey-tables.cell", { question: wordsIn(question.title, version.locale), name }) : name;
}

/** "Account closed"; with its column where answers are columns, or where it is how many were asked. */
function answerName({ table, codes: [line, column] }: Place, { release, locale, formats, t }: LanguageVersion): string {
  const question = questionAt(release.survey, table);
  const label = question?.lines.find(({ code }) => code === line)?.label;
  if (!question || !label) return "";
  const isAsked = column === ASKED;
  if (!isByRow(question)) return isAsked ? t("survey-tables.asked") : wordsIn(label, locale);
  const answer = question.columns[columnCodesOf(question).indexOf(column ?? "")];
  const said = isAsked || !answer ? t("survey-tables.asked") : wordsIn(answer, locale);
  return formats.list([wordsIn(label, locale), said]);
}
