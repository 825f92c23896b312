import type { Actor } from "#app/access/actor.ts";
import type { StoryId } from "#app/kernel/id.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type ApprovedStory, openStoryLetter } from "./story-seals.server.ts";

/** A story that its reporter allows to be printed, for those who make briefings: nothing says of which case it is. */
export interface PrintableStory extends ApprovedStory {
  readonly id: StoryId;
}

const LETTER = { id: true, version: true, sealedLetter: true, keyVersion: true } as const;

/**
 * Every story that may be printed at this moment, in the order of random ids. A letter is written anew whenever something
 * is said about its story, so what is read here is never older than the last word of its reporter.
 * @throws KeyNotHeld for whoever holds no editorial key
 */
export async function listPrintable(actor: Actor, tx: Transaction): Promise<PrintableStory[]> {
  const rows = await tx.story.findMany({ select: LETTER, orderBy: { id: "asc" } });
  const stories: PrintableStory[] = [];
  for (const row of rows) {
    const approved = await openStoryLetter(actor, tx, row);
    if (approved) stories.push({ ...approved, id: row.id as StoryId });
  }
  return stories;
}
