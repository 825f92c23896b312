import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { decideStory } from "#app/features/stories/reporter-commands.server.ts";
import type { KeptStory } from "#app/features/stories/story.ts";
import { askForStory, draftStory } from "#app/features/stories/story-commands.server.ts";
import type { StoryDecision, StoryForm } from "#app/features/stories/story-forms.ts";
import { findStory } from "#app/features/stories/story-rows.server.ts";
import type { CaseId, StoryId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";

export const TOLD =
  "Our bank ended the account without a word of why. For weeks nobody could be paid, and the people we help waited.";
export const TOLD_IN_ARABIC = "أغلق المصرف حسابنا من دون أن يذكر سبباً. بقينا أسابيع بلا رواتب، وانتظر من نساعدهم.";

/** A story that tells nothing of anybody. */
export function aStory(choice: Partial<StoryForm> = {}): StoryForm {
  return { texts: { en: TOLD }, beside: [], ...choice };
}

/** One story as it lies there. */
export function storyOf(actor: Actor, caseId: CaseId, id: StoryId): Promise<KeptStory> {
  return withActor(actor, async (tx) => (await findStory(tx, caseId, id, await openCaseKey(actor, tx, caseId)))!);
}

export async function askedStory(intake: Actor, caseId: CaseId, form = aStory()): Promise<StoryId> {
  const { storyId } = valueFrom(await draftStory(intake, caseId, form));
  valueFrom(await askForStory(intake, { caseId, id: storyId, version: 1 }));
  return storyId;
}

/** The reporter's word on a story as it stands now. */
export async function sayOfStory(
  reporter: Actor,
  caseId: CaseId,
  id: StoryId,
  decision: StoryDecision,
  comment = "",
): ReturnType<typeof decideStory> {
  const { version, hash } = await storyOf(reporter, caseId, id);
  return decideStory(reporter, caseId, id, { version, hash, decision, comment });
}

export async function approvedStory(intake: Actor, reporter: Actor, caseId: CaseId, form = aStory()): Promise<StoryId> {
  const id = await askedStory(intake, caseId, form);
  valueFrom(await sayOfStory(reporter, caseId, id, "approve"));
  return id;
}
