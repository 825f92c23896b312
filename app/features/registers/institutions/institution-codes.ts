import { isValidBIC } from "ibantools";

/** A code as it stands on a letterhead or an advice: any case, with or without spaces. */
export function asCode(typed: string): string {
  return typed.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/** A business identifier code by its form: four letters, a country, two and perhaps three more characters (ISO 9362). */
export function isBic(code: string): boolean {
  return isValidBIC(code);
}

/** A legal entity identifier: eighteen characters and two check digits, which make the whole 1 modulo 97 (ISO 17442). */
export function isLei(code: string): boolean {
  return /^[A-Z0-9]{18}[0-9]{2}$/.test(code) && remainderBy97(code) === 1;
}

/** Letters count as 10 to 35, as in ISO 7064; digit by digit, because twenty letters are more than a number holds. */
function remainderBy97(code: string): number {
  const digits = [...code].map((character) => Number.parseInt(character, 36)).join("");
  return [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0);
}
