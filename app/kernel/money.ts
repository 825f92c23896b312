import { codes as currencyCodes, code as currencyRecord } from "currency-codes";
import { latinDigits } from "./latin-digits.ts";
import type { Refusal } from "./refusal.ts";
import { ok, type Result, refuse } from "./result.ts";

/** An amount in minor units (cents, fils, whole yen) with its ISO 4217 code. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Six bytes: the widest amount that a facet record keeps. */
export const MAX_AMOUNT_MINOR = 2 ** 48 - 1;

export const AMOUNT_BANDS = ["lt_1k", "1k_10k", "10k_50k", "50k_250k", "250k_1m", "gte_1m", "prefer_not"] as const;
export type AmountBand = (typeof AMOUNT_BANDS)[number];

const BAND_STARTS: readonly (readonly [major: number, band: AmountBand])[] = [
  [1_000_000, "gte_1m"],
  [250_000, "250k_1m"],
  [50_000, "50k_250k"],
  [10_000, "10k_50k"],
  [1_000, "1k_10k"],
  [0, "lt_1k"],
];

/** Where the bands part, in major units, upwards. */
export const amountBandCuts: readonly number[] = BAND_STARTS.map(([start]) => start)
  .filter((start) => start > 0)
  .reverse();

// Fund codes, bond units, test codes and precious metals are in ISO 4217 but no money anybody sends.
const NOT_MONEY = /^X(?!AF|CD|CG|OF|PF)|^(BOV|CHE|CHW|CLF|COU|MXV|USN|UYI|UYW)$/;

/** Codes that a person can choose, in alphabetical order. */
export const CURRENCIES: readonly string[] = currencyCodes()
  .filter((code) => !NOT_MONEY.test(code))
  .sort();

const KNOWN = new Set(CURRENCIES);

export function isCurrency(code: string): boolean {
  return KNOWN.has(code);
}

/**
 * Digits after the decimal sign.
 * @throws RangeError for a code outside ISO 4217, which only a bug can let through
 */
export function minorDigits(currency: string): number {
  const record = currencyRecord(currency);
  if (!record) throw new RangeError(`not an ISO 4217 code: ${currency}`);
  return record.digits;
}

type AmountRefused = Extract<Refusal, { kind: "invalid" }>;
const refused = (code: string): Result<never, AmountRefused> => refuse({ kind: "invalid", code });

const SPACES = /[\s\u00a0\u202f\u2009'’]/g;
const SIGNS = /[.,\u066b\u066c]/g;

/**
 * Reads an amount as people type it: 1,234.50 · 1.234,50 · 1 234,50 · 1'234.50 · ١٬٢٣٤٫٥٠.
 * Two different signs: the last one is the decimal sign. One sign before exactly three digits groups thousands;
 * where the currency itself has three decimals that would be a guess, so it is refused unless `locale` settles it.
 */
export function parseAmount(text: string, currency: string, locale?: string): Result<number, AmountRefused> {
  const plain = latinDigits(text).trim().replace(SPACES, "");
  if (!/^\d[\d.,\u066b\u066c]*$/.test(plain)) return refused("money.not-a-number");
  const split = splitDecimals(plain, minorDigits(currency), locale);
  if (!split.ok) return split;
  const { whole, decimals } = split.value;
  const digits = minorDigits(currency);
  if (decimals.length > digits) return refused("money.too-many-decimals");
  const minor = Number(whole + decimals.padEnd(digits, "0"));
  return minor <= MAX_AMOUNT_MINOR ? ok(minor) : refused("money.too-large");
}

interface Split {
  readonly whole: string;
  readonly decimals: string;
}

function splitDecimals(plain: string, digits: number, locale: string | undefined): Result<Split, AmountRefused> {
  const signs = plain.match(SIGNS) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return ok({ whole: plain, decimals: "" });
  const at = plain.lastIndexOf(last);
  const tail = plain.slice(at + 1);
  const isDecimal = decimalReading(plain, signs, tail, digits, locale);
  if (isDecimal === null) return refused("money.ambiguous");
  const wholePart = isDecimal ? plain.slice(0, at) : plain;
  const group = wholePart.match(SIGNS)?.[0];
  if (group === undefined) return ok({ whole: wholePart, decimals: tail });
  const groups = wholePart.split(group);
  const wellGrouped = groups.every((part, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{2,3}$/).test(part));
  if (!wellGrouped || groups.at(-1)?.length !== 3) return refused("money.not-a-number");
  return ok({ whole: groups.join(""), decimals: isDecimal ? tail : "" });
}

function decimalReading(plain: string, signs: readonly string[], tail: string, digits: number, locale?: string) {
  const last = signs.at(-1);
  if (last === "\u066b") return true;
  if (last === "\u066c") return false;
  if (new Set(signs).size > 1) return true;
  if (signs.length > 1) return false;
  if (tail.length !== 3 || plain.startsWith("0")) return true;
  if (digits !== 3) return false;
  return locale === undefined ? null : decimalSign(locale) === last;
}

function decimalSign(locale: string): string | undefined {
  return new Intl.NumberFormat(`${locale}-u-nu-latn`).formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
}

/** @returns the amount as a reader of `locale` writes it, with its currency code; Latin digits in every language. */
export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  return `${formatAmount({ amountMinor, currency }, locale)} ${currency}`;
}

/** @returns the amount without the code, as it would be typed into a form. */
export function formatAmount({ amountMinor, currency }: Money, locale: string): string {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(`${locale}-u-nu-latn`, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amountMinor / 10 ** digits);
}

/** The band of an amount, by its number in its own currency: bands are never converted. */
export function amountBand({ amountMinor, currency }: Money): AmountBand {
  const major = amountMinor / 10 ** minorDigits(currency);
  return BAND_STARTS.find(([start]) => major >= start)?.[1] ?? "lt_1k";
}
