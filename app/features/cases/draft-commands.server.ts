import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openGroup, openGroupVersion } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { DraftId, OrganisationId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { type Secret, subkey, wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { Answer, CaseReport, QuestionKey } from "./case-report.ts";
import { withMaskedNumbers } from "./report-account-numbers.ts";

/** A report under way. Everyone of the organisation may go on with it. */
export interface Draft {
  readonly id: DraftId;
  readonly version: number;
  readonly report: CaseReport;
}

const FIRST_VERSION = 1;
const MOST_DRAFTS = 50;

/** Begins a report. A draft is sealed to the organisation alone: no coordinator reads what was not sent. */
export function startDraft(actor: Actor): Promise<Result<{ draftId: DraftId }>> {
  return recorded(actor, async (tx) => {
    const { organisationId } = actor;
    if (!organisationId) return refuse({ kind: "not-found", code: "organisation.none" });
    if ((await tx.caseDraft.count({ where: { organisationId } })) >= MOST_DRAFTS)
      return refuse({ kind: "conflict", code: "report.too-many-drafts" });
    const draftId = newId() as DraftId;
    const { version: keyVersion, sealed } = await seal(actor, tx, organisationId, draftId, {});
    await tx.caseDraft.createMany({
      data: { id: draftId, organisationId, version: FIRST_VERSION, sealed, keyVersion },
    });
    return ok({ draftId });
  });
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
    if (!draft || !actor.organisationId) return refuse({ kind: "not-found", code: "report.no-draft" });
    const report = change(draft.report);
    const { version: keyVersion, sealed } = await seal(actor, tx, actor.organisationId, draftId, report);
    const { count } = await tx.caseDraft.updateMany({
      where: { id: draftId, version },
      data: { version: version + 1, sealed, keyVersion },
    });
    if (count === 0) return refuse({ kind: "conflict", code: "report.changed-meanwhile" });
    return ok({ report });
  });
}

export function discardDraft(actor: Actor, draftId: DraftId): Promise<Result<null>> {
  return recorded(actor, async (tx) => {
    const { count } = await tx.caseDraft.deleteMany({ where: { id: draftId } });
    return count === 0 ? refuse({ kind: "not-found", code: "report.no-draft" }) : ok(null);
  });
}

export async function findDraft(actor: Actor, tx: Transaction, draftId: DraftId): Promise<Draft | null> {
  const row = await tx.caseDraft.findUnique({ where: { id: draftId } });
  return row && openDraft(actor, tx, row);
}

interface DraftRow {
  readonly id: string;
  readonly organisationId: string;
  readonly version: number;
  readonly keyVersion: number;
  readonly sealed: Uint8Array;
}

export async function openDraft(actor: Actor, tx: Transaction, row: DraftRow): Promise<Draft> {
  const group = await openGroupVersion(actor, tx, groups.organisation(row.organisationId), row.keyVersion);
  const report = withDraftKey(group.privateKey, (key) => JSON.parse(openTextField(key, place(row.id), row.sealed)));
  return { id: row.id as DraftId, version: row.version, report };
}

async function seal(
  actor: Actor,
  tx: Transaction,
  organisationId: OrganisationId,
  draftId: DraftId,
  report: CaseReport,
) {
  const { version, privateKey } = await openGroup(actor, tx, groups.organisation(organisationId));
  const sealed = withDraftKey(privateKey, (key) => sealField(key, place(draftId), JSON.stringify(report)));
  return { version, sealed };
}

function withDraftKey<T>(privateKey: Secret, use: (key: Secret) => T): T {
  const key = subkey(privateKey, "drafts");
  try {
    return use(key);
  } finally {
    wipe(key);
  }
}

function place(rowId: string) {
  return { table: "case_drafts", column: "sealed", rowId };
}
