import { type Word, wordsOf } from "./folded-words.ts";
import { type Span, type Telling, tellingNumbers } from "./telling-numbers.ts";

/** Why a text cannot be quoted, and where: the text itself is never repeated. */
export interface QuotationFault extends Span {
  readonly kind: Telling | "name" | "copied";
}

/** What the product knows that would lead from a text to somebody. */
export interface KnownWords {
  /** of the registers and of the organisations: people, places, projects, institutions */
  readonly names: readonly string[];
  /** texts that anybody can search */
  readonly publicSources: readonly string[];
  /** wordings of bands, as "10,000 to 49,999": an amount that stands as one of them tells as much as it may */
  readonly bands?: readonly string[];
}

/** So many words in a row lead a search to their source, and are rarely the same by chance. */
export const COPIED_WORDS = 8;

/**
 * What a machine can find in a text that must lead to nobody. It only ever refuses: where it finds nothing, two people
 * still have to read.
 */
export function quotationFaults(text: string, { names, publicSources, bands = [] }: KnownWords): QuotationFault[] {
  const words = wordsOf(text);
  return [
    ...tellingNumbers(withoutBands(text, bands)),
    ...namesIn(words, names).map((span) => ({ ...span, kind: "name" as const })),
    ...copiedFrom(words, publicSources).map((span) => ({ ...span, kind: "copied" as const })),
  ].sort((a, b) => a.start - b.start);
}

/** The same text, place for place, with letters where a band stood. Longest first: one band may begin as another does. */
function withoutBands(text: string, bands: readonly string[]): string {
  return [...bands]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, band) => (band === "" ? rest : rest.replaceAll(band, "x".repeat(band.length))), text);
}

/** Whole names only, however they are written; each by its first word, so that a long list costs little. */
export function namesIn(words: readonly Word[], names: readonly string[]): Span[] {
  const byFirst = new Map<string, string[][]>();
  for (const name of names) {
    const parts = wordsOf(name).map(({ folded }) => folded);
    if (parts[0]) byFirst.set(parts[0], [...(byFirst.get(parts[0]) ?? []), parts]);
  }
  const joined = joinedNames(byFirst);
  return words.flatMap((word, place) => {
    const found = candidatesFor(word, byFirst).filter((parts) =>
      parts.every((part, step) => step === 0 || isSaid(words[place + step], part)),
    );
    const length = Math.max(0, ...found.map((parts) => parts.length), joinedFrom(words, place, joined));
    return length > 0 ? [spanOf(words, place, length)] : [];
  });
}

/** Shorter ones come about by chance where words are read together. */
const LEAST_JOINED = 6;

/** Names without their spaces: parted or put together otherwise they are still read. */
function joinedNames(byFirst: ReadonlyMap<string, string[][]>): { names: ReadonlySet<string>; longest: number } {
  const names = new Set(
    [...byFirst.values()]
      .flatMap((all) => all.map((parts) => parts.join("")))
      .filter((one) => one.length >= LEAST_JOINED),
  );
  return { names, longest: Math.max(0, ...[...names].map(({ length }) => length)) };
}

/** @returns how many words from here make up a name together, 0 for none */
function joinedFrom(words: readonly Word[], place: number, { names, longest }: ReturnType<typeof joinedNames>): number {
  let [text, found] = ["", 0];
  for (let step = 0; words[place + step] && text.length < longest; step += 1) {
    const { folded, parts } = words[place + step]!;
    if (names.has(text + folded) || names.has(text + (parts[0] ?? ""))) found = step + 1;
    text += folded;
  }
  return found;
}

/** With an apostrophe behind it, it is the same word. */
const isSaid = (word: Word | undefined, part: string): boolean => word?.folded === part || word?.parts[0] === part;

/** An Arabic article, or a conjunction or preposition, is written together with its word. */
const PREFIXES = ["", "ال", "و", "وال", "ب", "بال", "ل", "لل", "ف", "ك", "كال"];

function candidatesFor({ folded, parts }: Word, byFirst: ReadonlyMap<string, string[][]>): string[][] {
  const bare = PREFIXES.flatMap((prefix) => (folded.startsWith(prefix) ? [folded.slice(prefix.length)] : []));
  return [...new Set([...bare, ...parts])].flatMap((word) => byFirst.get(word) ?? []);
}

function copiedFrom(words: readonly Word[], sources: readonly string[]): Span[] {
  const runs = new Set(sources.flatMap((source) => runsOf(wordsOf(source))));
  const starts = runsOf(words).flatMap((run, place) => (runs.has(run) ? [place] : []));
  const spans: Span[] = [];
  for (const place of starts) {
    const span = spanOf(words, place, COPIED_WORDS);
    const last = spans.at(-1);
    // Runs that overlap are one passage.
    if (last && span.start < last.end) spans[spans.length - 1] = { ...last, end: span.end };
    else spans.push(span);
  }
  return spans;
}

const runsOf = (words: readonly Word[]): string[] =>
  words.slice(0, Math.max(0, words.length - COPIED_WORDS + 1)).map((_, place) =>
    words
      .slice(place, place + COPIED_WORDS)
      .map(({ folded }) => folded)
      .join(" "),
  );

const spanOf = (words: readonly Word[], place: number, length: number): Span => ({
  start: words[place]!.start,
  end: words[place + length - 1]!.end,
});
