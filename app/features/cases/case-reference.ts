import type { CaseId } from "#app/kernel/id.ts";

/** Crockford's base 32: no I, L, O, U, so that a reference can be read out over a bad line. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA_LENGTH = 7;

/**
 * What people call a case: `TH-7F3K-9QMR`, seven characters of the random id (35 bits) and one that checks them.
 * Not unique by promise: among a million cases a few pairs share one, so a search may show two.
 */
export type CaseReference = string;

export function caseReference(id: CaseId): CaseReference {
  const bits = BigInt(`0x${id.replaceAll("-", "").slice(0, 10)}`) >> 5n;
  const data = Array.from({ length: DATA_LENGTH }, (_, place) => {
    return ALPHABET[Number((bits >> BigInt(5 * (DATA_LENGTH - 1 - place))) & 31n)];
  }).join("");
  return written(data + checkCharacter(data));
}

const written = (characters: string) => `TH-${characters.slice(0, 4)}-${characters.slice(4)}`;

/** Luhn's check in base 32: finds every single wrong character and nearly every swapped pair. */
function checkCharacter(data: string): string {
  const sum = [...data].reverse().reduce((total, character, place) => {
    const value = ALPHABET.indexOf(character) * (place % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 32) + (value % 32);
  }, 0);
  return ALPHABET[(32 - (sum % 32)) % 32]!;
}

/** Reads what somebody typed or heard: any case, with or without TH and dashes, O for 0, I and L for 1. Null when the check fails. */
export function parseReference(text: string): CaseReference | null {
  const typed = text.toUpperCase().replace(/[\s\-–]/g, "");
  const body = typed.length === DATA_LENGTH + 3 && typed.startsWith("TH") ? typed.slice(2) : typed;
  const characters = body.replaceAll("O", "0").replace(/[IL]/g, "1");
  if (characters.length !== DATA_LENGTH + 1 || [...characters].some((character) => !ALPHABET.includes(character)))
    return null;
  return checkCharacter(characters.slice(0, DATA_LENGTH)) === characters.at(-1) ? written(characters) : null;
}

/** @returns the first and the last id that a reference can stand for, so that a search needs no column of references. */
export function referenceRange(reference: CaseReference): { readonly from: string; readonly to: string } {
  const data = reference.replaceAll("-", "").slice(2, 2 + DATA_LENGTH);
  const bits = [...data].reduce((total, character) => (total << 5n) | BigInt(ALPHABET.indexOf(character)), 0n);
  const start = (bits << 5n).toString(16).padStart(10, "0");
  const end = ((bits << 5n) | 31n).toString(16).padStart(10, "0");
  return { from: asUuid(start.padEnd(32, "0")), to: asUuid(end.padEnd(32, "f")) };
}

function asUuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
