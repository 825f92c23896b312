import type { Span } from "./telling-numbers.ts";

/** What a reader's eye passes over: marks of direction, joiners, fillers. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const DIGIT = /\p{Nd}/u;

/**
 * Where a form stands in a text as a reader sees it: without what nobody sees, and with the digits of any script as
 * Latin ones. "3000" with a joiner inside, or in full width, is the same amount to whoever reads it.
 * @returns places in the text as it was
 */
export function spansIn(text: string, form: RegExp): Span[] {
  const { plain, places } = seen(text);
  return [...plain.matchAll(form)].map(({ 0: match, index }) => ({
    start: places[index]!,
    end: places[index + match.length - 1]! + 1,
  }));
}

/** The words of a span as a reader sees them. */
export const seenIn = (text: string, { start, end }: Span): string => seen(text.slice(start, end)).plain;

function seen(text: string): { plain: string; places: number[] } {
  let plain = "";
  const places: number[] = [];
  for (let place = 0; place < text.length; ) {
    const letter = String.fromCodePoint(text.codePointAt(place)!);
    const shown = UNSEEN.test(letter) ? "" : DIGIT.test(letter) ? latinDigit(letter) : letter;
    for (let unit = 0; unit < shown.length; unit += 1) places.push(place + Math.min(unit, letter.length - 1));
    plain += shown;
    place += letter.length;
  }
  return { plain, places };
}

/** Digits stand ten by ten in their blocks, nought first. */
function latinDigit(letter: string): string {
  const code = letter.codePointAt(0)!;
  let nought = code;
  while (DIGIT.test(String.fromCodePoint(nought - 1))) nought -= 1;
  return String((code - nought) % 10);
}
