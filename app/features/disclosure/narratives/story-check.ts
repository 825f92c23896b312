import { wordsOf } from "./folded-words.ts";
import { type CommonWords, initialsOf, likelyNames, rareWordsOf, tellingPartsOf } from "./likely-names.ts";
import { type KnownWords, namesIn, quotationFaults } from "./quotation-checks.ts";
import type { StoryPrecision } from "./story-precision.ts";
import type { Span, Telling } from "./telling-numbers.ts";
import { tooCloseTimes } from "./told-times.ts";

export const STORY_FINDING_KINDS = [
  "address",
  "telephone",
  "account",
  "reference",
  "date",
  "amount",
  "name",
  "copied",
  "place",
  "time",
  "person",
  "proper",
  "rare",
] as const satisfies readonly (Telling | string)[];
export type StoryFindingKind = (typeof STORY_FINDING_KINDS)[number];

/** A place in a story that leads to somebody, or may. A hard one has to go; the others are for a person to judge. */
export interface StoryFinding extends Span {
  readonly kind: StoryFindingKind;
  readonly isHard: boolean;
}

/** What the finder compares a story with. */
export interface StoryKnowledge extends KnownWords {
  /** of the case alone, so that a single rare word of one is a hit: who is affected, who refused */
  readonly ownNames: readonly string[];
  /** countries, and regions where even those say too much */
  readonly places: readonly string[];
  /** everything that was reported in this case, in its own words */
  readonly report: string;
  readonly common: CommonWords;
  readonly precision: StoryPrecision;
}

const SOFT: readonly StoryFindingKind[] = ["proper", "rare"];

/** Everything a machine finds in one text of a story, in its order; of places that overlap the first rule wins. */
export function storyFindings(text: string, known: StoryKnowledge): StoryFinding[] {
  const { names, ownNames, places, publicSources, report, common, precision, bands } = known;
  const words = wordsOf(text);
  const people = likelyNames(text, common);
  const kept = {
    names: [...names, ...ownNames, ...tellingPartsOf(ownNames, common), ...initialsOf(ownNames, common)],
    publicSources,
    bands: precision.amount === "band" ? (bands ?? []) : [],
  };
  const all: readonly (Span & { readonly kind: StoryFindingKind })[] = [
    ...quotationFaults(text, kept),
    ...of("place", namesIn(words, places)),
    ...of("time", tooCloseTimes(text, precision)),
    ...of("person", people.people),
    ...of("proper", people.proper),
    ...of("rare", rareWordsOf(text, report, common)),
  ];
  const found: StoryFinding[] = [];
  for (const { kind, start, end } of all)
    if (!found.some((one) => start < one.end && one.start < end))
      found.push({ kind, start, end, isHard: !SOFT.includes(kind) });
  return found.sort((a, b) => a.start - b.start);
}

const of = (kind: StoryFindingKind, spans: readonly Span[]) => spans.map((span) => ({ ...span, kind }));
