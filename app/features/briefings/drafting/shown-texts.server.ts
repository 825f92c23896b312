import { sha256Hex } from "#app/platform/crypto/hash.server.ts";
import { placeOf, type SentText, type WasShown } from "./texts-together.ts";

/** Tells one text of an editor from the next; nobody gains anything by finding two that agree. */
const DIGITS = 16;

const fingerprint = (place: string, text: string) => `${place}:${sha256Hex(text).slice(0, DIGITS)}`;

/** What a page shows before it is written in, as fingerprints that travel with the form. */
export function shownTexts(texts: readonly SentText[]): string {
  return texts.map((one) => fingerprint(placeOf(one), one.text)).join(" ");
}

/** What `shownTexts` wrote. A place that is not in it was not shown, so that nothing there is taken for known. */
export function wasShownBy(shown: string): WasShown {
  const all = new Set(shown.split(" "));
  return (place, text) => all.has(fingerprint(place, text));
}
