import { amountBandCuts, CURRENCIES, type Money, minorDigits } from "#app/kernel/money.ts";
import { DURATION_CUTS } from "./bands.ts";

/** What can be added up: the days that something lasted, or amounts in one currency. */
export type Quantity = "duration" | `amount_${string}`;

export const QUANTITIES: readonly Quantity[] = ["duration", ...CURRENCIES.map(amountIn)];

export function amountIn(currency: string): Quantity {
  return `amount_${currency.toLowerCase()}`;
}

/** @returns the ISO 4217 code; null for days */
export const currencyOf = (quantity: Quantity): string | null =>
  quantity === "duration" ? null : quantity.slice("amount_".length).toUpperCase();

/** What one case brings along, as its reporter said it. */
export interface CaseQuantities {
  /** null where it is not known, or still goes on */
  readonly durationDays: number | null;
  readonly amount: Money | null;
}

/**
 * What a case adds to a sum, in days or major units; nought where it says nothing of it. Nothing is converted: an amount
 * in another currency is nothing here. A part of a day counts as a day, for nought would be no answer.
 */
export function quantityOf({ durationDays, amount }: CaseQuantities, quantity: Quantity): number {
  const currency = currencyOf(quantity);
  if (currency === null) return durationDays === null ? 0 : Math.max(1, durationDays);
  return amount?.currency === currency ? amount.amountMinor / 10 ** minorDigits(currency) : 0;
}

/** Ends of the bands in which a median is told, upwards. */
export const cutsOf = (quantity: Quantity): readonly number[] =>
  quantity === "duration" ? DURATION_CUTS : amountBandCuts;
