import type { Json } from "#app/kernel/json.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { insertRows } from "#app/platform/db/insert-rows.server.ts";
import type { AuditAction } from "./audit-action.ts";

/** A step in a case's history. Under the case key its reporter reads it; under the notes key only the team does. */
export interface CaseStep {
  readonly caseId: string;
  readonly shown: "case" | "notes";
  readonly key: Secret;
  readonly details?: Json;
}

export interface CaseHistoryEntry {
  readonly action: AuditAction;
  /** role of who did it, never a name */
  readonly by: string;
  readonly at: string;
  readonly details: Json;
}

/**
 * Holds cases until the transaction ends, always in the order of their ids. Erasing one then waits, and takes along what is
 * written here; or it came first, and the case is not among them: a row that came a moment later would stay for good.
 * @returns the ids of those that are there and in the actor's reach
 */
export async function holdCases(tx: Transaction, caseIds: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM cases WHERE id = ANY(${[...caseIds]}::uuid[]) AND status <> 'erased' ORDER BY id FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}

/** @returns false where the case has gone meanwhile */
export async function writeCaseStep(
  tx: Transaction,
  { caseId, shown, key, details = null }: CaseStep,
  { action, by, at }: { action: AuditAction; by: string; at: Date },
): Promise<boolean> {
  if ((await holdCases(tx, [caseId])).length === 0) return false;
  const id = newId();
  const entry: CaseHistoryEntry = { action, by, at: at.toISOString(), details };
  const sealed = sealField(key, place(shown, id), JSON.stringify(entry));
  await insertRows(tx, tableOf(shown), [{ id, caseId, sealed }]);
  return true;
}

/** The steps that `key` opens, oldest first. */
export async function readCaseSteps(
  tx: Transaction,
  caseId: string,
  shown: CaseStep["shown"],
  key: Secret,
): Promise<CaseHistoryEntry[]> {
  const where = { where: { caseId } };
  const rows = shown === "case" ? await tx.caseEvent.findMany(where) : await tx.caseNote.findMany(where);
  return rows.map(({ id, sealed }) => openCaseStep(shown, id, key, sealed)).sort((a, b) => a.at.localeCompare(b.at));
}

/** One step, for those who read many cases at once. */
export function openCaseStep(shown: CaseStep["shown"], id: string, key: Secret, sealed: Uint8Array): CaseHistoryEntry {
  return JSON.parse(openTextField(key, place(shown, id), sealed)) as CaseHistoryEntry;
}

function place(shown: CaseStep["shown"], rowId: string) {
  return { table: tableOf(shown), column: "sealed", rowId };
}

function tableOf(shown: CaseStep["shown"]) {
  return shown === "case" ? "case_events" : "case_notes";
}
