import type { Actor } from "#app/access/actor.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { type Assessment, isDuplicate } from "#app/features/cases/case-record.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import { transition, undoneMerge } from "#app/features/cases/case-transition.ts";
import { changeAssessment } from "#app/features/cases/casework/assessment-changes.server.ts";
import { moverOf } from "#app/features/cases/casework/case-mover.ts";
import { dueOf, noted, receivedOn } from "#app/features/cases/casework/triage-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { judgementOf, mergedAmong } from "./case-merge.server.ts";
import type { MergeForm, UnmergeForm } from "./merge-forms.ts";
import { isCaseLink, type KeptRelation } from "./relation.ts";
import { linkIn, NOBODY, unlinkIn, whyNotRelated } from "./relation-commands.server.ts";
import { openRelations, type ReachedCase, reachCase, reachOther } from "./relation-rows.server.ts";

const NONE = { kind: "not-found", code: "case.none" } as const;
const wrongOther = (message: string) =>
  refuse({ kind: "invalid", code: "form.invalid", fields: { reference: message } } as const);

/**
 * Says that a case tells of the same thing as another, which is kept: this one is closed, leaves every figure, and is
 * related to the other. Both change their version, so that two people who merge the same pair crosswise cannot both win.
 * The reporter reads that the team has closed the report and works on, and nothing of the other case.
 */
export function mergeCase(actor: Actor, caseId: CaseId, form: MergeForm): Promise<Result<null>> {
  return recorded<null>(actor, async (tx, record) => {
    const one = await reachCase(actor, tx, caseId);
    if (!one) return refuse(NONE);
    const kept = await reachOther(actor, tx, form.other);
    const wrong = whyNotRelated(one, kept) ?? (kept && (await whyNotKept(actor, tx, one, kept)));
    if (!kept || wrong) return wrongOther(wrong ?? NOBODY);
    const merged = await changeBoth(tx, actor, { one, kept, version: form.version }, (side) =>
      side === "one" ? closed(actor, kept.id) : withDuplicate(caseId),
    );
    if (!merged.ok) return merged;
    const linked = await linkUnlessKnown(tx, record, one, kept);
    if (!linked.ok) return linked;
    await tell(actor, tx, record, { one, kept, reason: form.reason, from: merged.value.status, to: "closed" });
    return ok(null);
  });
}

/** Puts a merged case back where it stood, until the one that was kept has ended. */
export function unmergeCase(actor: Actor, caseId: CaseId, form: UnmergeForm): Promise<Result<null>> {
  return recorded<null>(actor, async (tx, record) => {
    const one = await reachCase(actor, tx, caseId);
    if (!one) return refuse(NONE);
    const { duplicateOf } = await judgementOf(tx, one);
    if (!duplicateOf) return refuse({ kind: "conflict", code: "case.not-merged" });
    const kept = await reachCase(actor, tx, duplicateOf.caseId);
    const stood = { before: duplicateOf.statusBefore, kept: kept?.status ?? null };
    const undone = undoneMerge(one.status, stood, moverOf(actor));
    if (!undone.ok) return undone;
    const receivedAt = await receivedOn(actor, tx, caseId);
    if (!receivedAt) return refuse(NONE);
    const back = await changeBoth(tx, actor, { one, kept, version: form.version }, (side) =>
      side === "one" ? opened(undone.value, receivedAt) : withoutDuplicate(caseId),
    );
    if (!back.ok) return back;
    for (const link of linksTo(await openRelations(tx, caseId, one.notesKey), duplicateOf.caseId))
      await unlinkIn(actor, tx, record, one, link);
    await tell(actor, tx, record, { one, kept, reason: form.reason, from: "closed", to: undone.value });
    return ok(null);
  });
}

