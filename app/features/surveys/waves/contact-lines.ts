import type { Json } from "#app/kernel/json.ts";

/** What somebody wrote of how to be reached, whatever form the questionnaire gave it: its texts and numbers, a line each. */
export function contactLines(contact: Json): readonly string[] {
  if (typeof contact === "string") return contact.trim() === "" ? [] : [contact];
  if (typeof contact === "number") return [String(contact)];
  if (typeof contact !== "object" || contact === null) return [];
  return (Array.isArray(contact) ? contact : Object.values(contact)).flatMap((part) => contactLines(part as Json));
}
