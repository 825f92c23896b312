import type { Actor } from "#app/access/actor.ts";
import { isGenuineHat } from "#app/access/genuine.server.ts";
import { type Recorder, recorded } from "#app/features/audit/recorded.server.ts";
import { CASE_KEY_VERSION, openCaseKey, openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { wrapObjectKey } from "#app/features/keyring/object-keys.server.ts";
import { userRecipient } from "#app/features/keyring/user-keys.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { changeAssessment } from "./assessment-changes.server.ts";
import type { AssignForm } from "./triage-forms.ts";

/**
 * Gives a case to a lead, or takes it back. Both keys of the case are wrapped to that one person and to no group; the
 * wraps of whoever had it go in the same transaction.
 */
export function assignCase(actor: Actor, caseId: CaseId, form: AssignForm): Promise<Result<null>> {
  return recorded(actor, (tx, record) => assignIn(actor, tx, record, caseId, form));
}

/** The same within a command that gives away several cases at once. */
export async function assignIn(
  actor: Actor,
  tx: Transaction,
  record: Recorder,
  caseId: CaseId,
  { version, lead }: AssignForm,
): Promise<Result<null>> {
  if (lead && !(await isLeadHere(tx, actor, lead))) return refuse({ kind: "invalid", code: "cases.lead.unknown" });
  const changed = await changeAssessment(actor, tx, caseId, version, (before) => {
    // Whoever withdraws a report wants fewer readers of it, and none who is new to it. Taking it back is always possible.
    if (lead && !isUsable(before.status)) return refuse({ kind: "conflict", code: "case.ended" });
    return ok({ ...before, assignedUserId: lead });
  });
  if (!changed.ok) return changed;
  const { before, notesKey } = changed.value;
  await tx.wrap.deleteMany({
    where: { objectKind: { in: ["case", "notes"] }, objectId: caseId, recipientKind: "user" },
  });
  if (lead) await wrapToLead(actor, tx, caseId, lead);
  // Ids and no handles: who reads the step is shown the names of those they may know.
  const details = { from: before.assignedUserId, to: lead };
  await record({
    action: lead ? "case.assigned" : "case.unassigned",
    subjectId: caseId,
    sealed: details,
    caseStep: { caseId, shown: "notes", key: notesKey, details },
  });
  return ok(null);
}

async function wrapToLead(actor: Actor, tx: Transaction, caseId: CaseId, lead: string) {
  const recipient = await userRecipient(tx, lead);
  const caseKey = await openCaseKey(actor, tx, caseId);
  const notesKey = await openNotesKey(actor, tx, caseId);
  await wrapObjectKey(tx, "case", caseId, CASE_KEY_VERSION, caseKey, [recipient]);
  await wrapObjectKey(tx, "notes", caseId, CASE_KEY_VERSION, notesKey, [recipient]);
}

async function isLeadHere(tx: Transaction, actor: Actor, userId: string): Promise<boolean> {
  const hats = await tx.hat.findMany({
    where: { userId, role: "lead", teamId: actor.teamId, user: { state: "active" } },
  });
  return hats.some(isGenuineHat);
}
