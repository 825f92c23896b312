import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { eraseCase } from "#app/features/cases/reporting/erasure-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Result } from "#app/kernel/result.ts";
import { deleteObject } from "#app/platform/blob-store/objects.server.ts";
import { inContext } from "#app/platform/db/in-context.server.ts";

/** Erases a case and what backs it. Keys and rows go with the case; the objects follow at once, and what is missed with the next sweep. */
export async function eraseCaseWithFiles(actor: Actor, caseId: CaseId): Promise<Result<null>> {
  const select = { objectName: true, copyName: true };
  const files = await withActor(actor, (tx) => tx.evidenceFile.findMany({ where: { caseId }, select }));
  const erased = await eraseCase(actor, caseId);
  if (!erased.ok) return erased;
  for (const name of files.flatMap((file) => [file.objectName, file.copyName])) if (name) await deleteObject(name);
  return erased;
}

/** Of these objects, those that a row holds. For the sweep, which has no key and sees nothing else. */
export function objectsInUse(names: readonly string[]): Promise<ReadonlySet<string>> {
  const among = { in: [...names] };
  return inContext({ role: "job" }, async (tx) => {
    const rows = await tx.evidenceFile.findMany({
      where: { OR: [{ objectName: among }, { copyName: among }] },
      select: { objectName: true, copyName: true },
    });
    return new Set(rows.flatMap(({ objectName, copyName }) => [objectName, copyName]).filter((name) => name !== null));
  });
}
