import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import { type Formats, HEDGED_PRECISIONS } from "./formats.ts";
import type { Text } from "./text.tsx";

/** A date as far as it is known, in words: "about March 2025", "2024 or later". */
export function knownDateWords(value: DateWithPrecision, t: Text, { knownDate }: Pick<Formats, "knownDate">): string {
  const date = knownDate(value);
  if (date === null)
    return t(value.precision === "before_report" ? "common.precision.before_report" : "common.date.unknown");
  return HEDGED_PRECISIONS.includes(value.precision) ? t.dynamic(`common.date.${value.precision}`, { date }) : date;
}
