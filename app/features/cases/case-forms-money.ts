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
  .object({ amount: typed, currency: typed, amountBand: oneOrNone(AMOUNT_BANDS) })
  .transform((form, context) => {
    const refuse = (path: string, message: string) => {
      context.addIssue({ code: "custom", message, path: [path] });
      return z.NEVER;
    };
    if (form.currency && !isCurrency(form.currency)) return refuse("currency", "report.amount.currency-unknown");
    const currency = form.currency || null;
    if (form.amount === "") return { currency, amountMinor: null, amountBand: form.amountBand };
    if (currency === null) return refuse("currency", "report.amount.currency-required");
    const amount = parseAmount(form.amount, currency);
    if (!amount.ok) return refuse("amount", AMOUNT_MESSAGES[amount.refusal.code] ?? "report.amount.not-a-number");
    return { currency, amountMinor: amount.value, amountBand: amountBand({ amountMinor: amount.value, currency }) };
  });

const AMOUNT_MESSAGES: Readonly<Record<string, string>> = {
  "money.not-a-number": "report.amount.not-a-number",
  "money.too-many-decimals": "report.amount.too-many-decimals",
  "money.too-large": "report.amount.too-large",
  "money.ambiguous": "report.amount.ambiguous",
};
