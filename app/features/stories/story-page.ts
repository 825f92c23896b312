import type { CaseStanding } from "#app/features/cases/casework/work-case-page.ts";
import type { StoryFindingKind } from "#app/features/disclosure/narratives/story-check.ts";
import type { StoryPrecision } from "#app/features/disclosure/narratives/story-precision.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { StoryRecord } from "./story.ts";
import type { StoryObjection } from "./story-consent.ts";

/** A story in a list, for either side. */
export interface ListedStory extends Pick<StoryRecord, "state" | "madeOn" | "askedOn" | "answer" | "ended"> {
  readonly id: string;
  readonly languages: readonly Locale[];
  /** the beginning of its text, in the reader's language or the nearest it has; empty once it has gone */
  readonly beginning: string;
  readonly approvedOn: string | null;
}

/** One text of a story. */
export interface ShownText {
  readonly locale: Locale;
  readonly paragraphs: readonly string[];
}

/** What a page of one story shows, for either side. */
export interface StoryPageData extends ListedStory {
  readonly version: number;
  readonly hash: string;
  readonly texts: readonly ShownText[];
  /** what stands beside it, in words */
  readonly beside: readonly string[];
}

/** What was found in one text: the words themselves, and what kind of thing they are. */
export interface ShownFinding {
  readonly kind: StoryFindingKind;
  readonly words: string;
  readonly isHard: boolean;
}

/** The team's page of it. */
export interface TeamStoryPage {
  readonly standing: CaseStanding;
  readonly story: StoryPageData;
  /** by language; null where no coordinator's session has looked at this very text yet */
  readonly findings: Readonly<Partial<Record<Locale, readonly ShownFinding[] | undefined>>> | null;
  readonly tellsTooMuch: boolean;
  readonly precision: StoryPrecision;
  readonly objection: StoryObjection | null;
  readonly writtenBy: string;
  readonly may: { readonly write: boolean; readonly ask: boolean; readonly check: boolean; readonly end: boolean };
}

/** What the form of a story needs. */
export interface StoryChoices {
  readonly precision: StoryPrecision;
  readonly beside: readonly { readonly name: string; readonly label: string }[];
}

/** As much as the page of a case tells of them. */
export interface StoriesBrief {
  readonly caseId: string;
  readonly count: number;
  /** wait for the reporter's word */
  readonly asked: number;
  /** the reporter has said no, or takes a yes back */
  readonly declined: number;
}
