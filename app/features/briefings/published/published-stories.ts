import { type StoryContent, storyParagraphs, textFor } from "#app/features/stories/story.ts";
import { directionOf, type Locale } from "#app/i18n/locales.ts";
import type { LanguageVersion } from "./language-version.ts";
import type { PublishedStories, PublishedStory } from "./published-text.ts";

/** Where nobody has told a story, there is no part of that name. */
export function publishedStories(
  stories: readonly StoryContent[],
  version: LanguageVersion,
): { readonly stories?: PublishedStories } {
  if (stories.length === 0) return {};
  const { t } = version;
  return {
    stories: {
      heading: t("briefings.section.stories"),
      lead: t("briefings.stories.lead"),
      items: stories.map((story) => publishedStory(story, version)),
    },
  };
}

/** Nobody translates what somebody has approved word for word: it stands in a language it was approved in, and says so. */
function publishedStory(story: StoryContent, { locale, t, labelOf, formats }: LanguageVersion): PublishedStory {
  const told = textFor(story, locale);
  const { incident, affected_region: region } = story.beside;
  const beside = [
    ...(region ? [labelOf("affected_region", region)] : []),
    ...(incident ? [labelOf("incident_group", incident)] : []),
  ];
  return {
    locale: told.locale,
    direction: directionOf(told.locale),
    paragraphs: storyParagraphs(told.text),
    note: told.locale === locale ? null : t("briefings.stories.in-language", { language: nameOf(told.locale, locale) }),
    beside: beside.length > 0 ? formats.list(beside) : null,
  };
}

/** "Arabic", as the page's own language says it. */
function nameOf(language: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(language) ?? language;
}
