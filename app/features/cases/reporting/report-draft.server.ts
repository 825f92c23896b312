import type { Actor } from "#app/access/actor.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { openGroup, openGroupVersion } from "#app/features/keyring/group-keys.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import type { DraftId } from "#app/kernel/id.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { withSubkey } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

const PURPOSE = "drafts";

/** A report under way. Everyone of the organisation may go on with it, or whoever holds its receipt. */
export interface Draft {
  readonly id: DraftId;
  readonly version: number;
  readonly report: CaseReport;
}

/** @returns null where there is none of this organisation @throws KeyNotHeld for a member whose keys still wait */
export async function findDraft(actor: Actor, tx: Transaction, draftId: DraftId): Promise<Draft | null> {
  const row = await tx.caseDraft.findUnique({ where: { id: draftId } });
  return row && openDraft(actor, tx, row);
}

interface DraftRow {
  readonly id: string;
  /** null: a receipt's */
  readonly organisationId: string | null;
  readonly version: number;
  readonly keyVersion: number;
  readonly sealed: Uint8Array;
}

/** @throws KeyNotHeld, SealBroken */
export async function openDraft(actor: Actor, tx: Transaction, row: DraftRow): Promise<Draft> {
  const { privateKey } = row.organisationId
    ? await openGroupVersion(actor, tx, groups.organisation(row.organisationId), row.keyVersion)
    : actor.keys.user;
  const report = withSubkey(privateKey, PURPOSE, (key) => JSON.parse(openTextField(key, place(row.id), row.sealed)));
  return { id: row.id as DraftId, version: row.version, report };
}

/** Seals to the newest key of the organisation, or to the receipt's own. @returns that key's version beside the sealed report */
export async function sealDraft(actor: Actor, tx: Transaction, draftId: DraftId, report: CaseReport) {
  const { version, privateKey } = actor.organisationId
    ? await openGroup(actor, tx, groups.organisation(actor.organisationId))
    : { version: actor.keys.userKeyVersion, privateKey: actor.keys.user.privateKey };
  const sealed = withSubkey(privateKey, PURPOSE, (key) => sealField(key, place(draftId), JSON.stringify(report)));
  return { version, sealed };
}

function place(rowId: string) {
  return { table: "case_drafts", column: "sealed", rowId };
}
