import { z } from "zod";
import { AMOUNT_BANDS } from "#app/features/taxonomy/codes.ts";
import { amountBand, isCurrency, parseAmount } from "#app/kernel/money.ts";
import { oneOrNone } from "./case-form-fields.ts";

const typed = z
  .string()
  .optional()
  .transform((value) => value?.trim() ?? "");

/**
 * An exact amount, or a band, or neither. Everybody may keep the exact amount to themselves; where it is given
 * the band follows from it. An account number is never asked for.
 */
export const amountForm = z
  .object({ moneyAmount: typed, moneyCurrency: typed, amountBand: oneOrNone(AMOUNT_BANDS) })
  .transform(({ moneyAmount: amount, moneyCurrency, amountBand: band }, context) => {
    const refuse = (message: string) => {
      context.addIssue({ code: "custom", message, path: ["money"] });
      return z.NEVER;
    };
    if (moneyCurrency && !isCurrency(moneyCurrency)) return refuse("report.amount.currency-unknown");
    const currency = moneyCurrency || null;
    if (amount === "") return { currency, amountMinor: null, amountBand: band };
    if (currency === null) return refuse("report.amount.currency-required");
    const read = parseAmount(amount, currency);
    if (!read.ok) return refuse(AMOUNT_MESSAGES[read.refusal.code] ?? "report.amount.not-a-number");
    return { currency, amountMinor: read.value, amountBand: amountBand({ amountMinor: read.value, currency }) };
  });

const AMOUNT_MESSAGES: Readonly<Record<string, string>> = {
  "money.not-a-number": "report.amount.not-a-number",
  "money.too-many-decimals": "report.amount.too-many-decimals",
  "money.too-large": "report.amount.too-large",
  "money.ambiguous": "report.amount.ambiguous",
};
