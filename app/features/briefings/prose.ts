import { z } from "zod";

/** Invisible characters that turn text around or hide it would show one thing to the guardian and another to a reader. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff]/u;

/** Text that is going to be published, of at most so many characters. */
export const prose = (most: number) =>
  z
    .string()
    .trim()
    .max(most, "briefings.text.too-long")
    .refine((text) => !UNSEEN.test(text), "briefings.text.unseen");
