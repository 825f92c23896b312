import type { DatePrecision, DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import { formatMoney, type Money } from "#app/kernel/money.ts";
import { INTL_TAGS, type Locale } from "./locales.ts";

type DayStyle = "long" | "short" | "weekday";

export interface Formats {
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** @param ratio 0–1 */
  percent(ratio: number, decimals?: number): string;
  money(money: Money): string;
  /** An instant's or ISO text's calendar day, in UTC: 14 November 2026. `YYYY` and `YYYY-MM` show only what they hold. */
  date(day: Date | string, style?: DayStyle): string;
  /** Monday, or Mon. */
  weekday(day: string, style?: "long" | "short"): string;
  /** Day and hour with minutes, in UTC, and says so. */
  dateTime(instant: Date): string;
  /** What is known of a date, in figures and month names; the words around it ("about", "after") are the page's. */
  knownDate(date: DateWithPrecision): string | null;
  list(items: readonly string[], type?: "conjunction" | "disjunction"): string;
  /** In how many days, in words: "tomorrow", "in 3 days", "2 days ago". */
  inDays(days: number): string;
  bytes(sizeBytes: number): string;
}

const DAY_STYLES: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  long: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short", year: "numeric" },
  weekday: { weekday: "short", day: "numeric", month: "short" },
};

/** The options that show exactly as much as an ISO text of this length holds. */
const BY_LENGTH: Record<number, Intl.DateTimeFormatOptions> = {
  4: { year: "numeric" },
  7: { month: "long", year: "numeric" },
};

/** Precisions whose text means less than it looks: the page says "about", "from", "before". */
export const HEDGED_PRECISIONS: readonly DatePrecision[] = [
  "month_uncertain",
  "year_uncertain",
  "after_or_in",
  "before_report",
];

const BYTE_UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** Writing numbers, dates and money as readers of a language do, always with Latin digits. */
export function formatsFor(locale: Locale): Formats {
  const tag = INTL_TAGS[locale];
  const dateIn = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options });

  const date = (day: Date | string, style: DayStyle = "long"): string => {
    if (typeof day !== "string") return dateIn(DAY_STYLES[style]).format(day);
    return dateIn(BY_LENGTH[day.length] ?? DAY_STYLES[style]).format(Date.parse(day));
  };

  return {
    number: (value, options) => new Intl.NumberFormat(tag, options).format(value),
    percent: (ratio, decimals = 0) =>
      new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: decimals }).format(ratio),
    money: (money) => formatMoney(money, locale),
    date,
    weekday: (day, style = "long") => dateIn({ weekday: style }).format(Date.parse(day)),
    dateTime: (instant) =>
      dateIn({
        ...DAY_STYLES.short,
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZoneName: "short",
      }).format(instant),
    knownDate: (known) => (known.date === null ? null : date(known.date)),
    list: (items, type = "conjunction") => new Intl.ListFormat(tag, { style: "long", type }).format(items),
    inDays: (days) => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(days, "day"),
    bytes: (sizeBytes) => {
      const step = Math.min(3, Math.floor(Math.log10(Math.max(1, sizeBytes)) / 3));
      // The short name of a byte is its long one without a plural.
      const unitDisplay = step === 0 ? "long" : "short";
      const maximumFractionDigits = step > 1 ? 1 : 0;
      const options = { style: "unit", unit: BYTE_UNITS[step], unitDisplay, maximumFractionDigits } as const;
      return new Intl.NumberFormat(tag, options as Intl.NumberFormatOptions).format(sizeBytes / 1000 ** step);
    },
  };
}
