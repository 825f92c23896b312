import { languagesOf, storyParagraphs } from "#app/features/stories/story.ts";
import { besideWords } from "#app/features/stories/story-views.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { EditionStory } from "./edition-stories.ts";
import type { ShownStory } from "./shown-story.ts";

/** Stories as pages of editors and guardians show them. */
export function shownStories(stories: readonly EditionStory[], locale: Locale): ShownStory[] {
  return stories.map(({ id, hash, content, obstacle }) => ({
    ...{ id, hash, obstacle },
    texts: content
      ? languagesOf(content).map((one) => ({ locale: one, paragraphs: storyParagraphs(content.texts[one] ?? "") }))
      : [],
    beside: besideWords(content?.beside ?? {}, locale),
  }));
}
