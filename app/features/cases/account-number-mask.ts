import { type AccountNumberFound, findAccountNumbers } from "./iban-and-card-finder.ts";

/** Where a whole account or card number stands, told so that its writer finds it and a page never repeats it. */
export interface AccountNumberPlace {
  readonly kind: AccountNumberFound["kind"];
  /** counted from 1 */
  readonly line: number;
  /** its last four characters */
  readonly ending: string;
}

export function accountNumberPlaces(text: string): readonly AccountNumberPlace[] {
  return findAccountNumbers(text).map(({ kind, start, ending }) => ({
    kind,
    line: text.slice(0, start).split("\n").length,
    ending,
  }));
}

/** What stands in place of a number. The dots also keep what is left from being read as a number again. */
export const maskedNumber = (ending: string): string => `••••${ending}`;

export function maskAccountNumbers(text: string): string {
  // From the end, so that the places before stay where they are.
  const masked = findAccountNumbers(text).reduceRight(
    (rest, { start, end, ending }) => rest.slice(0, start) + maskedNumber(ending) + rest.slice(end),
    text,
  );
  // A number that leaned on another is seen only once that one is gone.
  return masked === text ? text : maskAccountNumbers(masked);
}
