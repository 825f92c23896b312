import { z } from "zod";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import type { Json } from "#app/kernel/json.ts";

/** One thing that somebody wrote of how to be reached; what was asked stands before it where it is known. */
export interface ContactLine {
  readonly label: string | null;
  readonly text: string;
}

export interface ContactLines {
  readonly lines: readonly ContactLine[];
  /** of what they were asked in, and so to write to them in; null where it is not known */
  readonly language: Locale | null;
}

/** As `responding` writes it. */
const asked = z.object({
  language: z.enum(LOCALES),
  lines: z.array(z.object({ label: z.string(), text: z.string() })),
});

/** What is written any other way is told as it is, a line for each of its texts and numbers. */
export function contactLines(contact: Json): ContactLines {
  const read = asked.safeParse(contact);
  return read.success ? read.data : { lines: textsIn(contact).map((text) => ({ label: null, text })), language: null };
}

function textsIn(contact: Json): readonly string[] {
  if (typeof contact === "string") return contact.trim() === "" ? [] : [contact];
  if (typeof contact === "number") return [String(contact)];
  if (typeof contact !== "object" || contact === null) return [];
  return (Array.isArray(contact) ? contact : Object.values(contact)).flatMap((part) => textsIn(part as Json));
}
