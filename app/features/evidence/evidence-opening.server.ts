import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { fileStep } from "./evidence-trail.server.ts";
import { type FileUse, STEP_OF_USE } from "./evidence-trail.ts";

/**
 * Writes down in the case's history, with who by role and when, that somebody comes by a half of a file: before its first byte
 * leaves. An original may attack whoever opens it, and may name people. What a reporter looks at of their own copies is nobody's
 * business and does not come here.
 * @returns a refusal where there is no such half
 */
export function noteOpening(actor: Actor, caseId: CaseId, fileId: string, use: FileUse): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const file = await tx.evidenceFile.findUnique({
      where: { id: fileId, caseId },
      select: { objectName: true, copyName: true },
    });
    if (!(use === "original" ? file?.objectName : file?.copyName))
      return refuse({ kind: "not-found", code: "file.none" });
    const key = await openCaseKey(actor, tx, caseId);
    await record({ action: STEP_OF_USE[use], subjectId: caseId, caseStep: fileStep(caseId, fileId, key) });
    return ok(null);
  });
}
