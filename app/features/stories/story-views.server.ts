import type { StoryFinding } from "#app/features/disclosure/narratives/story-check.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { textFor as wordsFor } from "#app/i18n/messages.server.ts";
import { type KeptStory, languagesOf, type StoryBeside, type StoryContent, storyParagraphs, textFor } from "./story.ts";
import type { ListedStory, ShownFinding, StoryPageData } from "./story-page.ts";
import type { StoryFindings } from "./story-seals.server.ts";

const BEGINNING = 90;

export function listedStory(story: KeptStory, locale: Locale): ListedStory {
  const { id, state, madeOn, askedOn, answer, ended, content, approved } = story;
  return {
    ...{ id, state, madeOn, askedOn, answer, ended },
    languages: content ? languagesOf(content) : [],
    beginning: content ? beginningOf(textFor(content, locale).text) : "",
    approvedOn: approved?.on ?? null,
  };
}

export function shownStory(story: KeptStory, locale: Locale): StoryPageData {
  const { version, hash, content } = story;
  const texts = content ? textsOf(content) : [];
  return { ...listedStory(story, locale), version, hash, texts, beside: besideWords(content?.beside ?? {}, locale) };
}

const textsOf = (content: StoryContent) =>
  languagesOf(content).map((locale) => ({ locale, paragraphs: storyParagraphs(content.texts[locale] ?? "") }));

/** Cut at a word. */
export function beginningOf(text: string): string {
  if (text.length <= BEGINNING) return text;
  return `${text.slice(0, text.lastIndexOf(" ", BEGINNING))} …`;
}

/** The codes that stand beside a story, as people say them. */
export function besideWords({ incident, affected_region: region }: StoryBeside, locale: Locale): string[] {
  const t = wordsFor(locale);
  return [
    ...(region ? [t(`codes.regional_group.${region}`)] : []),
    ...(incident ? [t(`codes.incident_group.${incident}`)] : []),
  ];
}

/** The words that were found, out of the texts they were found in. */
export function shownFindings(content: StoryContent, findings: StoryFindings) {
  const shown = LOCALES.flatMap((locale) => {
    const found = findings[locale];
    return found ? [[locale, found.map((one) => shownFinding(content.texts[locale] ?? "", one))] as const] : [];
  });
  return Object.fromEntries(shown) as Partial<Record<Locale, readonly ShownFinding[]>>;
}

const shownFinding = (text: string, { kind, start, end, isHard }: StoryFinding): ShownFinding => ({
  kind,
  words: text.slice(start, end),
  isHard,
});
