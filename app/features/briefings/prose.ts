import { z } from "zod";
import { UNSEEN } from "#app/kernel/unseen-characters.ts";

/** Text that is going to be published, of at most so many characters. */
export const prose = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "briefings.text.too-long")
    .refine((text) => !UNSEEN.test(text), "briefings.text.unseen");
