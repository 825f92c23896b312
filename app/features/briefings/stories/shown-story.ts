import type { ShownText } from "#app/features/stories/story-page.ts";
import type { EditionStory } from "./edition-stories.ts";

/** A story on a page of editors and guardians: its texts, and what stands beside it in words. */
export interface ShownStory extends Pick<EditionStory, "id" | "hash" | "obstacle"> {
  readonly texts: readonly ShownText[];
  readonly beside: readonly string[];
}
