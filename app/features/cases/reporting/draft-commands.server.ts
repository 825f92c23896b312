import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import type { Answer, CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import { withMaskedNumbers } from "#app/features/cases/questionnaire/report-account-numbers.ts";
import type { DraftId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { findDraft, sealDraft } from "./report-draft.server.ts";

const FIRST_VERSION = 1;
const MOST_DRAFTS = 50;

/** Begins a report. A draft is sealed to the organisation alone: no coordinator reads what was not sent. */
export function startDraft(actor: Actor): Promise<Result<{ draftId: DraftId }>> {
  return recorded(actor, (tx) => startDraftWithin(actor, tx));
}

/**
 * The same within a command that makes the reporter, too: a receipt begins together with its one draft, under its own id.
 * @param report  what is known of it already
 */
export async function startDraftWithin(
  actor: Actor,
  tx: Transaction,
  report: CaseReport = {},
): Promise<Result<{ draftId: DraftId }>> {
  const { role, organisationId, userId } = actor;
  if (role !== "receipt" && !organisationId) return refuse({ kind: "not-found", code: "organisation.none" });
  if ((await tx.caseDraft.count({ where: { organisationId } })) >= MOST_DRAFTS)
    return refuse({ kind: "conflict", code: "report.too-many-drafts" });
  const draftId = (role === "receipt" ? userId : newId()) as string as DraftId;
  const { version: keyVersion, sealed } = await sealDraft(actor, tx, draftId, report);
  await tx.caseDraft.createMany({
    data: { id: draftId, organisationId, version: FIRST_VERSION, sealed, keyVersion },
  });
  return ok({ draftId });
}

/**
 * Puts one answer into the draft.
 * @param version the draft as the page knew it: a page from before somebody else's change gets a conflict, and its text back
 * @param answer null where the question was passed over: what was answered there before goes
 */
export function saveAnswer<Key extends QuestionKey>(
  actor: Actor,
  draftId: DraftId,
  version: number,
  key: Key,
  answer: Answer<Key> | null,
): Promise<Result<{ report: CaseReport }>> {
  return changeDraft(actor, draftId, version, ({ [key]: _, ...others }) =>
    answer === null ? others : { ...others, [key]: answer },
  );
}

/** Cuts every whole account or card number in the draft's texts down to its last four characters. */
export function maskDraft(actor: Actor, draftId: DraftId, version: number): Promise<Result<{ report: CaseReport }>> {
  return changeDraft(actor, draftId, version, withMaskedNumbers);
}

function changeDraft(
  actor: Actor,
  draftId: DraftId,
  version: number,
  change: (report: CaseReport) => CaseReport,
): Promise<Result<{ report: CaseReport }>> {
  // Nothing is recorded: what somebody types before sending is nobody's business. `recorded` still makes it happen once.
  return recorded(actor, async (tx) => {
    const draft = await findDraft(actor, tx, draftId);
    if (!draft) return refuse({ kind: "not-found", code: "report.no-draft" });
    const report = change(draft.report);
    const { version: keyVersion, sealed } = await sealDraft(actor, tx, draftId, report);
    const { count } = await tx.caseDraft.updateMany({
      where: { id: draftId, version },
      data: { version: version + 1, sealed, keyVersion },
    });
    if (count === 0) return refuse({ kind: "conflict", code: "report.changed-meanwhile" });
    return ok({ report });
  });
}

/** Throws a draft away for good: there is no copy. A receipt goes with its one draft, and its words open nothing any more. */
export function discardDraft(actor: Actor, draftId: DraftId): Promise<Result<null>> {
  return recorded(actor, async (tx) => {
    const { count } = await tx.caseDraft.deleteMany({ where: { id: draftId } });
    if (count === 0) return refuse({ kind: "not-found", code: "report.no-draft" });
    if (actor.role === "receipt") await tx.receipt.deleteMany({ where: { id: draftId } });
    return ok(null);
  });
}
