import type { SelectOption } from "#app/design-system/forms/select.tsx";
import { useText } from "#app/i18n/text-context.tsx";

/** "2026-Q3" as readers of the language say it. */
export function useQuarterWords(): (quarter: string) => string {
  const t = useText();
  return (quarter) => t("surveys.answer.quarter", { quarter: Number(quarter.slice(6)), year: quarter.slice(0, 4) });
}

/** @param quarters  such as `2026-Q3`, in the order in which they are offered */
export function useQuarterOptions(quarters: readonly string[]): SelectOption[] {
  const words = useQuarterWords();
  return quarters.map((value) => ({ value, label: words(value) }));
}
