import type { FormResult } from "#app/design-system/forms/form.tsx";
import { fieldsOf } from "#app/kernel/refusal.ts";

interface ShownTextsProps {
  /** fingerprints of what the page shows now */
  readonly now: string;
  readonly result: FormResult | undefined;
}

/**
 * Carries what the writer has read. A form that came back passes for having read no more than before, except where it shows
 * what a colleague saved meanwhile.
 */
export function ShownTexts({ now, result }: ShownTextsProps) {
  const before = result?.values.shown;
  const value = typeof before === "string" && !isOvertaken(result) ? before : now;
  return <input type="hidden" name="shown" value={value} />;
}

/** What is saved now of the texts that two have changed, by field. */
export function newestTexts(
  result: FormResult | undefined,
  saved: Readonly<Partial<Record<string, string>>>,
): Readonly<Record<string, string>> {
  if (!result || !isOvertaken(result)) return {};
  return Object.fromEntries(Object.keys(fieldsOf(result.refusal)).map((name) => [name, saved[name] ?? ""]));
}

const isOvertaken = (result: FormResult | undefined) =>
  result?.refusal.kind === "conflict" && Object.keys(fieldsOf(result.refusal)).length > 0;
