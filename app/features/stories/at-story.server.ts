import type { Actor } from "#app/access/actor.ts";
import { may, type Permission } from "#app/access/policy.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey, openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { type OwnCase, openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { assessment as assessmentSeal } from "#app/features/cases/case-seals.server.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { RiskLevel } from "#app/features/taxonomy/codes.ts";
import type { CaseId, StoryId } from "#app/kernel/id.ts";
import { type Result, refuse } from "#app/kernel/result.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { KeptStory } from "./story.ts";
import { type StoryObjection, storyObjection } from "./story-consent.ts";
import { riskOfStory } from "./story-finder.server.ts";
import { NO_STORY, STORY_CHANGED } from "./story-refusals.ts";
import { findStory, lockStories } from "./story-rows.server.ts";

/** What every command of the team stands on: the case open, its consent as it is at this moment, nobody else at its stories. */
export interface AtStories {
  readonly actor: Actor;
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly caseId: CaseId;
  readonly caseKey: Secret;
  readonly notesKey: Secret;
  readonly own: OwnCase;
  readonly risk: RiskLevel;
  readonly objection: StoryObjection | null;
}

type Work<T> = (at: AtStories) => Promise<Result<T>>;

export function atStories<T>(actor: Actor, permission: Permission, caseId: CaseId, work: Work<T>): Promise<Result<T>> {
  return recorded<T>(actor, async (tx, record) => {
    if (!may(actor, permission)) return refuse(NO_STORY);
    const counted = countWrite(actor, caseId);
    if (!counted.ok) return counted;
    await lockStories(tx, caseId);
    const own = await openOwnCase(actor, tx, caseId);
    const judged = own && (await tx.caseAssessment.findUnique({ where: { caseId } }));
    if (!own || !judged) return refuse({ kind: "not-found", code: "case.none" });
    const keys = {
      caseKey: await openCaseKey(actor, tx, caseId),
      notesKey: await openNotesKey(actor, tx, caseId),
    };
    const risk = riskOfStory(own, assessmentSeal.open(keys.notesKey, caseId, judged.sealed));
    const objection = storyObjection({ report: own.body.report, sourceKind: own.copy.facts.sourceKind }, own.status);
    return work({ actor, tx, record, caseId, ...keys, own, risk, objection });
  });
}

/** The same with one story of it, as the page has shown it. */
export function atStory<T>(
  actor: Actor,
  permission: Permission,
  { caseId, id, version }: { readonly caseId: CaseId; readonly id: StoryId; readonly version: number },
  work: (at: AtStories, story: KeptStory) => Promise<Result<T>>,
): Promise<Result<T>> {
  return atStories(actor, permission, caseId, async (at) => {
    const story = await findStory(at.tx, caseId, id, at.caseKey);
    if (!story) return refuse(NO_STORY);
    return story.version === version ? work(at, story) : refuse(STORY_CHANGED);
  });
}
