import type { AskCode } from "#app/features/briefings/asks.ts";
import type { ChartKind } from "#app/features/briefings/figures/chart-choice.ts";
import type { Dimension, Section } from "#app/features/briefings/figures/dimensions.ts";
import type { Measure } from "#app/features/briefings/figures/table-choice.ts";
import type { AskState } from "#app/features/briefings/follow-up.ts";
import type { TlpMark } from "#app/features/taxonomy/codes.ts";
import type { Direction, Locale } from "#app/i18n/locales.ts";
import type { OnePage } from "./one-page-addressees.ts";

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
  /** not there where none is told, and in releases from before there were any */
  readonly stories?: PublishedStories | undefined;
  readonly asks: { readonly heading: string; readonly groups: readonly PublishedAskGroup[] };
  /** what became of the asks of the release before; releases from before it was told have none */
  readonly followUp?: PublishedFollowUp | null | undefined;
  readonly method: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly limits: { readonly heading: string; readonly paragraphs: readonly string[] };
  readonly sources: { readonly heading: string; readonly items: readonly string[] };
  readonly downloads: { readonly heading: string; readonly items: readonly PublishedDownload[] };
  /** what one addressee is asked, on one page; briefings released before there were any have none */
  readonly onePages?: PublishedOnePages | undefined;
  readonly words: PublishedWords;
}

export interface PublishedFigure {
  readonly value: string;
  readonly label: string;
  /** the table it stands in, or how it was rounded; of how many; what has changed */
  readonly note: string;
  /** id of the table it stands in; none for the number of all organisations */
  readonly table?: string | undefined;
}

export interface PublishedSection {
  readonly id: Section;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly PublishedTable[];
  /** what a survey says of the same; not there where none was asked, and in releases from before there were any */
  readonly survey?: readonly PublishedSurveyTable[] | undefined;
  /** names the tables that could not be shown, or null */
  readonly leftOut: string | null;
}

/** Every table of a part, those of cases first. */
export const gridsOf = ({ tables, survey = [] }: PublishedSection): PublishedGrid[] => [...tables, ...survey];

/** A count, or words where a figure has a unit or is a band; null where it is withheld. */
export type PublishedValue = number | string | null;

/** The count, for whoever draws it or adds it up; what stands in words is none. */
export const countIn = (value: PublishedValue | undefined): number | null => (typeof value === "number" ? value : null);

export interface PublishedRow {
  readonly code: string;
  readonly label: string;
  /** all together, a group with its parts below it, or a row like others */
  readonly level: "total" | "group" | "row";
  /** in the order of the columns */
  readonly values: readonly PublishedValue[];
  /** how many were asked, in a survey; null where that is withheld. Releases from before it was kept have none */
  readonly base?: number | null;
}

export interface PublishedColumn {
  readonly code: string;
  readonly label: string;
}

/** What every table is to whoever prints it. */
export interface PublishedGrid {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly caption: string;
  readonly rowHead: string;
  /** one that is headed by what is counted, or one for each code of the second dimension */
  readonly columns: readonly PublishedColumn[];
  readonly rows: readonly PublishedRow[];
  /** names the withheld rows that are gathered in one sentence, or null */
  readonly others: string | null;
  /** how the figures were rounded, and what they do not add up to */
  readonly note: string;
  /** of each institution that it names, what it said; left out where it names none */
  readonly replies?: readonly PublishedReply[] | undefined;
  /** what other studies have published about the same, with the caution; left out where there is nothing */
  readonly benchmarks?: { readonly lead: string; readonly items: readonly string[] } | undefined;
  /** pictures of the rows, one a column; none where the figures say it better alone */
  readonly charts: readonly PublishedChart[];
}

/** A table of cases. */
export interface PublishedTable extends PublishedGrid {
  readonly measure: Measure;
  readonly dimensions: readonly Dimension[];
  /** the table is of one part only */
  readonly isFiltered: boolean;
}

/** A question of a survey: other people than those of the cases, and figures of their own. */
export type PublishedSurveyTable = PublishedGrid;

/** Beside every name: what it rests on, and what the institution said of it. */
export interface PublishedReply {
  readonly code: string;
  readonly name: string;
  /** "N answered on 3 May:", or that it did not answer by which day */
  readonly said: string;
  /** in its own words and language, by paragraphs; none where it did not answer */
  readonly answer: readonly string[];
  /** of the answer, which may be another than the page's */
  readonly direction: Direction;
  readonly evidence: string;
}

export interface PublishedBar {
  readonly code: string;
  readonly label: string;
  readonly value: number | null;
}

export interface PublishedChart {
  readonly id: string;
  readonly title: string;
  readonly kind: ChartKind;
  readonly description: string;
  readonly bars: readonly PublishedBar[];
  /** the longest printed bar of all pictures of the table: they share a scale */
  readonly longest: number;
  readonly svg: string;
}

export interface PublishedStories {
  readonly heading: string;
  readonly lead: string;
  readonly items: readonly PublishedStory[];
}

/** A story in a language that it was approved in, which may be another than the page's. */
export interface PublishedStory {
  readonly locale: Locale;
  readonly direction: Direction;
  readonly paragraphs: readonly string[];
  /** says in which language it stands, where that is not the page's; else null */
  readonly note: string | null;
  /** region and kind of what happened, or null */
  readonly beside: string | null;
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
  /** the figure behind it and where it stands, or null: "Account: 35 organisations (Table 2)" */
  readonly figure?: string | null | undefined;
}

export interface PublishedFollowUp {
  readonly heading: string;
  readonly lead: string;
  /** "Source:" */
  readonly sourceWord: string;
  readonly asks: readonly PublishedFollowedAsk[];
}

export interface PublishedFollowedAsk {
  readonly code: AskCode;
  readonly addressee: string;
  /** what was asked */
  readonly ask: string;
  readonly state: AskState;
  readonly stateWords: string;
  /** empty where there is nothing to tell */
  readonly text: string;
  /** an address or a citation; empty where there is none */
  readonly source: string;
}

export interface PublishedDownload {
  readonly label: string;
  /** below the page's own address */
  readonly path: string;
}

/** The versions of one page. Their words have places open, such as `{shown}`, for the printer to fill. */
export interface PublishedOnePages {
  readonly heading: string;
  readonly items: readonly (PublishedDownload & { readonly page: OnePage })[];
  readonly words: Readonly<Record<"for" | "behind" | "rows" | "first" | "of" | "tables" | "asks" | "whole", string>>;
}

/** What stands at every table and page. */
export interface PublishedWords {
  readonly withheld: string;
  readonly footnote: string;
  /** what opens the pictures of a table that has several */
  readonly charts: string;
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