/** Why a case cannot be the one that is kept; null where it can. */
async function whyNotKept(actor: Actor, tx: Transaction, one: ReachedCase, kept: ReachedCase): Promise<string | null> {
  if (!isOpen(kept.status)) return "relations.merge.kept-ended";
  if (isDuplicate(await judgementOf(tx, kept))) return "relations.merge.kept-merged";
  const own = { id: one.id, assessment: await judgementOf(tx, one) };
  // Otherwise a chain: what was merged into this one could never be undone, for this one is closed.
  return (await mergedAmong(actor, tx, own)).size > 0 ? "relations.merge.has-duplicates" : null;
}

type Change = (before: Assessment) => Result<Assessment>;

const closed =
  (actor: Actor, keptId: CaseId): Change =>
  (before) => {
    const next = transition(before.status, "merge", moverOf(actor));
    if (!next.ok) return next;
    return ok({
      ...before,
      status: next.value,
      dueAt: null,
      duplicateOf: { caseId: keptId, statusBefore: before.status },
    });
  };

const opened =
  (status: Assessment["status"], receivedAt: Date): Change =>
  (before) => {
    const after = { ...before, status, duplicateOf: null };
    return ok({ ...after, dueAt: dueOf(after, receivedAt) });
  };

const withDuplicate =
  (caseId: CaseId): Change =>
  (before) =>
    ok({ ...before, duplicates: [...new Set([...(before.duplicates ?? []), caseId])] });

const withoutDuplicate =
  (caseId: CaseId): Change =>
  (before) =>
    ok({ ...before, duplicates: (before.duplicates ?? []).filter((id) => id !== caseId) });

interface Pair {
  readonly one: ReachedCase;
  /** null where it is out of reach: then this case comes back alone */
  readonly kept: ReachedCase | null;
  /** of the case on whose page somebody is */
  readonly version: number;
}

/** Always in the order of their ids: two who change the same pair crosswise would wait for each other for ever. */
async function changeBoth(
  tx: Transaction,
  actor: Actor,
  { one, kept, version }: Pair,
  changeOf: (side: "one" | "kept") => Change,
): Promise<Result<{ readonly status: Assessment["status"] }>> {
  const sides = [
    { side: "one" as const, id: one.id, version },
    ...(kept ? [{ side: "kept" as const, id: kept.id, version: kept.version }] : []),
  ].sort((a, b) => a.id.localeCompare(b.id));
  for (const { side, id, version } of sides) {
    const changed = await changeAssessment(actor, tx, id, version, changeOf(side));
    if (!changed.ok) return changed;
  }
  return ok({ status: one.status });
}

const linksTo = (relations: readonly KeptRelation[], other: CaseId) =>
  relations.filter((one) => isCaseLink(one) && one.kind === "duplicate_of" && one.other === other);

async function linkUnlessKnown(
  tx: Transaction,
  record: Recorder,
  one: ReachedCase,
  kept: ReachedCase,
): Promise<Result<null>> {
  const known = linksTo(await openRelations(tx, one.id, one.notesKey), kept.id).length > 0;
  return known ? ok(null) : linkIn(tx, record, one, kept, "duplicate_of");
}

interface Told {
  readonly one: ReachedCase;
  readonly kept: ReachedCase | null;
  readonly reason: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The reporter of this case reads one sentence, without the reason and without a word of the other case. The kept case says which
 * one it was and nothing more: what was typed about this case is to go when this case is erased.
 */
async function tell(actor: Actor, tx: Transaction, record: Recorder, { one, kept, reason, from, to }: Told) {
  const { id: caseId, notesKey } = one;
  const isMerge = to === "closed";
  const key = await openCaseKey(actor, tx, caseId);
  await record({
    action: isMerge ? "case.merged" : "case.unmerged",
    subjectId: caseId,
    sealed: { other: kept?.id ?? null },
    caseStep: { caseId, shown: "case", key },
  });
  await record(noted(caseId, notesKey, { from, to, text: reason }));
  if (!kept) return;
  await record({
    action: isMerge ? "case.duplicate-taken" : "case.duplicate-returned",
    subjectId: kept.id,
    caseStep: {
      caseId: kept.id,
      shown: "notes",
      key: kept.notesKey,
      details: { text: one.reference },
    },
  });
}
