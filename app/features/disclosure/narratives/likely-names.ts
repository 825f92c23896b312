import { foldedText, type Word, wordsOf } from "./folded-words.ts";
import type { Span } from "./telling-numbers.ts";

/** Words that everybody uses, folded. A word that is not among them may be a name. */
export type CommonWords = ReadonlySet<string>;

const TITLES = new Set(
  [
    ...["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "judge", "sheikh", "father", "sister"],
    ...["m", "mme", "mlle", "monsieur", "madame", "maître", "docteur", "juge"],
    ...["sr", "sra", "señor", "señora", "don", "doña", "doctor", "doctora", "juez", "jueza"],
    ...[
      "السيد",
      "السيدة",
      "الدكتور",
      "الدكتورة",
      "الأستاذ",
      "الأستاذة",
      "المحامي",
      "المحامية",
      "القاضي",
      "القاضية",
      "الشيخ",
    ],
  ].map(foldedText),
);
/** Shorter ones are particles, articles and initials, in any language. */
const LEAST_LETTERS = 4;
/** Two letters stand for too many things. */
const LEAST_INITIALS = 3;

export interface LikelyNames {
  /** somebody's name, as it stands: after a title, or capital after capital */
  readonly people: readonly Span[];
  /** a capital inside a sentence, of a word that is not common */
  readonly proper: readonly Span[];
}

/** What looks like a name though no list knows it. Letters without capitals give only those that follow a title. */
export function likelyNames(text: string, common: CommonWords): LikelyNames {
  const words = wordsOf(text);
  const people: Span[] = [];
  const proper: Span[] = [];
  for (let place = 0; place < words.length; place += 1) {
    // A sentence begins with a capital, whatever its first word is.
    if (beginsSentence(text, words[place]!) && !isRare(words[place]!, common) && !isTitle(words[place]!)) continue;
    const titled = isTitle(words[place]!) && isNameAfterTitle(text, words, place + 1, common);
    const last = titled ? lastCapital(text, words, place + 1) : capitalsFrom(text, words, place);
    const run = words.slice(place, last + 1);
    if (run.length === 0) continue;
    const isUnknown = (word: Word) => isRare(word, common);
    if (titled || (run.length > 1 && run.some(isUnknown))) people.push(spanOf(run));
    else if (run.length === 1 && isUnknown(run[0]!) && !beginsSentence(text, run[0]!)) proper.push(spanOf(run));
    place += run.length - 1;
  }
  return { people, proper };
}

/** Words of a report that stand again in what is told of it and are rare: by them somebody who has read the report knows it. */
export function rareWordsOf(text: string, report: string, common: CommonWords): Span[] {
  const said = new Set(wordsOf(report).map(({ folded }) => folded));
  return wordsOf(text)
    .filter((word) => said.has(word.folded) && isRare(word, common))
    .map(({ start, end }) => ({ start, end }));
}

/** Those words of names that say more than "bank" or "clinic": one of them is enough to find the whole. */
export function tellingPartsOf(names: readonly string[], common: CommonWords): string[] {
  return names.flatMap((name) => {
    const words = wordsOf(name);
    return words.length < 2 ? [] : words.filter((word) => isRare(word, common)).map(({ folded }) => folded);
  });
}

/** By its initials many an organisation is better known than by its name. */
export function initialsOf(names: readonly string[], common: CommonWords): string[] {
  return names.flatMap((name) => {
    const initials = [...name.matchAll(/(?<![\p{L}\p{N}])\p{Lu}/gu)].join("");
    return initials.length < LEAST_INITIALS || common.has(foldedText(initials)) ? [] : [initials];
  });
}

const isTitle = ({ folded }: Word) => TITLES.has(folded);
const isRare = ({ folded }: Word, common: CommonWords) =>
  folded.length >= LEAST_LETTERS && !/\d/.test(folded) && !isCommon(folded, common);

/** With an ending or an article of its language it is the same word. */
function isCommon(folded: string, common: CommonWords): boolean {
  const stems = [folded, folded.replace(/(?:s|es|ed|d|ing|e)$/, ""), folded.replace(/^(?:ال|وال|بال|لل|و|ب|ل)/, "")];
  return stems.some((stem) => common.has(stem) || common.has(`${stem}e`) || common.has(`${stem}s`));
}

const startsCapital = (text: string, { start }: Word) => /^\p{Lu}/u.test(text.slice(start, start + 2));

/** Capital after capital, parted by a single space. @returns the place of the last, or one before `place` */
function lastCapital(text: string, words: readonly Word[], place: number): number {
  let last = place;
  while (words[last + 1] && follows(text, words, last) && startsCapital(text, words[last + 1]!)) last += 1;
  return last;
}

function capitalsFrom(text: string, words: readonly Word[], place: number): number {
  return startsCapital(text, words[place]!) ? lastCapital(text, words, place) : place - 1;
}

const follows = (text: string, words: readonly Word[], place: number) =>
  /^[ \u00a0-]$/.test(text.slice(words[place]!.end, words[place + 1]!.start));

function isNameAfterTitle(text: string, words: readonly Word[], place: number, common: CommonWords): boolean {
  const name = words[place];
  if (!name || !/^[.\s]{1,3}$/.test(text.slice(words[place - 1]!.end, name.start))) return false;
  return startsCapital(text, name) || (/^\p{Script=Arabic}/u.test(name.folded) && isRare(name, common));
}

const beginsSentence = (text: string, { start }: Word) => /(?:^|[.!?…:؟«»“”"'\n]\s*)$/u.test(text.slice(0, start));

const spanOf = (run: readonly Word[]): Span => ({ start: run[0]!.start, end: run.at(-1)!.end });
