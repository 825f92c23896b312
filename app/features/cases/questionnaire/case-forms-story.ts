import { z } from "zod";
import { STORY_MAX } from "#app/features/cases/case-report.ts";
import { findAccountNumbers } from "#app/kernel/iban-and-card-finder.ts";

/** A text that holds no whole account or card number. Pages may call the finder to say where one stands. */
export const storyForm = z.object({
  story: z
    .string()
    .optional()
    .transform((value) => value?.replaceAll("\r\n", "\n").trim() || null)
    .pipe(
      z
        .string()
        .max(STORY_MAX, "report.story.too-long")
        .refine((story) => findAccountNumbers(story).length === 0, "report.story.account-number")
        .nullable(),
    ),
});
