import type { BriefingDraft, BriefingText } from "#app/features/briefings/briefing.ts";
import {
  type Dimension,
  dimensionOfCode,
  type LabelOf,
  labelListOf,
  SECTIONS,
} from "#app/features/briefings/figures/dimensions.ts";
import type { MeasureDay } from "#app/features/briefings/figures/periods.ts";
import type { ProtectedRelease, ProtectedTable } from "#app/features/briefings/figures/protected-release.ts";
import { ALL, NOT_SAID } from "#app/features/briefings/figures/release-specification.ts";
import { sectionOfTable } from "#app/features/briefings/figures/table-choice.ts";
import { type TableLike, tableTitle } from "#app/features/briefings/figures/table-title.ts";
import type { PrintableNames } from "#app/features/briefings/names/edition-names.ts";
import { referencedTexts } from "#app/features/briefings/references/referenced-text.ts";
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
  /** "Table 3", by the ids of the tables that are shown */
  readonly names: ReadonlyMap<string, string>;
}

/** Tables are numbered in the order in which they stand on the page, and in every language alike. */
export function languageVersion(
  draft: BriefingDraft,
  release: ProtectedRelease,
  words: BriefingText,
  locale: Locale,
  { textFor, labelOf, drawChart, measureDays, earlier = null, names: institutions = new Map() }: PublishingTools,
): LanguageVersion {
  const t = textFor(locale);
  const inOrder = SECTIONS.flatMap((section) => release.tables.filter((table) => sectionOfTable(table) === section));
  const names = new Map(inOrder.map(({ id }, place) => [id, t("briefings.table.name", { number: place + 1 })]));
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

/** "Table 3. What happened" */
export function captionOf(table: ProtectedTable, { t, names, titleOf }: LanguageVersion): string {
  return t("briefings.table.caption", { name: names.get(table.id) ?? "", title: titleOf(table) });
}

/** "Account, Africa"; of a cell in no table that it is about everybody. */
export function cellName(
  { table: id, codes }: { readonly table: string; readonly codes: readonly string[] },
  { release, labelOf, formats, t }: LanguageVersion,
): string {
  const table = release.tables.find((one) => one.id === id);
  if (!table) return t("briefings.reference.everybody");
  return formats.list(table.dimensions.map((dimension, place) => labelOf(dimension, codes[place] ?? "")));
}
