import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { StoryState } from "./story.ts";
import { STORY_CHANGED } from "./story-refusals.ts";

export type StoryEvent = "edit" | "ask" | "approve" | "decline" | "take_back" | "end";

/**
 * An edited text is a draft again, whatever was said of the old one. What has ended stays so: a new story is a new text. A
 * yes that is taken back is a no, and the team may ask again with other words.
 */
const NEXT: Readonly<Record<StoryState, Partial<Record<StoryEvent, StoryState>>>> = {
  draft: { edit: "draft", ask: "asked", end: "ended" },
  asked: { edit: "draft", approve: "approved", decline: "declined", end: "ended" },
  approved: { edit: "draft", take_back: "declined", end: "ended" },
  declined: { edit: "draft", end: "ended" },
  ended: {},
};

/** @returns the state after it, or a refusal: somebody else was faster */
export function afterStoryEvent(from: StoryState, event: StoryEvent): Result<StoryState> {
  const to = NEXT[from][event];
  return to ? ok(to) : refuse({ ...STORY_CHANGED, from, event });
}

export const isStoryEvent = (from: StoryState, event: StoryEvent): boolean => NEXT[from][event] !== undefined;
