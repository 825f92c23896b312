import { amountBandCuts, CURRENCIES, type Money, minorDigits } from "#app/kernel/money.ts";
import { DURATION_CUTS, STAFF_DAY_CUTS } from "./bands.ts";

/** What a sum or a median is of: how long it lasted, the money it was about, what coping with it cost in money and in working days. */
export const QUANTITY_KINDS = ["duration", "amount", "extra_cost", "staff_days"] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];
export type MoneyKind = "amount" | "extra_cost";

/** A kind; of money in one currency, for nothing is converted. */
export type Quantity = "duration" | "staff_days" | `${MoneyKind}_${string}`;

const MONEY_KINDS: readonly MoneyKind[] = ["amount", "extra_cost"];

export const isOfMoney = (kind: QuantityKind): kind is MoneyKind => MONEY_KINDS.includes(kind as MoneyKind);

export const moneyIn = (kind: MoneyKind, currency: string): Quantity => `${kind}_${currency.toLowerCase()}`;

export const QUANTITIES: readonly Quantity[] = [
  "duration",
  "staff_days",
  ...MONEY_KINDS.flatMap((kind) => CURRENCIES.map((currency) => moneyIn(kind, currency))),
];

export const kindOf = (quantity: Quantity): QuantityKind =>
  QUANTITY_KINDS.find((kind) => quantity === kind || quantity.startsWith(`${kind}_`))!;

/** @returns the ISO 4217 code; null for days */
export function currencyOf(quantity: Quantity): string | null {
  const kind = kindOf(quantity);
  return isOfMoney(kind) ? quantity.slice(kind.length + 1).toUpperCase() : null;
}

/** What one case brings along, as its reporter said it; null where it is not known, or still goes on. */
export interface CaseQuantities {
  readonly duration: number | null;
  readonly amount: Money | null;
  readonly extra_cost: Money | null;
  readonly staff_days: number | null;
}

/**
 * What a case adds to a sum, in days or major units; nought where it says nothing of it. Nothing is converted: an amount
 * in another currency is nothing here. Of a duration a part of a day counts as a day, for nought would be no answer.
 */
export function quantityOf(quantities: CaseQuantities, quantity: Quantity): number {
  const kind = kindOf(quantity);
  if (isOfMoney(kind)) return inMajorUnits(quantities[kind], currencyOf(quantity));
  const days = quantities[kind];
  return days === null ? 0 : Math.max(kind === "duration" ? 1 : 0, days);
}

const inMajorUnits = (money: Money | null, currency: string | null): number =>
  money !== null && money.currency === currency ? money.amountMinor / 10 ** minorDigits(money.currency) : 0;

const CUTS: Record<QuantityKind, readonly number[]> = {
  duration: DURATION_CUTS,
  amount: amountBandCuts,
  extra_cost: amountBandCuts,
  staff_days: STAFF_DAY_CUTS,
};

/** Ends of the bands in which a median is told, upwards. */
export const cutsOf = (quantity: Quantity): readonly number[] => CUTS[kindOf(quantity)];
