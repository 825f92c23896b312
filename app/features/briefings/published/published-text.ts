import type { AskCode } from "#app/features/briefings/asks.ts";
import type { Section } from "#app/features/briefings/figures/dimensions.ts";
import type { TlpMark } from "#app/features/taxonomy/codes.ts";
import type { Direction, Locale } from "#app/i18n/locales.ts";

/**
 * A released briefing in words, frozen: what page, paper and screen reader show, in one language, without another
 * look-up. A label that changes later does not change what was released.
 */
export interface PublishedText {
  readonly locale: Locale;
  readonly direction: Direction;
  readonly kicker: string;
  readonly date: string;
  readonly tlp: { readonly mark: string; readonly meaning: string };
  readonly title: string;
  readonly claim: string;
  readonly confidentiality: string;
  readonly figures: { readonly heading: string; readonly items: readonly PublishedFigure[] };
  readonly sections: readonly PublishedSection[];
  readonly asks: { readonly heading: string; readonly groups: readonly PublishedAskGroup[] };
  readonly method: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly limits: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly sources: { readonly heading: string; readonly items: readonly string[] };
  readonly downloads: { readonly heading: string; readonly items: readonly PublishedDownload[] };
  readonly words: PublishedWords;
}

export interface PublishedFigure {
  readonly value: string;
  readonly label: string;
  /** the table it stands in, or how it was rounded */
  readonly note: string;
}

export interface PublishedSection {
  readonly id: Section;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly PublishedTable[];
  /** names the tables that could not be shown, or null */
  readonly leftOut: string | null;
}

export interface PublishedRow {
  readonly code: string;
  readonly label: string;
  /** null: withheld */
  readonly value: number | null;
}

export interface PublishedTable {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly rowHead: string;
  readonly rows: readonly PublishedRow[];
  /** names the withheld rows that are gathered in one sentence, or null */
  readonly others: string | null;
  /** a picture of the rows; null where they say it better alone */
  readonly chart: PublishedChart | null;
}

export interface PublishedChart {
  readonly description: string;
  readonly svg: string;
}

export interface PublishedAskGroup {
  readonly addressee: string;
  readonly asks: readonly PublishedAsk[];
}

export interface PublishedAsk {
  readonly code: AskCode;
  readonly text: string;
  readonly due: string | null;
  /** "Evidence: Table 2 and Table 5", or null */
  readonly evidence: string | null;
  /** ids of those tables */
  readonly tables: readonly string[];
}

export interface PublishedDownload {
  readonly label: string;
  /** below the page's own address */
  readonly path: string;
}

/** What stands at every table and page. */
export interface PublishedWords {
  readonly organisations: string;
  readonly withheld: string;
  readonly footnote: string;
  readonly rounding: string;
  readonly contents: string;
  readonly producedWith: string;
  /** with `{page}` and `{pages}` still in it, for the printer to fill */
  readonly page: string;
}

/** What a release keeps for its page; `texts` has one entry a language. */
export interface PublishedBriefing {
  readonly form: 1;
  readonly slug: string;
  readonly session: string;
  /** ISO day */
  readonly releasedOn: string;
  readonly tlp: TlpMark;
  readonly texts: Readonly<Partial<Record<Locale, PublishedText>>>;
}

/** The mark in a table, after the code lists of Eurostat. */
export const WITHHELD_MARK = ":C";
