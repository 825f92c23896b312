import type { Recorder } from "#app/features/audit/recorded.server.ts";
import type { AfterConsent } from "#app/features/cases/reporting/report-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { KeptStory, StoryEndedBy } from "./story.ts";
import { storyObjection } from "./story-consent.ts";
import { lockStories, openStories, recordOf, rewriteStory } from "./story-rows.server.ts";
import { storyStep } from "./story-steps.server.ts";
import { afterStoryEvent } from "./story-transition.ts";

/** Ends every story that the new consent does not carry, in the transaction that changes it. A withdrawal has none. */
export function storiesFollow(caseId: CaseId): AfterConsent {
  return async (tx, record, { caseKey, report, sourceKind }) => {
    await lockStories(tx, caseId);
    if (storyObjection({ report, sourceKind }, "received") === null) return;
    for (const story of await openStories(tx, caseId, caseKey))
      await endStory({ tx, record, caseId, caseKey }, story, "consent");
  };
}

interface AtCase {
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly caseId: CaseId;
  readonly caseKey: Secret;
}

/**
 * For good, and its text with it: what is left says that there was one. @returns false where it had ended already, or
 * somebody was faster
 */
export async function endStory(at: AtCase, story: KeptStory, by: StoryEndedBy): Promise<boolean> {
  const { tx, record, caseId, caseKey } = at;
  const next = afterStoryEvent(story.state, "end");
  if (!next.ok) return false;
  const ended = { by, on: isoDayOf(now()) };
  const after = { ...recordOf(story), state: next.value, content: null, approved: null, ended };
  if (!(await rewriteStory(tx, story, caseKey, after))) return false;
  await record(storyStep("ended", caseId, caseKey, story));
  return true;
}
