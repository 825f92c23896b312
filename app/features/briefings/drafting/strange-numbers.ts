import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { latinDigits } from "#app/kernel/latin-digits.ts";

/** Digits of any script, with the marks that part thousands and decimals, and a per cent sign. */
const NUMBERS = /\p{Nd}+(?:[.,\u066b\u066c\u00a0\u202f]\p{Nd}+)*\s?[%٪]?/gu;

/**
 * Numbers in a text that the released tables do not hold. A claim such as "31 of 40" or "75 %" is a figure like any
 * other: whoever reads it can subtract. Years pass; so do figures of the tables. Legal references are shown too, and a
 * person decides.
 */
export function strangeNumbers(text: string, { population, tables }: ProtectedRelease): string[] {
  const known = new Set(tables.flatMap(({ cells }) => cells.map(({ value }) => value)));
  if (population.kind === "rounded") known.add(population.organisations);
  return (text.match(NUMBERS) ?? [])
    .map((number) => number.trim())
    .filter((number) => !known.has(plainNumber(number)) && !isYear(number));
}

/** @returns the whole number that is written, or NaN for a share or a decimal */
function plainNumber(written: string): number {
  const grouped = written.replaceAll(/[.,\u066c\u00a0\u202f](?=\p{Nd}{3}(?!\p{Nd}))/gu, "");
  // Digits of other scripts stay as they are: the number is shown.
  return Number(latinDigits(grouped));
}

const isYear = (written: string): boolean => /^(19|20)\d\d$/.test(written);
