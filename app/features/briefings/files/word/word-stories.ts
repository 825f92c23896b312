import { HeadingLevel, type Paragraph } from "docx";
import type { PublishedStories, PublishedStory } from "#app/features/briefings/published/published-text.ts";
import { NOTE_STYLE } from "./word-styles.ts";
import { type Voice, voiceOf } from "./word-voice.ts";

const INDENT = { left: 400, right: 400 } as const;

/** Each in the language and direction it was approved in, whatever the document is written in. */
export function wordStories(stories: PublishedStories | undefined, voice: Voice): Paragraph[] {
  if (!stories) return [];
  const { heading, lead, items } = stories;
  return [
    voice.paragraph(heading, { heading: HeadingLevel.HEADING_1 }),
    voice.paragraph(lead),
    ...items.flatMap((story) => wordStory(story, voice)),
  ];
}

function wordStory(story: PublishedStory, voice: Voice): Paragraph[] {
  const own = voiceOf(story);
  const beside = [story.beside, story.note].filter((words) => words !== null).join(" · ");
  return [
    ...story.paragraphs.map((paragraph) => own.paragraph(paragraph, { indent: INDENT })),
    ...(beside === "" ? [] : [voice.paragraph(beside, { style: NOTE_STYLE })]),
  ];
}
