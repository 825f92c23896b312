import { z } from "zod";
import { optionalText } from "./register-row.ts";

/** A law, licence or guideline that can help somebody who is refused. */
export const protectionSchema = z.object({
  code: z.string().regex(/^[a-z0-9_]{1,40}$/),
  label: z.string().min(1),
  jurisdiction: optionalText,
  what_it_does: optionalText,
  procedure: optionalText,
  status_for_icc: optionalText,
  source: optionalText,
  confidence: optionalText,
});
export type Protection = z.infer<typeof protectionSchema>;
