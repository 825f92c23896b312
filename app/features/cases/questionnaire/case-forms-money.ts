import { z } from "zod";
import { MOST_STAFF_DAYS } from "#app/features/cases/case-report.ts";
import { AMOUNT_BANDS } from "#app/features/taxonomy/codes.ts";
import { amountBand, isCurrency, parseAmount } from "#app/kernel/money.ts";
import { countOrNone, oneOrNone } from "./case-form-fields.ts";

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
  .transform(({ moneyAmount, moneyCurrency, amountBand: band }, context) => {
    const read = readMoney(moneyAmount, moneyCurrency);
    if ("message" in read) return refuse(context, "money", read.message);
    const { currency, amountMinor } = read;
    const isExact = currency !== null && amountMinor !== null;
    return { currency, amountMinor, amountBand: isExact ? amountBand({ amountMinor, currency }) : band };
  });

/** What coping with it cost: money, working days, both or neither. */
export const extraCostForm = z
  .object({ extraCostAmount: typed, extraCostCurrency: typed, staffDays: countOrNone(MOST_STAFF_DAYS) })
  .transform(({ extraCostAmount, extraCostCurrency, staffDays }, context) => {
    const read = readMoney(extraCostAmount, extraCostCurrency);
    return "message" in read ? refuse(context, "extraCost", read.message) : { ...read, staffDays };
  });

function refuse(context: z.RefinementCtx, name: string, message: string): never {
  context.addIssue({ code: "custom", message, path: [name] });
  return z.NEVER;
}

type ReadMoney = { readonly currency: string | null; readonly amountMinor: number | null };

/** An amount as it was typed beside its currency; a currency alone is an answer, too. */
function readMoney(amount: string, typedCurrency: string): ReadMoney | { readonly message: string } {
  if (typedCurrency && !isCurrency(typedCurrency)) return { message: "report.amount.currency-unknown" };
  const currency = typedCurrency || null;
  if (amount === "") return { currency, amountMinor: null };
  if (currency === null) return { message: "report.amount.currency-required" };
  const read = parseAmount(amount, currency);
  if (read.ok) return { currency, amountMinor: read.value };
  return { message: AMOUNT_MESSAGES[read.refusal.code] ?? "report.amount.not-a-number" };
}

const AMOUNT_MESSAGES: Readonly<Record<string, string>> = {
  "money.not-a-number": "report.amount.not-a-number",
  "money.too-many-decimals": "report.amount.too-many-decimals",
  "money.too-large": "report.amount.too-large",
  "money.ambiguous": "report.amount.ambiguous",
};
