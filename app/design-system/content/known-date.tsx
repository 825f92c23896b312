import { knownDateWords } from "#app/i18n/known-date-words.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";

/** A date as far as it is known: "about March 2025", "2024 or later". */
export function KnownDate({ value }: { readonly value: DateWithPrecision }) {
  return <>{knownDateWords(value, useText(), useFormats())}</>;
}
