import type { RegionalGroup } from "#app/features/registers/regional-groups.ts";
import type { IncidentGroup } from "#app/features/taxonomy/incident-groups.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import type { StoryId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";

/** A story is a paragraph or three in a briefing. Longer ones tell more than they should. */
export const STORY_TEXT_MAX = 2_500;
export const COMMENT_MAX = 2_000;
export const MOST_STORIES_OF_A_CASE = 10;

/** What may stand beside it, by the names that tables have for it: each only where the case itself says it. */
export interface StoryBeside {
  readonly incident?: IncidentGroup;
  readonly affected_region?: RegionalGroup;
}

/** Exactly what would be printed. Its canonical JSON is hashed: who approves, approves every character of it. */
export interface StoryContent {
  readonly form: 1;
  readonly texts: Readonly<Partial<Record<Locale, string>>>;
  readonly beside: StoryBeside;
}

export const STORY_STATES = ["draft", "asked", "approved", "declined", "ended"] as const;
export type StoryState = (typeof STORY_STATES)[number];

/** By whose word it ended for good. */
export type StoryEndedBy = "team" | "consent";

/** What the reporter reads of a story, under the case key. It stays when the text has gone. */
export interface StoryRecord {
  readonly state: StoryState;
  /** the organisation behind it, or the case where there is none, by a name that says nothing to who makes briefings */
  readonly unit: string;
  /** null once it has ended */
  readonly content: StoryContent | null;
  /** SHA-256 of the content's canonical JSON, hexadecimal */
  readonly hash: string;
  /** of each text that was ever approved: by these its reporter finds it again among what is printed */
  readonly prints: readonly string[];
  readonly madeOn: IsoDay;
  readonly askedOn: IsoDay | null;
  /** to which text its reporter said yes; any later change makes it null */
  readonly approved: { readonly hash: string; readonly on: IsoDay } | null;
  /** the last no, or the last yes that was taken back, with what was said */
  readonly answer: { readonly kind: "declined" | "taken-back"; readonly comment: string; readonly on: IsoDay } | null;
  readonly ended: { readonly by: StoryEndedBy; readonly on: IsoDay } | null;
}

export interface KeptStory extends StoryRecord {
  readonly id: StoryId;
  readonly version: number;
}

/** In the order of the product, those that have a text. */
export function languagesOf({ texts }: StoryContent): Locale[] {
  return LOCALES.filter((locale) => texts[locale] !== undefined);
}

/** Which of its texts a reader of a language is shown: the own one, else English, else what there is. */
export function textFor({ texts }: StoryContent, locale: Locale): { readonly locale: Locale; readonly text: string } {
  const shown = [locale, "en" as const, ...LOCALES].find((one) => texts[one] !== undefined) ?? locale;
  return { locale: shown, text: texts[shown] ?? "" };
}

/** As texts are kept, compared and printed: paragraphs parted by an empty line, no other breaks. */
export function storyText(typed: string): string {
  const paragraphs = typed.replaceAll("\r\n", "\n").split(/\n\s*\n/);
  return paragraphs
    .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
    .filter(Boolean)
    .join("\n\n");
}

export const storyParagraphs = (text: string): string[] => text.split("\n\n");
