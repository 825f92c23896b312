import { fold, foldWithPlaces } from "./fold.ts";

/** Where in a case something was written. */
export const SEARCH_PLACES = [
  "reference",
  "story",
  "affected",
  "institution",
  "recipients",
  "organisation",
  "source",
  "addition",
  "remedy",
  "note",
] as const;
export type SearchPlace = (typeof SEARCH_PLACES)[number];

export interface SearchText {
  readonly place: SearchPlace;
  readonly text: string;
}

/** A piece of a text around what was found; the pieces that were looked for are marked. */
export interface Excerpt {
  readonly place: SearchPlace;
  readonly pieces: readonly { readonly text: string; readonly isHit: boolean }[];
}

export const WORDS_MAX = 200;
const MOST_TERMS = 8;
const MOST_EXCERPTS = 3;
/** Characters shown before and after what was found. */
const AROUND = 70;

/** What is looked for, folded: each word for itself, in any order. */
export function searchTerms(words: string): readonly string[] {
  return [...new Set(fold(words).split(/\s+/).filter(Boolean))].slice(0, MOST_TERMS);
}

/**
 * Whether every word stands somewhere in the texts of one case.
 * @returns short excerpts of as few texts as hold them all, or null where a word is missing
 */
export function matchTexts(texts: readonly SearchText[], terms: readonly string[]): readonly Excerpt[] | null {
  if (terms.length === 0) return null;
  const folded = texts.map((one) => ({ ...one, folded: fold(one.text) }));
  if (!terms.every((term) => folded.some((one) => one.folded.includes(term)))) return null;
  return bestTexts(folded, terms).map(({ place, text }) => ({ place, pieces: piecesOf(text, terms) }));
}

interface FoldedSearchText extends SearchText {
  readonly folded: string;
}

/** One after the other the text that holds most of the words that no text before it holds. */
function bestTexts(texts: readonly FoldedSearchText[], terms: readonly string[]): readonly FoldedSearchText[] {
  const best: FoldedSearchText[] = [];
  let missing = terms;
  while (missing.length > 0 && best.length < MOST_EXCERPTS) {
    const held = (one: FoldedSearchText) => missing.filter((term) => one.folded.includes(term)).length;
    const next = texts.reduce((most, one) => (held(one) > held(most) ? one : most));
    best.push(next);
    missing = missing.filter((term) => !next.folded.includes(term));
  }
  return best;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function piecesOf(text: string, terms: readonly string[]): Excerpt["pieces"] {
  const hits = hitsIn(text, terms);
  const [first] = hits;
  const from = edge(text, Math.max(0, (first?.from ?? 0) - AROUND));
  const to = edge(text, Math.min(text.length, (first?.to ?? 0) + AROUND));
  const pieces: { text: string; isHit: boolean }[] = [];
  let at = from;
  for (const hit of hits.filter((one) => one.from >= from && one.to <= to)) {
    pieces.push({ text: text.slice(at, hit.from), isHit: false }, { text: text.slice(hit.from, hit.to), isHit: true });
    at = hit.to;
  }
  pieces.push({ text: text.slice(at, to), isHit: false });
  const shown = pieces.filter(({ text }) => text !== "");
  return [...(from > 0 ? [CUT] : []), ...shown, ...(to < text.length ? [CUT] : [])];
}

const CUT = { text: "…", isHit: false } as const;

/** Never between the two halves of one character. */
function edge(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** Where the words stand in the text as it was written, in order, without those that lie in one found before. */
function hitsIn(text: string, terms: readonly string[]): readonly Span[] {
  const { folded, places } = foldWithPlaces(text);
  const found = terms.flatMap((term) => {
    const spans: Span[] = [];
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length))
      spans.push({ from: places[at]!, to: places[at + term.length] ?? text.length });
    return spans;
  });
  const sorted = found.sort((a, b) => a.from - b.from || b.to - a.to);
  // One look at each, however many: whoever reports may have filled a text with one word.
  let reached = 0;
  return sorted.filter(({ from, to }) => {
    const isFree = from >= reached;
    reached = Math.max(reached, to);
    return isFree;
  });
}
