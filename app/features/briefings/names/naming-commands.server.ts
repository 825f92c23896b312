import type { Actor } from "#app/access/actor.ts";
import { insertApproval } from "#app/features/audit/approvals.server.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { CHANGED_MEANWHILE, NO_BRIEFING, NOT_A_DRAFT } from "#app/features/briefings/briefing-refusals.ts";
import { findBriefing, type OpenBriefing } from "#app/features/briefings/briefing-rows.server.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import type { BriefingId, InstitutionId, NamingId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { fromBase64Url } from "#app/platform/crypto/bytes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { OpenNaming } from "./edition-names.ts";
import type { EvidenceGrade } from "./evidence-grade.ts";
import { namingSubject } from "./naming.ts";
import { insertNaming, openNamings } from "./naming-rows.server.ts";
import { gapOf, namingFacts, voidReason } from "./naming-rules.ts";

const NONE = { kind: "not-found", code: "naming.none" } as const;

interface Proposal {
  readonly entryId: InstitutionId;
  readonly grade: EvidenceGrade;
}

/** An editor wants an institution named in one edition, and answers for it as the first of two. */
export function proposeNaming(
  actor: Actor,
  briefingId: BriefingId,
  { entryId, grade }: Proposal,
): Promise<Result<{ id: string }>> {
  return onDraft(actor, briefingId, async ({ tx, record, briefing }) => {
    const register = await openRegister(actor, tx);
    const entry = register.get(entryId);
    const gap = entry ? gapOf(entry, isoDayOf(now())) : "folded";
    const { session } = briefing.kept.draft.specification;
    const facts = entry && !gap ? namingFacts(register, entry, { briefingId, session, grade }) : null;
    if (!facts) return refuse(wrong(`names.gap.${gap ?? "folded"}`));
    const namings = await openNamings(actor, tx, briefingId);
    if (namings.some((one) => one.facts.entryId === entryId)) return refuse(wrong("names.propose.twice"));
    const { id, hash } = await insertNaming(actor, tx, facts);
    await insertApproval(tx, actor.userId, { subject: namingSubject(id), textHash: hash });
    await record({ action: "briefing.name-proposed", subjectId: briefingId, sealed: { name: facts.name, grade, id } });
    return ok({ id });
  });
}

const wrong = (message: string) =>
  ({ kind: "invalid", code: "form.invalid", fields: { institution: message } }) as const;

/**
 * A guardian answers for it as the second: for exactly the name, reply and grade that were on the page.
 * @param shownHash  of them
 */
export function approveNaming(
  actor: Actor,
  briefingId: BriefingId,
  namingId: NamingId,
  shownHash: string,
): Promise<Result<null>> {
  return onNaming(actor, briefingId, namingId, async ({ tx, record, briefing, naming }) => {
    if (naming.hash !== shownHash) return refuse(CHANGED_MEANWHILE);
    const { session } = briefing.kept.draft.specification;
    const today = isoDayOf(now());
    if (voidReason(naming.facts, await openRegister(actor, tx), { session, today }))
      return refuse({ kind: "conflict", code: "naming.void" });
    if (naming.proposedBy === actor.userId) return refuse({ kind: "conflict", code: "naming.second-person-required" });
    await insertApproval(tx, actor.userId, { subject: namingSubject(naming.id), textHash: fromBase64Url(naming.hash) });
    const sealed = { name: naming.facts.name, hash: naming.hash };
    await record({ action: "briefing.name-approved", subjectId: briefingId, sealed });
    return ok(null);
  });
}

/** The editor takes it back, or the guardian refuses it and says why. It is gone then, with its approvals; figures are computed anew. */
export function endNaming(
  actor: Actor,
  briefingId: BriefingId,
  namingId: NamingId,
  reason: string,
): Promise<Result<null>> {
  return onNaming(actor, briefingId, namingId, async ({ tx, record, naming }) => {
    if ((await tx.institutionNaming.deleteMany({ where: { id: naming.id, briefingId } })).count === 0)
      return refuse(NONE);
    const sealed = { name: naming.facts.name, reason };
    await record({ action: "briefing.name-ended", subjectId: briefingId, sealed });
    return ok(null);
  });
}

interface OnDraft {
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly briefing: OpenBriefing;
}

/** Names are settled while a briefing is a draft: what stands in review is read and not changed. */
function onDraft<T>(
  actor: Actor,
  briefingId: BriefingId,
  work: (at: OnDraft) => Promise<Result<T>>,
): Promise<Result<T>> {
  return recorded<T>(actor, async (tx, record) => {
    const briefing = await findBriefing(actor, tx, briefingId);
    if (!briefing) return refuse(NO_BRIEFING);
    if (briefing.state !== "draft") return refuse(NOT_A_DRAFT);
    return work({ tx, record, briefing });
  });
}

function onNaming<T>(
  actor: Actor,
  briefingId: BriefingId,
  namingId: NamingId,
  work: (at: OnDraft & { readonly naming: OpenNaming }) => Promise<Result<T>>,
): Promise<Result<T>> {
  return onDraft(actor, briefingId, async (at) => {
    const naming = (await openNamings(actor, at.tx, briefingId)).find(({ id }) => id === namingId);
    return naming ? work({ ...at, naming }) : refuse(NONE);
  });
}
