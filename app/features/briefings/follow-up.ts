import { z } from "zod";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { ASK_CODES, type AskCode } from "./asks.ts";
import { prose } from "./prose.ts";

/** What became of an ask, best first. */
export const ASK_STATES = ["done", "begun", "not_begun", "no_longer"] as const;
export type AskState = (typeof ASK_STATES)[number];

export const FOLLOW_UP_LIMITS = { text: 600, source: 300 } as const;

const followedAskSchema = z.object({
  code: z.enum(ASK_CODES),
  state: z.enum(ASK_STATES),
  /** a sentence or two, in each language of the briefing */
  texts: z.partialRecord(z.enum(LOCALES), prose(FOLLOW_UP_LIMITS.text)),
  /** where everybody can read it: an address or a citation */
  source: prose(FOLLOW_UP_LIMITS.source),
});
export type FollowedAsk = z.infer<typeof followedAskSchema>;

/** What became of the asks of the release before. */
export const followUpSchema = z.object({
  /** the release they stood in, and the session it was for */
  slug: z.string(),
  session: z.string(),
  asks: z.array(followedAskSchema),
});
export type FollowUp = z.infer<typeof followUpSchema>;

/** The asks of the newest release: what a briefing after it has to answer for. */
export interface LastAsks extends Pick<FollowUp, "slug" | "session"> {
  readonly codes: readonly AskCode[];
}

export interface FollowUpGap {
  readonly code: "follow-up-stale" | "follow-up-missing" | "follow-up-text-missing" | "follow-up-source-missing";
  /** an ask, or a language and an ask such as `fr.SP2` */
  readonly place: string;
}

/** That nothing was begun needs no words; that something was done needs words and a source. */
const NEEDS_WORDS: readonly AskState[] = ["done", "begun", "no_longer"];
const NEEDS_SOURCE: readonly AskState[] = ["done", "begun"];

/**
 * What is missing in a follow-up that was begun. Whether there is one at all is for editor and guardian to decide: it is
 * told at the review, and stops nothing.
 */
export function gapsIn(
  followUp: FollowUp | undefined,
  last: LastAsks | null,
  locales: readonly Locale[],
): FollowUpGap[] {
  if (!followUp) return [];
  // Another briefing came out meanwhile, or that one was withdrawn.
  if (last?.slug !== followUp.slug) return [{ code: "follow-up-stale", place: "" }];
  const told = new Set(followUp.asks.map(({ code }) => code));
  return [
    ...last.codes.filter((code) => !told.has(code)).map((place) => ({ code: "follow-up-missing" as const, place })),
    ...followUp.asks.flatMap(({ code, state, texts, source }): FollowUpGap[] => [
      ...locales
        .filter((locale) => NEEDS_WORDS.includes(state) && !texts[locale])
        .map((locale) => ({ code: "follow-up-text-missing" as const, place: `${locale}.${code}` })),
      ...(NEEDS_SOURCE.includes(state) && source === ""
        ? [{ code: "follow-up-source-missing" as const, place: code }]
        : []),
    ]),
  ];
}
