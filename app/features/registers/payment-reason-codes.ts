import { z } from "zod";
import { optionalText } from "./register-row.ts";

/** Why a payment message says that a payment was stopped. */
export const paymentReasonCodeSchema = z.object({
  code: z.string().regex(/^[A-Z0-9]{4}$/),
  scheme: z.string().min(1),
  iso_meaning: z.string().min(1),
  note: optionalText,
  source: optionalText,
});
export type PaymentReasonCode = z.infer<typeof paymentReasonCodeSchema>;

/** Codes that point at a sanctions stop or hide one: a regulatory reason, a blocked account, a forbidden transaction, no reason. */
export const TELLING_CODES = ["RR04", "AC06", "AG01", "MS03"] as const;

/** Reads a code as it stands on an advice, in any case and with spaces around; null where the register has none such. */
export function findReasonCode(codes: readonly PaymentReasonCode[], typed: string): PaymentReasonCode | null {
  const wanted = typed.trim().toUpperCase();
  return codes.find(({ code }) => code === wanted) ?? null;
}
