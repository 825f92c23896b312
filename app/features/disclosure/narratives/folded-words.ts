/** A word as it is compared, and where it stands in the text, in UTF-16 units. */
export interface Word {
  readonly folded: string;
  /** what an apostrophe parts: the article before a name, or the ending behind it */
  readonly parts: readonly string[];
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}'’ـ]*/gu;
// Accents, vowel signs and the stretching of Arabic letters; an apostrophe joins what it stands in,
// and what nobody sees must not part a name.
const MARKS = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}ـ'’]/gu;
const APOSTROPHES = /['’]/u;
/** Letters that Arabic writers use for each other, and those that have no accent to lose. */
const SAME: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ة: "ه",
  ؤ: "و",
  ئ: "ي",
  ß: "ss",
  ø: "o",
  ł: "l",
  ı: "i",
  ...lookalikes("авеһікмнорѕтухјсԁԛԝɡɑ", "abehikmhopstyxjcdqwga"),
  ...lookalikes("αβεηικνορτυχω", "abenikvoptuxw"),
};
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");

/** Cyrillic and Greek letters that nobody tells from Latin ones: a name in them is the same name to whoever reads it. */
function lookalikes(letters: string, latin: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter, place) => [letter, latin[place]!]));
}

/** Letters as they are compared: without case, accents, vowel signs, ways of writing or the script of a look-alike. */
export function foldedText(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(SAME_LETTERS, (letter) => SAME[letter] ?? letter);
  return plain.normalize("NFKD").replace(MARKS, "").normalize("NFC");
}

/** The words of a text in any of its scripts. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    folded: foldedText(word),
    parts: word.split(APOSTROPHES).map(foldedText).filter(Boolean),
    start: index,
    end: index + word.length,
  }));
}
