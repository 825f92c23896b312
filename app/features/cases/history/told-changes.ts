import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";

/** A value ready to be drawn: words of the reader's language, the key of a message, a date, an instant or a text. */
export type ToldValue =
  | { readonly words: string }
  | { readonly message: string }
  | { readonly date: DateWithPrecision }
  | { readonly instant: string }
  | { readonly text: string };

/** One thing that a step changed, before and after; null where nothing was said. */
export interface ToldChange {
  readonly field: string;
  readonly from: ToldValue | null;
  readonly to: ToldValue | null;
}
