import type { Formats } from "#app/i18n/formats.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { PublishedRow } from "./published-text.ts";

/** More withheld rows than this are named in one sentence below the table: their codes are the same news in fewer lines. */
const MOST_MARKED_ROWS = 6;

/** Rows of which nothing is printed, where they are many, stand in a sentence. */
export function gatheredRows(rows: readonly PublishedRow[]): { shown: PublishedRow[]; gathered: PublishedRow[] } {
  const withheld = rows.filter(({ values }) => values.every((value) => value === null));
  if (withheld.length <= MOST_MARKED_ROWS) return { shown: [...rows], gathered: [] };
  return { shown: rows.filter((row) => !withheld.includes(row)), gathered: withheld };
}

export function othersLine(
  gathered: readonly PublishedRow[],
  { t, formats }: { readonly t: Text; readonly formats: Formats },
): string {
  const names = formats.list(gathered.map(({ label }) => label));
  return t("briefings.table.others", { count: gathered.length, names });
}
