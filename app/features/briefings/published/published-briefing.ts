import { ASKS, byAddressee } from "#app/features/briefings/asks.ts";
import type { BriefingDraft, BriefingText } from "#app/features/briefings/briefing.ts";
import {
  type Dimension,
  type LabelList,
  labelListOf,
  SECTIONS,
  sectionOf,
} from "#app/features/briefings/figures/dimensions.ts";
import type { FirstRelease, ProtectedTable } from "#app/features/briefings/figures/first-release-tables.ts";
import { sessionName } from "#app/features/briefings/session-name.ts";
import { type Formats, formatsFor } from "#app/i18n/formats.ts";
import { directionOf, type Locale } from "#app/i18n/locales.ts";
import type { Text } from "#app/i18n/text.tsx";
import { chartOf, type DrawChart } from "./chart-content.ts";
import type {
  PublishedAsk,
  PublishedAskGroup,
  PublishedBriefing,
  PublishedFigure,
  PublishedRow,
  PublishedSection,
  PublishedTable,
  PublishedText,
} from "./published-text.ts";

/** More withheld rows than this are named in one sentence below the table: their codes are the same news in fewer lines. */
const MOST_MARKED_ROWS = 6;

export type LabelOf = (list: LabelList, code: string, locale: Locale) => string;

export interface PublishingTools {
  readonly textFor: (locale: Locale) => Text;
  readonly labelOf: LabelOf;
  readonly drawChart: DrawChart;
}

