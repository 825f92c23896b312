import type { Actor } from "#app/access/actor.ts";
import { type CaseHistoryEntry, readCaseSteps } from "#app/features/audit/case-history.server.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { openCaseKey } from "./case-keys.server.ts";
import type { CaseBody, ReportedCopy } from "./case-record.ts";
import { caseReference } from "./case-reference.ts";
import { body as bodySeal, reported as reportedSeal } from "./case-seals.server.ts";

export interface ListedCase {
  readonly id: CaseId;
  readonly reference: string;
  readonly status: CaseStatus;
  /** to a confirmed organisation or group, without which it counts in no figure */
  readonly isBound: boolean;
  readonly version: number;
  readonly copy: ReportedCopy;
}

export interface CaseRow {
  readonly id: string;
  readonly organisationId: string | null;
  readonly status: string;
  readonly version: number;
  readonly sealedFacets: Uint8Array;
}

/** @returns one case, or none where the actor holds no key of it */
export function listed(row: CaseRow, key: Secret | undefined): ListedCase[] {
  if (!key) return [];
  const { organisationId, status, version } = row;
  const id = row.id as CaseId;
  const copy = reportedSeal.open(key, id, row.sealedFacets);
  const isBound = organisationId !== null;
  return [{ id, reference: caseReference(id), status: status as CaseStatus, isBound, version, copy }];
}

/** A case as its reporter sees it. */
export interface OwnCase extends ListedCase {
  readonly teamId: string;
  readonly body: CaseBody;
  readonly steps: readonly CaseHistoryEntry[];
}

/** A case's row. What is left of an erased one is nobody's to open and counts as not there. */
export function findCaseRow(tx: Transaction, caseId: CaseId) {
  return tx.case.findUnique({ where: { id: caseId, status: { not: "erased" satisfies CaseStatus } } });
}

/** @returns null where there is none, or row-level security shows none @throws KeyNotHeld where a row is shown and no key reaches it */
export async function openOwnCase(actor: Actor, tx: Transaction, caseId: CaseId): Promise<OwnCase | null> {
  const row = await findCaseRow(tx, caseId);
  if (!row) return null;
  const key = await openCaseKey(actor, tx, caseId);
  const [shown] = listed(row, key);
  const body = bodySeal.open(key, caseId, row.sealedBody);
  return {
    ...shown!,
    teamId: row.teamId,
    body,
    steps: await readCaseSteps(tx, caseId, "case", key),
  };
}
