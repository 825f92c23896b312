import { POPULATION_TABLE } from "#app/features/briefings/figures/release-specification.ts";
import { latinDigits } from "#app/kernel/latin-digits.ts";

/** A cell that a text points to, in the place of its number. */
export interface FigureReference {
  readonly table: string;
  /** in the order of the table's dimensions; none for the number of all organisations */
  readonly codes: readonly string[];
  /** whether the number is printed with what it counts: "35 organisations" */
  readonly withUnit: boolean;
}

/** A piece of a text: words, a reference, or what was meant as one and cannot be read. */
export type Piece =
  | { readonly kind: "words"; readonly text: string }
  | { readonly kind: "reference"; readonly written: string; readonly reference: FigureReference }
  | { readonly kind: "broken"; readonly written: string };

const BRACED = /\{\{([^{}]*)\}\}/g;
const STRAY = /[{}]/;
/** Table, codes parted by a comma of either script, and a sign that asks for the unit. */
const INSIDE = /^\s*([a-z0-9-]{1,80})\s*(?::\s*([A-Za-z0-9_-]{1,60})\s*(?:[,،+]\s*([A-Za-z0-9_-]{1,60})\s*)?)?(#\s*)?$/;
/** Marks of direction that an Arabic keyboard leaves between Latin letters. */
const DIRECTION_MARKS = /[\u200e\u200f\u061c]/g;
/** The way a reference is written: `{{organisations-by-incident-group:account}}`. */
export function referenceText({
  table,
  codes,
  withUnit = false,
}: Partial<FigureReference> & { table: string }): string {
  const cell = codes?.length ? `:${codes.join(",")}` : "";
  return `{{${table}${cell}${withUnit ? " #" : ""}}}`;
}

/** Takes a text apart. Joined again, the pieces are the text, letter by letter. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(BRACED)) {
    pieces.push(...wordsIn(text.slice(from, found.index)));
    pieces.push(pieceIn(found[0], found[1] ?? ""));
    from = found.index + found[0].length;
  }
  return [...pieces, ...wordsIn(text.slice(from))];
}

function pieceIn(written: string, inside: string): Piece {
  const reference = referenceIn(inside);
  return reference ? { kind: "reference", written, reference } : { kind: "broken", written };
}

function referenceIn(inside: string): FigureReference | null {
  const [, table, first, second, unit] = INSIDE.exec(latinDigits(inside.replaceAll(DIRECTION_MARKS, ""))) ?? [];
  const codes = [first, second].filter((code) => code !== undefined);
  // A table alone is no cell; only the number of all organisations has no code.
  if (!table || (codes.length === 0) !== (table === POPULATION_TABLE)) return null;
  return { table, codes, withUnit: unit !== undefined };
}

/** What stands between references; braces in it were meant as one. */
function wordsIn(text: string): Piece[] {
  if (text === "") return [];
  const stray = STRAY.exec(text);
  if (!stray) return [{ kind: "words", text }];
  const rest = text.slice(stray.index);
  return [
    ...(stray.index > 0 ? [{ kind: "words" as const, text: text.slice(0, stray.index) }] : []),
    { kind: "broken", written: rest },
  ];
}

/** The text without its references: no number in them was typed by hand. */
export function withoutReferences(text: string): string {
  return piecesOf(text)
    .map((piece) => (piece.kind === "reference" ? " " : piece.kind === "words" ? piece.text : piece.written))
    .join("");
}
