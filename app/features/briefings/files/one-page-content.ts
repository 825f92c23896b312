import type { OnePage } from "#app/features/briefings/published/one-page-addressees.ts";
import { groupsOn } from "#app/features/briefings/published/one-pages.ts";
import type {
  PublishedAsk,
  PublishedAskGroup,
  PublishedFigure,
  PublishedText,
} from "#app/features/briefings/published/published-text.ts";
import { type Excerpt, excerptOf, filled, toldOfCases, toldOfSurvey } from "./excerpt.ts";

/** How much stands on the page. */
export interface Selection {
  readonly figures: number;
  /** the first behind each ask, then the second, and so on */
  readonly tables: number;
  /** rows of one table: the largest printed ones, in the order of the table */
  readonly rows: number;
  readonly asks: number;
}

const ALL = Number.POSITIVE_INFINITY;

/**
 * What is tried, one after the other, until it fits on one page: first fewer rows, then fewer tables, then a figure
 * less, and at the end fewer asks. Whatever is not shown is said on the page, with where it stands.
 */
export const SELECTIONS: readonly Selection[] = [
  { figures: 3, tables: ALL, rows: 10, asks: ALL },
  { figures: 3, tables: ALL, rows: 7, asks: ALL },
  { figures: 3, tables: ALL, rows: 5, asks: ALL },
  { figures: 3, tables: 6, rows: 5, asks: ALL },
  { figures: 3, tables: 6, rows: 4, asks: ALL },
  { figures: 3, tables: 4, rows: 4, asks: ALL },
  { figures: 3, tables: 4, rows: 3, asks: ALL },
  { figures: 2, tables: 2, rows: 3, asks: ALL },
  { figures: 2, tables: 0, rows: 0, asks: ALL },
  { figures: 2, tables: 0, rows: 0, asks: 8 },
  { figures: 2, tables: 0, rows: 0, asks: 5 },
  { figures: 0, tables: 0, rows: 0, asks: 3 },
];

export interface OnePageContent {
  readonly addressee: string;
  readonly figures: readonly PublishedFigure[];
  readonly groups: readonly PublishedAskGroup[];
  readonly excerpts: readonly Excerpt[];
  /** what is not all there, each in a sentence */
  readonly notes: readonly string[];
}

/** What one addressee reads: the asks, and the figures of the tables behind them, each table once. */
export function onePageContent(text: PublishedText, page: OnePage, selection: Selection): OnePageContent {
  const { onePages, asks } = text;
  if (!onePages) throw new Error("this text has no versions of one page");
  const wanted = groupsOn(page, asks.groups);
  const groups = firstAsks(wanted, selection.asks);
  const all = wanted.flatMap((group) => group.asks);
  const shown = groups.flatMap((group) => group.asks);
  const told = new Map(
    text.sections
      .flatMap(({ tables, survey = [] }) => [
        ...tables.map(toldOfCases),
        ...survey.map((table) => toldOfSurvey(table, onePages.words)),
      ])
      .map((one) => [one.table.id, one]),
  );
  const behind = tablesBehind(shown).flatMap((id) =>
    excerptOf(told.get(id), Math.max(1, selection.rows), onePages.words),
  );
  const excerpts = behind.slice(0, selection.tables);
  const { words } = onePages;
  return {
    addressee: onePages.items.find((item) => item.page === page)?.label ?? "",
    figures: figuresFor(text, new Set(tablesBehind(all))).slice(0, selection.figures),
    groups,
    excerpts,
    notes: [
      ...(shown.length < all.length ? [filled(words.asks, { shown: shown.length, all: all.length })] : []),
      ...(excerpts.length < behind.length
        ? [filled(words.tables, { shown: excerpts.length, all: behind.length })]
        : []),
    ],
  };
}

function firstAsks(groups: readonly PublishedAskGroup[], most: number): PublishedAskGroup[] {
  let left = most;
  return groups.flatMap((group) => {
    const asks = group.asks.slice(0, Math.max(0, left));
    left -= group.asks.length;
    return asks.length > 0 ? [{ ...group, asks }] : [];
  });
}

/** The first behind each ask, then the second behind each; every table once. */
function tablesBehind(asks: readonly PublishedAsk[]): string[] {
  const deepest = Math.max(0, ...asks.map(({ tables }) => tables.length));
  const places = Array.from({ length: deepest }, (_, place) => place);
  return [...new Set(places.flatMap((place) => asks.flatMap(({ tables }) => tables[place] ?? [])))];
}

/** How many reported, then the large figures of this addressee's own tables, then the others. */
function figuresFor({ figures }: PublishedText, behind: ReadonlySet<string>): PublishedFigure[] {
  const [first, ...others] = figures.items;
  const own = others.filter(({ table }) => table !== undefined && behind.has(table));
  return [...(first ? [first] : []), ...own, ...others.filter((figure) => !own.includes(figure))];
}
