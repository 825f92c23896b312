import { isBelowType } from "#app/features/briefings/figures/name-codes.ts";
import { COUNT } from "#app/features/briefings/figures/survey-tables.ts";
import {
  countIn,
  type PublishedGrid,
  type PublishedRow,
  type PublishedSurveyTable,
  type PublishedTable,
  type PublishedText,
} from "#app/features/briefings/published/published-text.ts";

/** A table in a few rows, each with the one thing that it says. */
export interface Excerpt {
  readonly caption: string;
  readonly rowHead: string;
  readonly column: string;
  readonly rows: readonly { readonly label: string; readonly value: number | string }[];
  /** "Rows shown: 4 of 9", or null where they are all there; of a survey also who was asked, and how many */
  readonly note: string | null;
}

/** A table as it is told where there is no room for it, with all its rows. */
export interface Told {
  readonly table: PublishedGrid;
  readonly column: string;
  readonly rows: readonly ToldRow[];
  /** what stands below it wherever it is told */
  readonly note: string | null;
}

interface ToldRow {
  readonly label: string;
  /** null where it is withheld */
  readonly value: number | string | null;
  /** by which rows are ranked; null for what stands in words, which has no order but that of its table */
  readonly size: number | null;
}

export type OnePageWords = NonNullable<PublishedText["onePages"]>["words"];

/** What stands in the last column, which is the whole where there are several. */
export function toldOfCases(table: PublishedTable): Told {
  const place = table.columns.length - 1;
  const rows = rowsOf(table).map(({ label, values }) => {
    const value = values[place] ?? null;
    return { label, value, size: countIn(value) };
  });
  return { table, column: table.columns[place]?.label ?? "", rows, note: null };
}

/** How many say so, with their share; where answers are columns, the first of them, for each line with how many were asked. */
export function toldOfSurvey(table: PublishedSurveyTable, words: OnePageWords): Told {
  const [first, second] = table.columns;
  const isByRow = first?.code !== COUNT;
  const rows = table.rows.map(({ label, values, base }) => {
    const size = countIn(values[isByRow ? 1 : 0]);
    const share = values[1];
    const isShared = !isByRow && typeof share === "string" && /\p{Nd}/u.test(share);
    const value = size !== null && isShared ? `${size} · ${share}` : size;
    const isOf = isByRow && typeof base === "number";
    return { label: isOf ? filled(words.of, { label, n: base }) : label, value, size };
  });
  // A share says by its sign what it is, and a longer head would leave the answers no room.
  const column = (isByRow ? second : first)?.label ?? "";
  return { table, column, rows, note: table.note };
}

/** The largest printed rows, in the order of the table. */
export function excerptOf(told: Told | undefined, most: number, words: OnePageWords): Excerpt[] {
  if (!told) return [];
  const { table, column, rows, note } = told;
  const printed = rows.flatMap(({ label, value, size }) =>
    value === null || size === 0 ? [] : [{ row: { label, value }, size }],
  );
  const isCounted = printed.every(({ size }) => size !== null);
  const ranked = isCounted ? printed.toSorted((one, other) => Number(other.size) - Number(one.size)) : printed;
  const chosen = ranked.slice(0, most);
  if (chosen.length === 0) return [];
  const shown = filled(isCounted ? words.rows : words.first, { shown: chosen.length, all: rows.length });
  const notes = [...(chosen.length < rows.length ? [shown] : []), ...(note === null ? [] : [note])];
  return [
    {
      caption: table.caption,
      rowHead: table.rowHead,
      column,
      rows: printed.filter((one) => chosen.includes(one)).map(({ row }) => row),
      note: notes.length > 0 ? notes.join(" ") : null,
    },
  ];
}

/** Groups where there are some. Names have no room for their replies here, so that types stand in their place. */
function rowsOf({ rows, dimensions }: PublishedTable): readonly PublishedRow[] {
  if (dimensions[0] === "institution_named")
    return rows.filter(({ code, level }) => level !== "total" && !isBelowType(code));
  const hasGroups = rows.some(({ level }) => level === "group");
  return rows.filter(({ level }) => level === (hasGroups ? "group" : "row"));
}

/** Puts numbers and names into words that were frozen with their places open. */
export const filled = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replaceAll(/\{([a-z]+)\}/g, (place, name: string) => String(values[name] ?? place));
