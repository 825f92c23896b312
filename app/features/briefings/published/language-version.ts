import type { BriefingDraft, BriefingText } from "#app/features/briefings/briefing.ts";
import {
  type Dimension,
  type LabelOf,
  labelListOf,
  SECTIONS,
  sectionOf,
} from "#app/features/briefings/figures/dimensions.ts";
import type { FirstRelease } from "#app/features/briefings/figures/first-release-tables.ts";
import { type Formats, formatsFor } from "#app/i18n/formats.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { DrawChart } from "./chart-content.ts";

/** What the server lends to whoever freezes a briefing: words, labels, pictures. */
export interface PublishingTools {
  readonly textFor: (locale: Locale) => Text;
  readonly labelOf: LabelOf;
  readonly drawChart: DrawChart;
}

/** Everything one language of a briefing is made of. */
export interface LanguageVersion {
  readonly draft: BriefingDraft;
  readonly release: FirstRelease;
  readonly words: BriefingText;
  readonly locale: Locale;
  readonly t: Text;
  readonly formats: Formats;
  readonly labelOf: (dimension: Dimension, code: string) => string;
  readonly drawChart: DrawChart;
  /** "Table 3", by dimension, of the tables that are shown */
  readonly names: ReadonlyMap<Dimension, string>;
}

/** Tables are numbered in the order in which they stand on the page, and in every language alike. */
export function languageVersion(
  draft: BriefingDraft,
  release: FirstRelease,
  words: BriefingText,
  locale: Locale,
  { textFor, labelOf, drawChart }: PublishingTools,
): LanguageVersion {
  const t = textFor(locale);
  const inOrder = SECTIONS.flatMap((section) =>
    release.tables.filter(({ dimension }) => sectionOf(dimension) === section),
  );
  const names = new Map(
    inOrder.map(({ dimension }, place) => [dimension, t("briefings.table.name", { number: place + 1 })]),
  );
  const label = (dimension: Dimension, code: string) => labelOf(labelListOf(dimension), code, locale);
  return { draft, release, words, locale, t, formats: formatsFor(locale), labelOf: label, drawChart, names };
}

/** "Table 3. What happened" */
export function captionOf(dimension: Dimension, { t, names }: Pick<LanguageVersion, "t" | "names">): string {
  const title = t.dynamic(`briefings.table.title.${dimension}`);
  return t("briefings.table.caption", { name: names.get(dimension) ?? "", title });
}
