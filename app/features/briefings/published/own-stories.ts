import type { ListedStory } from "#app/features/stories/story-page.ts";

export interface PrintedIn {
  readonly slug: string;
  readonly state: "released" | "withdrawn";
  readonly kicker: string;
}

/** A story of a report as its reporter sees it in the list. */
export interface OwnStory extends ListedStory {
  readonly printedIn: readonly PrintedIn[];
}
