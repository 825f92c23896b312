import { z } from "zod";
import { SHEET_MESSAGES } from "#app/features/surveys/exchange/sheet.ts";
import { instrumentSchema } from "#app/features/surveys/instruments/instrument.ts";

const toldSchema = z.strictObject({
  code: z.enum(SHEET_MESSAGES),
  sheet: z.string().optional(),
  row: z.number().int().optional(),
  item: z.string().optional(),
});

/** What is kept of a questionnaire that is being written. */
const draftContentSchema = z.strictObject({
  instrument: instrumentSchema,
  /** digest of the published version that it was begun from */
  base: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** what the file that it was begun from could not bring along; until somebody has read it */
  told: z.array(toldSchema).max(500).optional(),
});

export type DraftContent = z.infer<typeof draftContentSchema>;

/** @returns null for what this product has not written */
export function draftContentOf(content: unknown): DraftContent | null {
  const whole = draftContentSchema.safeParse(content);
  if (whole.success) return whole.data;
  const bare = instrumentSchema.safeParse(content);
  return bare.success ? { instrument: bare.data } : null;
}
