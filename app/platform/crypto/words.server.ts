import { wordlist } from "@scure/bip39/wordlists/english.js";
import { randomPick } from "./random.server.ts";

/** The 2,048 English BIP39 words. The first four letters of each are unique. */
export const WORDS: readonly string[] = wordlist;

const indexByStart = new Map(WORDS.map((word, index) => [word.slice(0, 4), index]));

/** Words drawn one by one: 11 bits each. */
export function newWords(count: number): string {
  return Array.from({ length: count }, () => randomPick(WORDS)).join(" ");
}

/**
 * What a person typed or copied from paper, as words of the list with single spaces. Case, line breaks, hyphens, numbers
 * before the words and invisible marks do not matter; the first four letters (three for a word of three) are enough.
 * @returns the words, or null where one of them is not on the list
 */
export function foldWords(typed: string): string | null {
  const indexes = wordIndexes(typed);
  return indexes?.map((index) => WORDS[index]).join(" ") ?? null;
}

/** Places on the list, 0 to 2,047. @returns null where a word is not on it, or there is none */
export function wordIndexes(typed: string): number[] | null {
  const indexes: number[] = [];
  // The cap keeps a pasted book from costing time; the longest sheet has 27 words.
  for (const word of letters(typed.slice(0, 2000))) {
    const index = indexByStart.get(word.slice(0, 4));
    if (index === undefined || !WORDS[index]?.startsWith(word)) return null;
    indexes.push(index);
  }
  return indexes.length > 0 ? indexes : null;
}

function letters(typed: string): string[] {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "");
  // What is neither letter nor mark separates; an accented letter stays, and then fails, rather than splitting a word in two.
  return plain.split(/[^\p{L}\p{M}]+/u).filter((word) => word !== "");
}
