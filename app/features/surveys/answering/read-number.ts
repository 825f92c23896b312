import { latinDigits } from "#app/kernel/latin-digits.ts";
import type { AnswerErrorCode } from "./answer-error.ts";

interface Limits {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly decimals?: true | undefined;
}

const SPACES = /[\s\u00a0\u202f\u2009'’\u066c]/g;
const NUMBER = /^-?\d{1,12}(?:[.,\u066b]\d{1,6})?$/;

/**
 * A number as people type it: 12 · 1 200 · 3,5 · 3.5 · ١٢. A single sign parts decimals; thousands are parted by spaces
 * only, for "1.200" is a guess.
 */
export function readNumber(
  text: string,
  { least, most, decimals }: Limits,
): number | undefined | { readonly code: AnswerErrorCode } {
  if (text === "") return undefined;
  const plain = latinDigits(text).replace(SPACES, "");
  if (!NUMBER.test(plain)) return { code: "not-a-number" };
  const number = Number(plain.replace(/[,\u066b]/, "."));
  if (!decimals && /[.,\u066b]/.test(plain)) return { code: "not-whole" };
  if (least !== undefined && number < least) return { code: "too-small" };
  if (most !== undefined && number > most) return { code: "too-large" };
  // Minus nought would be another text for the same answer.
  return number === 0 ? 0 : number;
}
