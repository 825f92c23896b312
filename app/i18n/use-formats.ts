import { useMemo } from "react";
import { type Formats, formatsFor } from "./formats.ts";
import { useLocale } from "./text-context.tsx";

// Apart from `useText`: the table of currencies travels only to pages that write money.
/** `const { date, money } = useFormats()` */
export function useFormats(): Formats {
  const locale = useLocale();
  return useMemo(() => formatsFor(locale), [locale]);
}
