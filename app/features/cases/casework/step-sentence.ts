import type { Text } from "#app/i18n/text.tsx";
import type { WorkStep } from "./work-case-page.ts";

/** A judgement that was looked at again and stayed as it was has not moved from itself to itself. */
const KEPT: Readonly<Record<string, string>> = { "casework.step.urgency-set": "casework.step.urgency-kept" };

/** One thing that was done, as a sentence. */
export function stepSentence({ key, by, values }: WorkStep, t: Text): string {
  const told = values.from === values.to ? (KEPT[key] ?? key) : key;
  return t.dynamic(told, { ...values, by: t.dynamic(`casework.by.${by}`) });
}
