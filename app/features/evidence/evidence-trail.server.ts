import { type CaseHistoryEntry, type CaseStep, readCaseSteps } from "#app/features/audit/case-history.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { TRAIL_ACTIONS, type TrailAction, type TrailStep } from "./evidence-trail.ts";

/** The step of the case's history that names the file it was done to. */
export function fileStep(caseId: CaseId, fileId: string, key: Secret, to?: string): CaseStep {
  return { caseId, shown: "case", key, details: { fileId, ...(to && { receiver: to }) } };
}

/** What was done to the files of a case, oldest first. */
export async function readTrail(tx: Transaction, caseId: CaseId, key: Secret): Promise<TrailStep[]> {
  return (await readCaseSteps(tx, caseId, "case", key)).filter(isOfFile).map(({ action, by, at, details }) => ({
    fileId: details.fileId,
    action,
    by,
    on: at.slice(0, 10),
    to: details.receiver ?? null,
  }));
}

type FileEntry = CaseHistoryEntry & {
  readonly action: TrailAction;
  readonly details: { readonly fileId: string; readonly receiver?: string };
};

function isOfFile(entry: CaseHistoryEntry): entry is FileEntry {
  const { action, details } = entry;
  const named = details !== null && typeof details === "object" && "fileId" in details;
  return named && (TRAIL_ACTIONS as readonly string[]).includes(action);
}
