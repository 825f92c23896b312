import type { Actor } from "#app/access/actor.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey, openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { findCaseRow } from "#app/features/cases/case-queries.server.ts";
import { type Assessment, isDuplicate } from "#app/features/cases/case-record.ts";
import { reported as reportedSeal } from "#app/features/cases/case-seals.server.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import { type TeamEvent, transition } from "#app/features/cases/case-transition.ts";
import { dueAfterChange } from "#app/features/cases/case-urgency.ts";
import { nextReviewAt } from "#app/features/cases/first-assessment.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { Corroboration } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { changeAssessment } from "./assessment-changes.server.ts";
import { moverOf } from "./case-mover.ts";
import type { AssessmentForm, MoveForm, UrgencyForm } from "./triage-forms.ts";

/** Moves a case along its life. The reporter sees where it stands and never the reason, which is the team's. */
export function moveCase(actor: Actor, caseId: CaseId, form: MoveForm): Promise<Result<null>> {
  return recorded(actor, (tx, record) => moveWithin(actor, tx, record, caseId, form));
}

interface Move {
  readonly version: number;
  readonly event: TeamEvent;
  readonly reason: string;
}

/** The same within a command that does more than move: a question goes out with its message, or not at all. */
export async function moveWithin(
  actor: Actor,
  tx: Transaction,
  record: Recorder,
  caseId: CaseId,
  { version, event, reason }: Move,
): Promise<Result<null>> {
  const receivedAt = await receivedOn(actor, tx, caseId);
  if (!receivedAt) return refuse({ kind: "not-found", code: "case.none" });
  const changed = await changeAssessment(actor, tx, caseId, version, (before) => {
    // Opened by itself it would count beside the case it was merged into.
    if (isDuplicate(before)) return refuse({ kind: "conflict", code: "case.is-duplicate" });
    const next = transition(before.status, event, moverOf(actor));
    if (!next.ok) return next;
    const after = { ...before, status: next.value };
    return ok({ ...after, dueAt: before.dueAt && isOpen(next.value) ? before.dueAt : dueOf(after, receivedAt) });
  });
  if (!changed.ok) return changed;
  const { before, after, notesKey } = changed.value;
  const details = { from: before.status, to: after.status };
  const key = await openCaseKey(actor, tx, caseId);
  await record({ action: "case.moved", subjectId: caseId, caseStep: { caseId, shown: "case", key, details } });
  if (reason) await record(noted(caseId, notesKey, { ...details, text: reason }));
  return ok(null);
}

/** Sets another urgency than the rules proposed; the day it is due follows from when the case arrived. */
export function setUrgency(actor: Actor, caseId: CaseId, form: UrgencyForm): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const receivedAt = await receivedOn(actor, tx, caseId);
    if (!receivedAt) return refuse({ kind: "not-found", code: "case.none" });
    const changed = await changeAssessment(actor, tx, caseId, form.version, (before) => {
      const after = { ...before, urgency: form.urgency };
      return ok({ ...after, dueAt: dueOf(after, receivedAt) });
    });
    if (!changed.ok) return changed;
    const { before, after, notesKey } = changed.value;
    const due = { from: before.dueAt, to: after.dueAt };
    const details = { from: before.urgency, to: after.urgency, due, text: form.reason };
    await record({
      action: "case.urgency-set",
      subjectId: caseId,
      caseStep: { caseId, shown: "notes", key: notesKey, details },
    });
    return ok(null);
  });
}

/** The day of a case after a change. Once nothing is open, nobody is owed an answer by a day. */
export function dueOf({ status, urgency, dueAt }: Assessment, receivedAt: Date): string | null {
  if (!isOpen(status)) return null;
  const dueBefore = dueAt === null ? null : new Date(dueAt);
  return dueAfterChange(urgency, { receivedAt, dueBefore, at: now(), nextReviewAt }).toISOString();
}

/** The team's judgement: how bad, how risky for the reporter, whether more than the law asked, and whether it counts. */
export function assessCase(actor: Actor, caseId: CaseId, form: AssessmentForm): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const judged = judgement(form);
    const changed = await changeAssessment(actor, tx, caseId, form.version, (before) => ok({ ...before, ...judged }));
    if (!changed.ok) return changed;
    const details = { ...judged, before: judgedIn(changed.value.before), text: form.reason };
    await record({
      action: "case.assessed",
      subjectId: caseId,
      caseStep: { caseId, shown: "notes", key: changed.value.notesKey, details },
    });
    return ok(null);
  });
}

type Judgement = Pick<Assessment, "severity" | "risk" | "overCompliance" | "eligibility" | "test"> & {
  readonly corroboration: Corroboration | null;
};

function judgedIn(assessment: Assessment): Judgement {
  const { severity, risk, overCompliance, eligibility, corroboration = null, test } = assessment;
  return { severity, risk, overCompliance, eligibility, corroboration, test };
}

function judgement(form: AssessmentForm): Judgement {
  const { severity, risk, overCompliance, eligibility, institutionBound, affectedListed, dealingLicensed } = form;
  const isTested = institutionBound && affectedListed && dealingLicensed;
  return {
    severity,
    risk,
    overCompliance,
    eligibility,
    corroboration: form.corroboration ?? null,
    test: isTested ? { institutionBound, affectedListed, dealingLicensed } : null,
  };
}

/** A note for the team. No reporter's key opens it. */
export function addNote(actor: Actor, caseId: CaseId, { text }: { text: string }): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const counted = countWrite(actor, caseId);
    if (!counted.ok) return counted;
    if (!(await findCaseRow(tx, caseId))) return refuse({ kind: "not-found", code: "case.none" });
    await record(noted(caseId, await openNotesKey(actor, tx, caseId), { text }));
    return ok(null);
  });
}

export function noted(caseId: CaseId, key: Awaited<ReturnType<typeof openNotesKey>>, details: Record<string, string>) {
  return { action: "case.noted", subjectId: caseId, caseStep: { caseId, shown: "notes", key, details } } as const;
}

export async function receivedOn(actor: Actor, tx: Transaction, caseId: CaseId): Promise<Date | null> {
  const row = await findCaseRow(tx, caseId);
  if (!row) return null;
  const key = await openCaseKey(actor, tx, caseId);
  return new Date(reportedSeal.open(key, caseId, row.sealedFacets).receivedAt);
}