/** Everything one language of a briefing is made of. */
interface Making {
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

/**
 * Freezes a briefing for its page, its paper and its data.
 * @param releasedOn  ISO day
 */
export function publishedBriefing(
  draft: BriefingDraft,
  release: FirstRelease,
  { slug, releasedOn }: { readonly slug: string; readonly releasedOn: string },
  tools: PublishingTools,
): PublishedBriefing {
  const { session, tlp, locales } = draft.specification;
  const texts = locales.flatMap((locale) => {
    const words = draft.texts[locale];
    return words ? [[locale, publishedText(making(draft, release, words, locale, tools), releasedOn)] as const] : [];
  });
  return { form: 1, slug, session, releasedOn, tlp, texts: Object.fromEntries(texts) };
}

/** The file of one language; English has the plain name that addresses promise. */
export function pdfPath(locale: Locale): string {
  return locale === "en" ? "briefing.pdf" : `briefing.${locale}.pdf`;
}
export const PACKAGE_PATH = "package.zip";

function making(
  draft: BriefingDraft,
  release: FirstRelease,
  words: BriefingText,
  locale: Locale,
  { textFor, labelOf, drawChart }: PublishingTools,
): Making {
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

function publishedText(of: Making, releasedOn: string): PublishedText {
  const { t, words, locale, formats, draft } = of;
  const { session, tlp } = draft.specification;
  const meaning = t.dynamic(`briefings.tlp.${tlp}`);
  return {
    locale,
    direction: directionOf(locale),
    kicker: t("briefings.kicker", { session: sessionName(session, t) }),
    date: formats.date(releasedOn),
    tlp: { mark: meaning.match(/^TLP:[A-Z+]+/)?.[0] ?? "", meaning },
    title: words.title,
    claim: words.claim,
    confidentiality: t("briefings.confidentiality"),
    figures: { heading: t("briefings.figures.heading"), items: publishedFigures(of) },
    sections: publishedSections(of),
    asks: { heading: t("briefings.section.asks"), groups: publishedAsks(of) },
    method: {
      heading: t("briefings.section.method"),
      paragraphs: [
        t("briefings.method.counted"),
        t("briefings.method.protected"),
        t("briefings.method.released"),
        t("briefings.method.data"),
      ],
    },
    limits: {
      heading: t("briefings.section.limits"),
      paragraphs: [
        t("briefings.method.limit-sample"),
        t("briefings.method.limit-source"),
        t("briefings.method.limit-comparison"),
        t("briefings.method.limit-silence"),
        ...(of.release.coverage === "open_teams" ? [t("briefings.method.limit-coverage")] : []),
      ],
    },
    sources: { heading: t("briefings.section.sources"), items: publishedSources(of) },
    downloads: {
      heading: t("briefings.section.downloads"),
      items: [
        { label: t("briefings.download.pdf"), path: pdfPath(locale) },
        { label: t("briefings.download.package"), path: PACKAGE_PATH },
      ],
    },
    words: {
      organisations: t("briefings.table.organisations"),
      withheld: t("briefings.table.withheld"),
      footnote: t("briefings.table.footnote"),
      rounding: t("briefings.table.rounding"),
      contents: t("briefings.document.contents"),
      producedWith: t("briefings.document.produced-with"),
      page: t("briefings.document.page", { page: "{page}", pages: "{pages}" }),
    },
  };
}

function publishedFigures({ draft, release, t, formats, labelOf, names }: Making): PublishedFigure[] {
  const { population, tables } = release;
  if (population.kind === "not_said") return [];
  const all: PublishedFigure = {
    value:
      population.kind === "rounded" ? formats.number(population.organisations) : t("briefings.figures.more-than-five"),
    label: t("briefings.figures.organisations"),
    note: population.kind === "rounded" ? t("briefings.figures.rounded") : "",
  };
  const chosen = draft.specification.figures.flatMap(({ dimension, code }): PublishedFigure[] => {
    const value = tables
      .find((table) => table.dimension === dimension)
      ?.cells.find((cell) => cell.code === code)?.value;
    if (value === null || value === undefined) return [];
    return [{ value: formats.number(value), label: labelOf(dimension, code), note: captionOf(dimension, t, names) }];
  });
  return [all, ...chosen];
}

function publishedSections(of: Making): PublishedSection[] {
  const { release, t, words, formats } = of;
  return SECTIONS.map((id) => {
    const missing = release.leftOut
      // A level that gave way to another is no loss to the reader.
      .filter(({ dimension, reason }) => sectionOf(dimension) === id && reason !== "shown-at-another-level")
      .map(({ dimension }) => t.dynamic(`briefings.table.title.${dimension}`));
    return {
      id,
      heading: t.dynamic(`briefings.section.${id}`),
      paragraphs: paragraphsOf(words.sections[id]),
      tables: release.tables
        .filter(({ dimension }) => sectionOf(dimension) === id)
        .map((table) => publishedTable(of, table)),
      leftOut: missing.length > 0 ? t("briefings.table.left-out", { titles: formats.list(missing) }) : null,
    };
  }).filter(({ paragraphs, tables, leftOut }) => paragraphs.length > 0 || tables.length > 0 || leftOut !== null);
}

function publishedTable(of: Making, { id, dimension, cells }: ProtectedTable): PublishedTable {
  const { t, formats, labelOf, names, drawChart, locale } = of;
  const direction = directionOf(locale);
  const words = { withheld: t("briefings.table.withheld") };
  const rows = cells.map(({ code, value }) => ({ code, label: labelOf(dimension, code), value }));
  const withheld = rows.filter(({ value }) => value === null);
  const gathered = withheld.length > MOST_MARKED_ROWS ? withheld : [];
  const shown = gathered.length > 0 ? rows.filter(({ value }) => value !== null) : rows;
  const title = t.dynamic(`briefings.table.title.${dimension}`);
  const chart = { description: chartDescription(shown, of), svg: "" };
  return {
    id,
    name: names.get(dimension) ?? "",
    title,
    caption: captionOf(dimension, t, names),
    rowHead: t.dynamic(`briefings.table.head.${dimension}`),
    rows: shown,
    others:
      gathered.length > 0
        ? t("briefings.table.others", {
            count: gathered.length,
            names: formats.list(gathered.map(({ label }) => label)),
          })
        : null,
    chart: { ...chart, svg: drawChart(chartOf({ id, title, rows: shown, chart }, { direction, words }), "page") },
  };
}

/** "Table 3. What happened" */
function captionOf(dimension: Dimension, t: Text, names: Making["names"]): string {
  const title = t.dynamic(`briefings.table.title.${dimension}`);
  return t("briefings.table.caption", { name: names.get(dimension) ?? "", title });
}

/** The picture in words, for those who do not see it. */
function chartDescription(rows: readonly PublishedRow[], { t, locale }: Making): string {
  const withheld = t("briefings.table.withheld");
  const bars = rows.map(({ label, value }) => t("briefings.chart.bar", { label, value: value ?? withheld }));
  return t("briefings.chart.description", { bars: bars.join(directionOf(locale) === "rtl" ? "؛ " : "; ") });
}

function publishedAsks({ draft, release, t, formats, names }: Making): PublishedAskGroup[] {
  const idOf = new Map(release.tables.map(({ id, dimension }) => [dimension, id]));
  return byAddressee(draft.asks).map(([addressee, asks]) => ({
    addressee: t.dynamic(`asks.addressee.${addressee}`),
    asks: asks.map(({ code, evidence, dueOn }): PublishedAsk => {
      const shown = evidence.filter((dimension) => names.has(dimension));
      const tables = formats.list(shown.map((dimension) => names.get(dimension) ?? ""));
      return {
        code,
        text: t.dynamic(`asks.text.${code}`),
        due: dueOn ? t("briefings.ask.due", { day: formats.date(dueOn) }) : null,
        evidence: shown.length > 0 ? t("briefings.ask.evidence", { tables }) : null,
        tables: shown.map((dimension) => idOf.get(dimension) ?? ""),
      };
    }),
  }));
}

function publishedSources({ draft, t }: Making): string[] {
  const used = new Set(draft.asks.flatMap(({ code }) => ASKS[code].sources));
  return [...used].sort().map((source) => t.dynamic(`asks.source.${source}`));
}

/** An empty line parts paragraphs; a single break inside one is a space. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
}
