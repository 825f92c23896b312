import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseId, StoryId } from "#app/kernel/id.ts";
import { type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { type KeptStory, languagesOf, type StoryRecord } from "./story.ts";
import { storyObjection } from "./story-consent.ts";
import type { StoryDecision } from "./story-forms.ts";
import { NO_STORY, STORY_CHANGED, STORY_NOT_ALLOWED } from "./story-refusals.ts";
import { findStory, lockStories, recordOf, rewriteStory } from "./story-rows.server.ts";
import { hashOfStory, printOf } from "./story-seals.server.ts";
import { storyStep } from "./story-steps.server.ts";
import { afterStoryEvent } from "./story-transition.ts";

interface Word {
  readonly version: number;
  /** of the text that was on the page */
  readonly hash: string;
  readonly decision: StoryDecision;
  readonly comment: string;
}

const STEP = { approve: "approved", decline: "declined", take_back: "taken-back" } as const;

/** The reporter's word on one text: yes to exactly this, no, or no more. Taking back never waits. */
export function decideStory(actor: Actor, caseId: CaseId, id: StoryId, word: Word): Promise<Result<null>> {
  const { decision } = word;
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "own-story.decide")) return refuse(NO_STORY);
    const counted = decision === "approve" ? countWrite(actor, caseId) : ok(null);
    if (!counted.ok) return counted;
    await lockStories(tx, caseId);
    const own = await openOwnCase(actor, tx, caseId);
    if (!own) return refuse({ kind: "not-found", code: "case.none" });
    const caseKey = await openCaseKey(actor, tx, caseId);
    const story = await findStory(tx, caseId, id, caseKey);
    if (!story || !isShownToReporter(story)) return refuse(NO_STORY);
    const next = afterStoryEvent(story.state, decision);
    if (!next.ok) return next;
    if (decision !== "take_back" && story.version !== word.version) return refuse(STORY_CHANGED);
    const { report } = own.body;
    if (decision === "approve") {
      if (!story.content || hashOfStory(story.content) !== word.hash) return refuse(STORY_CHANGED);
      if (storyObjection({ report, sourceKind: own.copy.facts.sourceKind }, own.status))
        return refuse(STORY_NOT_ALLOWED);
    }
    const after = { ...recordOf(story), state: next.value, ...answered(story, word, isoDayOf(now())) };
    if (!(await rewriteStory(tx, story, caseKey, after))) return refuse(STORY_CHANGED);
    await record(storyStep(STEP[decision], caseId, caseKey, story));
    return ok(null);
  });
}

/** A draft that was never asked for is the team's. */
export const isShownToReporter = ({ state, askedOn, ended, prints, answer }: KeptStory): boolean =>
  state !== "draft" || askedOn !== null || ended !== null || prints.length > 0 || answer !== null;

function answered(
  { hash, content, prints }: KeptStory,
  { decision, comment }: Word,
  on: IsoDay,
): Pick<StoryRecord, "approved" | "answer" | "prints"> {
  if (decision !== "approve" || !content)
    return {
      approved: null,
      prints,
      answer: { kind: decision === "decline" ? "declined" : "taken-back", comment, on },
    };
  const marks = languagesOf(content).map((locale) => printOf(content.texts[locale] ?? ""));
  return { approved: { hash, on }, answer: null, prints: [...new Set([...prints, ...marks])] };
}
