import { HEDGED_PRECISIONS } from "#app/i18n/formats.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";

/** A date as far as it is known: "about March 2025", "2024 or later". */
export function KnownDate({ value }: { readonly value: DateWithPrecision }) {
  const t = useText();
  const { knownDate } = useFormats();
  const date = knownDate(value);
  if (date === null)
    return <>{t(value.precision === "before_report" ? "common.precision.before_report" : "common.date.unknown")}</>;
  const isHedged = HEDGED_PRECISIONS.includes(value.precision);
  return <>{isHedged ? t.dynamic(`common.date.${value.precision}`, { date }) : date}</>;
}
