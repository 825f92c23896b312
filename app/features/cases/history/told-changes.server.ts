import type { CodeOf, ListName } from "#app/features/taxonomy/codes.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { type DateWithPrecision, parseDate } from "#app/kernel/date-with-precision.ts";
import type { Json } from "#app/kernel/json.ts";
import type { StepChange, ValueKind } from "./step-changes.ts";
import type { ToldChange, ToldValue } from "./told-changes.ts";

/** Whom the reader may know by handle, by id. A reporter knows nobody, a lead only themselves. */
export type KnownPeople = Readonly<Record<string, string>>;

/** The same changes in the words of one language. */
export function toldChanges(changes: readonly StepChange[], locale: Locale, people: KnownPeople): ToldChange[] {
  return changes.map(({ field, value, from, to }) => ({
    field,
    from: told(value, from, locale, people),
    to: told(value, to, locale, people),
  }));
}

function told(value: ValueKind, json: Json, locale: Locale, people: KnownPeople): ToldValue | null {
  if (value.kind === "person") return personOf(json, people);
  if (json === null || json === "") return null;
  if (value.kind === "label") return { words: labelOf(value.list, String(json) as CodeOf<ListName>, locale) };
  if (value.kind === "message") return { message: `${value.under}.${String(json)}` };
  if (value.kind === "instant") return { instant: String(json) };
  return value.kind === "date" ? dateOf(json) : { text: String(json) };
}

function personOf(json: Json, people: KnownPeople): ToldValue {
  if (typeof json !== "string") return { message: "history.nobody" };
  const handle = Object.hasOwn(people, json) ? people[json] : undefined;
  return handle ? { text: handle } : { message: "history.somebody" };
}

/** With its precision, or a whole day as a task has it. */
function dateOf(json: Json): ToldValue | null {
  const known = typeof json === "string" ? parseDate(json) : (json as unknown as DateWithPrecision);
  return known && { date: known };
}
