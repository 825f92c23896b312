import { countryName } from "#app/features/registers/country-names.server.ts";
import { LISTS, type ListName } from "#app/features/taxonomy/codes.ts";
import { labelOf as labelInTaxonomy } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { LabelList, LabelOf } from "./dimensions.ts";
import { periodParts } from "./periods.ts";

/** The words for a code: of the taxonomy from its reference file, of the lists outside it from the messages. */
export const labelOf: LabelOf = (list, code, locale) =>
  isTaxonomy(list) ? labelInTaxonomy(list, code as never, locale) : labelOutside(list, code, locale);

function labelOutside(list: LabelList, code: string, locale: Locale): string {
  const t = textFor(locale);
  if (list === "period") return periodWords(code, t);
  if (list === "country") return countryName(code, locale);
  const key = `codes.${list}.${code}`;
  // A measure that somebody adds later has no translation yet; its code is better than nothing.
  return t.has(key) ? t.dynamic(key) : code;
}

function periodWords(code: string, t: Text): string {
  const { year, quarter } = periodParts(code);
  return t.dynamic(`briefings.period.${quarter}`, { year });
}

function isTaxonomy(list: LabelList): list is ListName {
  return Object.hasOwn(LISTS, list);
}
