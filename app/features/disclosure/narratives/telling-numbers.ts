import { seenIn, spansIn } from "./plain-text.ts";

/** What in a text leads to somebody by itself, whoever reads it. */
export type Telling = "address" | "telephone" | "account" | "reference" | "date" | "amount";

export interface Span {
  readonly start: number;
  readonly end: number;
}

// English months that are also words count with a capital letter, or beside a number.
const MONTHS = [
  "January|February|March|April|May|June|July|August|September|October|November|December",
  "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
  "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre",
  "يناير|فبراير|مارس|أبريل|ابريل|مايو|يونيو|يوليو|أغسطس|اغسطس|سبتمبر|أكتوبر|اكتوبر|نوفمبر|ديسمبر",
  "كانون|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين",
].join("|");
const CURRENCY_WORDS =
  "dollars?|euros?|pounds?|francs?|shillings?|livres?|dólares|dolares|libras?|pesos?|francos?|chelines|دولار(?:ات|ا)?|يورو|جنيه(?:ات)?|فرنك|شلن|درهم|ريال|دينار";
const CODES = Intl.supportedValuesOf("currency").join("|");
// Bounded, so that no text takes longer than its length.
const NUMBER = "\\d(?:[\\d.,'٫٬\\s]{0,30}\\d)?";
const SCALE = "(?:\\s*(?:k|m|thousand|million|mille|millions?|mil|millones|millón|ألف|آلاف|مليون|ملايين))?";
const [BEFORE, AFTER] = ["(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])"];

/** In the order in which a place is named: what comes first wins. */
const FORMS: readonly (readonly [Telling, RegExp])[] = [
  ["address", /[^\s@<>()]{1,80}@[^\s@<>()]{1,80}\.\p{L}{2,}/gu],
  ["address", /(?:https?:\/\/|www\.)\S+/giu],
  [
    "account",
    new RegExp(
      `${BEFORE}[A-Z]{2}\\d{2}(?:[\\s-]?[A-Z]{4})?(?:[\\s-]?(?=[A-Z]{0,4}\\d)[A-Z0-9]{2,5}){2,8}${AFTER}`,
      "giu",
    ),
  ],
  ["date", new RegExp(`${BEFORE}\\d{1,4}\\s*[./-]\\s*\\d{1,2}\\s*[./-]\\s*\\d{1,4}${AFTER}`, "gu")],
  ["date", new RegExp(`${BEFORE}(?:${MONTHS})${AFTER}`, "gu")],
  [
    "date",
    new RegExp(
      `${BEFORE}(?:\\d{1,2}(?:st|nd|rd|th|er|º)?\\s+(?:de\\s+|of\\s+)?(?:${MONTHS})|(?:${MONTHS})\\s+\\d)`,
      "giu",
    ),
  ],
  ["amount", new RegExp(`(?:\\p{Sc}\\s*${NUMBER}${SCALE}|${NUMBER}${SCALE}\\s*\\p{Sc})`, "giu")],
  [
    "amount",
    new RegExp(`${BEFORE}(?:(?:${CODES})\\s*${NUMBER}${SCALE}|${NUMBER}${SCALE}\\s*(?:${CODES}))${AFTER}`, "gu"),
  ],
  [
    "amount",
    new RegExp(`${NUMBER}${SCALE}\\s*(?:de\\s+|d['’]|of\\s+)?(?:[\\p{L}]+\\s+)?(?:${CURRENCY_WORDS})${AFTER}`, "giu"),
  ],
  ["telephone", /(?<![\p{L}\p{N}])(?:\+|00)\d(?:[\s().-]*\d){6,14}/gu],
  ["account", /(?<![\p{L}\p{N}])\d(?:[\s.-]?\d){6,}/gu],
  ["reference", /(?<![\p{L}\p{N}])[\p{L}\d]{1,20}(?:[/_-][\p{L}\d]{1,20}){1,5}/gu],
  ["reference", /(?<![\p{L}\p{N}])\p{L}{1,6}\d{3,}/gu],
  ["reference", /(?<![\p{L}\p{N}])(?!(?:19|20)\d\d(?!\d))\d{4,6}(?![\p{L}\p{N}])/gu],
];

/** A reference holds a number; two joined words do not. */
const LEAST_DIGITS = 3;

/** Addresses, numbers and dates in a text, in any of the product's languages and digits; places do not overlap. */
export function tellingNumbers(text: string): (Span & { readonly kind: Telling })[] {
  const found: (Span & { kind: Telling })[] = [];
  for (const [kind, form] of FORMS) {
    for (const span of spansIn(text, form)) {
      if (kind === "reference" && seenIn(text, span).replace(/\D/g, "").length < LEAST_DIGITS) continue;
      if (!found.some((one) => span.start < one.end && one.start < span.end)) found.push({ kind, ...span });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
