import { z } from "zod";
import { typed } from "#app/features/accounts/typed-field.ts";

/** Seven words, however they are typed, and the form that waits for them where a report had been closed meanwhile. */
export const returnForm = z.object({
  words: typed("receipt.return.required"),
  kept: z.string().optional(),
  ticket: z.string().optional(),
});
