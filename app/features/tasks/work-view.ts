import { paths } from "#app/paths.ts";
import { monthOffsetIn } from "./task-calendar.ts";

/** Whose work is shown: a code that may stand in an address. */
export const WHOSE = ["all", "mine"] as const;
export type Whose = (typeof WHOSE)[number];

/** What the address does not say, or says wrongly, is everything: an old bookmark shows more, never nothing. */
export function whoseIn(query: URLSearchParams): Whose {
  return query.get("whose") === "mine" ? "mine" : "all";
}

const withQuery = (path: string, values: Readonly<Record<string, string | null>>) => {
  const kept = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  const query = new URLSearchParams(kept).toString();
  return query ? `${path}?${query}` : path;
};

const whoseCode = (whose: Whose) => (whose === "mine" ? whose : null);

export const workHref = (whose: Whose) => withQuery(paths.work(), { whose: whoseCode(whose) });
export const calendarHref = (whose: Whose, offset = 0) =>
  withQuery(paths.workCalendar(), { whose: whoseCode(whose), page: offset === 0 ? null : String(offset) });
export const calendarFileHref = (whose: Whose) => withQuery(paths.workCalendarFile(), { whose: whoseCode(whose) });

/** The calendar's address read back. */
export function calendarViewIn(query: URLSearchParams): { readonly whose: Whose; readonly offset: number } {
  return { whose: whoseIn(query), offset: monthOffsetIn(query) };
}
