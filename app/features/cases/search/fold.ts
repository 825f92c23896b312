/**
 * The form in which texts are compared, so that nobody must type as somebody else has typed: no case, no accents, no
 * vowel signs, one form for each Arabic letter, and Latin digits.
 */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : [...text].map(foldCharacter).join("");
}

/** A folded text, and for each of its characters where it comes from in the text as it was written. */
export interface FoldedText {
  readonly folded: string;
  readonly places: readonly number[];
}

export function foldWithPlaces(text: string): FoldedText {
  let folded = "";
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const plain = foldCharacter(character);
    for (let each = 0; each < plain.length; each += 1) places.push(at);
    folded += plain;
    at += character.length;
  }
  return { folded, places };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\x00-\x7f]*$/;
/** Signs above and below letters, the stroke that lengthens a word, and marks of direction and joining. */
const SIGNS = /[\p{M}\p{Cf}\u0640]/gu;

/** Letters that Unicode keeps apart and readers do not; what carries a hamza or a madda is taken apart before. */
const SAME: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ς: "σ",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ة: "ه",
  ک: "ك",
};

/** One letter is folded again and again, so it is kept; what was typed is not, for no word can be read from letters. */
const known = new Map<string, string>();
const MOST_KNOWN = 4_096;

function foldCharacter(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const plain = character.normalize("NFKD").replace(SIGNS, "").toLowerCase();
  const folded = [...plain].map((letter) => digitOf(letter) ?? SAME[letter] ?? letter).join("");
  if (known.size < MOST_KNOWN) known.set(character, folded);
  return folded;
}

/** Arabic and Persian digits begin at these. */
const ZEROS = [0x0660, 0x06f0];

function digitOf(letter: string): string | null {
  const code = letter.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? null : String(code - zero);
}
