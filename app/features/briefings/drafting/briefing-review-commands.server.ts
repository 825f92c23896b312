import type { Actor } from "#app/access/actor.ts";
import { insertApproval } from "#app/features/audit/approvals.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { CHANGED_MEANWHILE, NO_BRIEFING } from "#app/features/briefings/briefing-refusals.ts";
import {
  approvalHash,
  approvalSubject,
  findBriefing,
  findTables,
  hashText,
  moveRow,
  writeBriefing,
} from "#app/features/briefings/briefing-rows.server.ts";
import { commentSeal } from "#app/features/briefings/briefing-seals.server.ts";
import { moveBriefing } from "#app/features/briefings/briefing-transition.ts";
import { readEditionNames } from "#app/features/briefings/names/edition-names.server.ts";
import { readTypedNames } from "#app/features/briefings/names/typed-names.server.ts";
import { findLastAsks } from "#app/features/briefings/published/last-asks.server.ts";
import { readEditionStories } from "#app/features/briefings/stories/edition-stories.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newId } from "#app/platform/crypto/random.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { obstaclesOfNames, obstaclesOfStories, obstaclesToReview } from "./briefing-readiness.ts";
import { writtenTexts } from "./written-texts.ts";

const KEPT_VERSIONS = 2;

interface Step {
  readonly recordVersion: number;
  readonly comment: string;
}

/** Hands a whole briefing to the guardians. Nothing may be missing. */
export function submitBriefing(actor: Actor, briefingId: BriefingId, step: Step): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const briefing = await findBriefing(actor, tx, briefingId);
    if (!briefing) return refuse(NO_BRIEFING);
    const { kept } = briefing;
    const moved = moveBriefing(briefing.state, "submit", actor, kept.hands);
    if (!moved.ok) return moved;
    const tables = await findTables(actor, tx, briefingId);
    const stories = await readEditionStories(actor, tx, kept.draft, tables);
    const names = await readEditionNames(actor, tx, briefing, tables?.release ?? null);
    const obstacles = [
      ...obstaclesToReview(kept.draft, tables?.release ?? null, await findLastAsks(tx)),
      ...obstaclesOfStories(stories),
      ...obstaclesOfNames(names, await readTypedNames(actor, tx, writtenTexts(kept.draft), names)),
    ];
    if (!tables || obstacles.length > 0) return refuse({ kind: "conflict", code: "briefing.not-ready" });
    const sent = [...kept.sent, { draft: kept.draft, release: tables.release }].slice(-KEPT_VERSIONS);
    const next = { ...briefing, version: step.recordVersion, state: moved.value, kept: { ...kept, sent } };
    if (!(await writeBriefing(actor, tx, next))) return refuse(CHANGED_MEANWHILE);
    await writeComment(actor, tx, briefingId, step.comment);
    await record({ action: "briefing.sent-to-review", subjectId: briefingId });
    return ok(null);
  });
}

/** The editor takes it back, or the guardian sends it back and says why. Approvals of the old words stay and count for nothing else. */
export function returnBriefing(
  actor: Actor,
  briefingId: BriefingId,
  event: "take_back" | "send_back",
  { recordVersion, comment }: Step,
): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const briefing = await findBriefing(actor, tx, briefingId);
    if (!briefing) return refuse(NO_BRIEFING);
    const moved = moveBriefing(briefing.state, event, actor, briefing.kept.hands);
    if (!moved.ok) return moved;
    if (!(await moveRow(tx, { id: briefingId, version: recordVersion }, moved.value))) return refuse(CHANGED_MEANWHILE);
    await writeComment(actor, tx, briefingId, comment);
    await record({ action: "briefing.returned", subjectId: briefingId });
    return ok(null);
  });
}

/**
 * An editor answers for exactly what stands in review.
 * @param shownHash of the words and figures that were on the page
 */
export function approveBriefing(actor: Actor, briefingId: BriefingId, shownHash: string): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const briefing = await findBriefing(actor, tx, briefingId);
    const tables = briefing && (await findTables(actor, tx, briefingId));
    if (!briefing || !tables) return refuse(NO_BRIEFING);
    if (actor.role !== "editor") return refuse({ kind: "conflict", code: "briefing.not-yours" });
    if (briefing.state !== "in_review") return refuse({ kind: "conflict", code: "briefing.not-in-review" });
    const textHash = approvalHash(briefing.kept, tables);
    if (hashText(textHash) !== shownHash) return refuse(CHANGED_MEANWHILE);
    await approve(tx, actor, briefingId, textHash);
    await record({ action: "briefing.approved", subjectId: briefingId, sealed: { hash: shownHash } });
    return ok(null);
  });
}

/** A second press of the same button changes nothing. */
export async function approve(tx: Transaction, actor: Actor, briefingId: string, textHash: Uint8Array<ArrayBuffer>) {
  await insertApproval(tx, actor.userId, { subject: approvalSubject(briefingId), textHash });
}

async function writeComment(actor: Actor, tx: Transaction, briefingId: string, text: string): Promise<void> {
  if (text === "") return;
  const id = newId();
  const comment = { by: actor.handle, role: actor.role, at: now().toISOString(), text };
  const { sealed, keyVersion } = await commentSeal.seal(actor, tx, id, comment);
  await tx.briefingComment.createMany({ data: { id, briefingId, sealed, keyVersion } });
}
