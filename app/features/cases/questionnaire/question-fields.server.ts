import type { CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import { countryOptions } from "#app/features/registers/country-names.server.ts";
import { LISTS, type ListName } from "#app/features/taxonomy/codes.ts";
import { labelOf, labelsOf } from "#app/features/taxonomy/labels.server.ts";
import { INTL_TAGS, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { packed, type QuestionField } from "./question-fields.ts";
import { remedyFieldOf } from "./remedy-fields.ts";
import { type Field, fieldsOf, type OptionLabels } from "./report-fields.ts";
import { openOptions } from "./report-options.ts";

/** The inputs of a question with their words, as a page in this language draws them. */
export function questionFields(key: QuestionKey, report: CaseReport, locale: Locale): readonly QuestionField[] {
  return fieldsOf(key, report).map((field) => drawn(field, report, locale));
}

function drawn(field: Field, report: CaseReport, locale: Locale): QuestionField {
  const { kind, name } = field;
  if (kind === "money") return { kind, name, packed: packed(currencyOptions(field.currencies, locale)) };
  const label = remedyLabel(name, locale);
  if (kind === "past-date")
    return { kind, name, ...(field.precisions && { precisions: field.precisions }), ...(label !== null && { label }) };
  if (kind === "day") return { kind, name };
  if (!("options" in field)) return { kind, name, maxLength: field.maxLength };
  const open = openOptions(name, report);
  return {
    kind,
    name,
    ...optionsIn(field.labels, field.options(report), locale),
    ...(open !== undefined && { open }),
    ...(label !== null && { label }),
  };
}

function optionsIn(
  labels: OptionLabels,
  codes: readonly string[],
  locale: Locale,
): Pick<QuestionField, "options" | "packed" | "messages"> {
  // The countries come in the order of the reader's own alphabet.
  if (labels === "countries")
    return { packed: packed(countryOptions(locale).map(({ code, name }) => ({ value: code, label: name }))) };
  if (!isListName(labels)) return { options: codes.map((value) => ({ value })), messages: labels };
  const words: Readonly<Record<string, string>> = labelsOf(labels, locale);
  return { options: codes.map((value) => ({ value, label: words[value] ?? value })) };
}

function isListName(labels: string): labels is ListName {
  return Object.hasOwn(LISTS, labels);
}

function remedyLabel(name: string, locale: Locale): string | null {
  const field = remedyFieldOf(name);
  if (!field) return null;
  const remedy = labelOf("remedy", field.remedy, locale);
  return field.asks === "result" ? remedy : textFor(locale)("report.remedyResults.tried", { remedy });
}

/** In which most reports are; the rest follow by their codes. */
const OFTEN = ["EUR", "USD", "GBP", "CHF"];

function currencyOptions(currencies: readonly string[], locale: Locale) {
  const names = new Intl.DisplayNames(INTL_TAGS[locale], { type: "currency" });
  const inOrder = [...OFTEN, ...currencies.filter((code) => !OFTEN.includes(code))];
  return inOrder.map((code) => ({ value: code, label: `${code} – ${names.of(code) ?? code}` }));
}
