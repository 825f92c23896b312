import { countryName } from "#app/features/registers/country-names.server.ts";
import { LISTS, type ListName } from "#app/features/taxonomy/codes.ts";
import { labelOf as labelInTaxonomy } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Text } from "#app/i18n/text.tsx";
import type { LabelList, LabelOf } from "./dimensions.ts";
import { isBelowType, isOthers, typeOfName } from "./name-codes.ts";
import { periodParts } from "./periods.ts";

/** The words for a code: of the taxonomy from its reference file, of the lists outside it from the messages. */
export const labelOf: LabelOf = (list, code, locale) =>
  isTaxonomy(list) ? labelInTaxonomy(list, code as never, locale) : labelOutside(list, code, locale);

function labelOutside(list: LabelList, code: string, locale: Locale): string {
  const t = textFor(locale);
  if (list === "period") return periodWords(code, t);
  if (list === "country") return countryName(code, locale);
  if (list === "institution_named") return nameless(code, locale, t);
  const key = `codes.${list}.${code}`;
  // A measure that somebody adds later has no translation yet; its code is better than nothing.
  return t.has(key) ? t.dynamic(key) : code;
}

/** Of whom a code is stays with the register: here it is a number among its type. */
function nameless(code: string, locale: Locale, t: Text): string {
  const type = labelInTaxonomy("institution_type", typeOfName(code) as never, locale);
  if (!isBelowType(code)) return type;
  return isOthers(code)
    ? t("briefings.names.others", { type })
    : t("briefings.names.nameless", { type, code: code.slice(typeOfName(code).length + 1) });
}

function periodWords(code: string, t: Text): string {
  const { year, quarter } = periodParts(code);
  return t.dynamic(`briefings.period.${quarter}`, { year });
}

function isTaxonomy(list: LabelList): list is ListName {
  return Object.hasOwn(LISTS, list);
}
