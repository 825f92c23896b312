import { type AccountNumberFound, findAccountNumbers } from "./iban-and-card-finder.ts";

/** Where a whole account or card number stands, told so that its writer finds it and a page never repeats it. */
export interface AccountNumberPlace {
  readonly kind: AccountNumberFound["kind"];
  /** counted from 1 */
  readonly line: number;
  /** its last four characters */
  readonly ending: string;
}

/** In the order of the text. */
export function accountNumberPlaces(text: string): readonly AccountNumberPlace[] {
  let line = 1;
  let read = 0;
  return findAccountNumbers(text).map(({ kind, start, ending }) => {
    // Each piece of text is looked at once, however many numbers stand in it.
    line += text.slice(read, start).split("\n").length - 1;
    read = start;
    return { kind, line, ending };
  });
}

/** What stands in place of a number. The dots also keep what is left from being read as a number again. */
export const maskedNumber = (ending: string): string => `••••${ending}`;

/** A text can be made up in which every number shows itself only when the one before is gone. */
const MOST_ROUNDS = 12;

/**
 * Cuts every number down to its last four characters. Of numbers that lean on each other beyond what anybody types, some
 * may be left: a form that holds one is refused as before, and the next press goes on.
 */
export function maskAccountNumbers(text: string): string {
  let masked = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = findAccountNumbers(masked);
    if (found.length === 0) break;
    masked = without(masked, found);
  }
  return masked;
}

function without(text: string, found: readonly AccountNumberFound[]): string {
  const pieces = found.map(
    ({ start, ending }, place) => text.slice(found[place - 1]?.end ?? 0, start) + maskedNumber(ending),
  );
  return pieces.join("") + text.slice(found.at(-1)?.end ?? 0);
}
