import { countrySpecs, isValidIBAN } from "ibantools";

/** Where a number stands in the text, in UTF-16 units. `ending` is all that may be shown of it. */
export interface AccountNumberFound {
  readonly kind: "iban" | "card";
  readonly start: number;
  readonly end: number;
  readonly ending: string;
}

interface Reading {
  readonly characters: string;
  /** place in the text of each character */
  readonly places: readonly number[];
}

// What people put between groups of digits, and what hides there: spaces of all widths, dashes, dots, joiners.
const SEPARATOR = /[\s\-._/·‐-―\u00a0\u00ad\u200b-\u200f\u2060\u2066-\u2069\ufeff]/u;
const LONGEST_GAP = 3;

/**
 * Finds whole IBANs and card numbers in free text, however they are spaced. Says where, never what.
 * An IBAN counts when length, form and check digits fit its country; a card when it has 13 to 19 digits,
 * begins as cards do and passes Luhn's check. Places do not overlap and stand in order.
 */
export function findAccountNumbers(text: string): readonly AccountNumberFound[] {
  const runs = alphanumericRuns(text);
  const ibans = runs.flatMap((run) => ibansIn(run));
  const cards = runs.flatMap((run) => cardsIn(run));
  const free = cards.filter((card) => !ibans.some((iban) => card.start < iban.end && iban.start < card.end));
  return [...ibans, ...free].sort((a, b) => a.start - b.start);
}

/** Letters and digits with short gaps between them, folded to capital Latin letters and Latin digits, one for one. */
function alphanumericRuns(text: string): readonly Reading[] {
  const runs: { characters: string; places: number[] }[] = [];
  let current = { characters: "", places: [] as number[] };
  let gap = 0;
  for (let place = 0; place < text.length; place += 1) {
    const character = folded(text[place]!);
    if (/[0-9A-Z]/.test(character)) {
      current.characters += character;
      current.places.push(place);
      gap = 0;
    } else if (!SEPARATOR.test(character) || ++gap > LONGEST_GAP) {
      runs.push(current);
      current = { characters: "", places: [] };
      gap = 0;
    }
  }
  return [...runs, current].filter(({ characters }) => characters.length >= 13);
}

function folded(character: string): string {
  const code = character.charCodeAt(0);
  if ((code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)) return String(code & 0xf);
  // Full-width letters and digits fold to their plain form; what would become several characters stays as it is.
  const plain = character.normalize("NFKC").toUpperCase();
  return plain.length === 1 ? plain : character;
}

function ibansIn(run: Reading): readonly AccountNumberFound[] {
  const found: AccountNumberFound[] = [];
  for (let from = 0; from < run.characters.length; from += 1) {
    const length = ibanLengthAt(run, from);
    if (length === null || !isValidIBAN(run.characters.slice(from, from + length))) continue;
    found.push(placeOf("iban", run, from, length));
    from += length - 1;
  }
  return found;
}

function ibanLengthAt({ characters }: Reading, from: number): number | null {
  if (!/^[A-Z]{2}[0-9]{2}/.test(characters.slice(from, from + 4))) return null;
  const length = countrySpecs[characters.slice(from, from + 2)]?.chars;
  return length && from + length <= characters.length ? length : null;
}

// First digits of the networks in use: Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay, Maestro, Mir.
const CARD_START = /^(?:4|5[0-8]|2[2-7]|3[0-9]|6)/;

function cardsIn(run: Reading): readonly AccountNumberFound[] {
  return [...run.characters.matchAll(/[0-9]{13,}/g)].flatMap(({ index, 0: digits }) => {
    return cardsInRow(run, index, index + digits.length);
  });
}

/** A row of digits may hold several numbers: a card begins and ends at the row's ends or at gaps between groups. */
function cardsInRow(run: Reading, rowStart: number, rowEnd: number): readonly AccountNumberFound[] {
  const isEdge = (at: number) => at === rowStart || at === rowEnd || run.places[at]! > run.places[at - 1]! + 1;
  const found: AccountNumberFound[] = [];
  for (let from = rowStart; from + 13 <= rowEnd; from += 1) {
    if (!isEdge(from)) continue;
    const length = CARD_LENGTHS.find((digits) => {
      const fits = from + digits <= rowEnd && isEdge(from + digits);
      return fits && isCard(run.characters.slice(from, from + digits));
    });
    if (length === undefined) continue;
    found.push(placeOf("card", run, from, length));
    from += length - 1;
  }
  return found;
}

// The common lengths first, so that the likely reading wins where two would fit.
const CARD_LENGTHS = [16, 15, 19, 18, 17, 14, 13];

const isCard = (digits: string) => CARD_START.test(digits) && passesLuhn(digits);

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function placeOf(
  kind: "iban" | "card",
  { characters, places }: Reading,
  from: number,
  length: number,
): AccountNumberFound {
  const last = from + length - 1;
  return { kind, start: places[from]!, end: places[last]! + 1, ending: characters.slice(last - 3, last + 1) };
}
