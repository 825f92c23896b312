import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import { mergeCase } from "#app/features/cases/relations/merge-commands.server.ts";
import type { CaseRelationKind } from "#app/features/cases/relations/relation.ts";
import { relateCases, relateMeasure } from "#app/features/cases/relations/relation-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { demoReports, sendReport } from "./reports.ts";

/** Public incidents that belong together, by their marks in the file. */
const TOGETHER: readonly (readonly [string, CaseRelationKind, string])[] = [
  // One bank wrote to a mosque, a foundation and a family on one day.
  ["PUB-042", "same_decision", "PUB-043"],
  ["PUB-044", "follow_up_of", "PUB-043"],
  // A video platform removed the channels of two organisations after they were listed.
  ["PUB-028", "same_decision", "PUB-029"],
  ["PUB-047", "same_institution", "PUB-048"],
];

const BY_MEASURE = ["PUB-028", "PUB-029"];

/** Says which public incidents belong together, and merges a report that a partner sent of the same letter. */
export async function relateSome(intake: Actor, partner: Actor, first: CaseId | undefined): Promise<void> {
  const ids = await byMark(intake);
  for (const [one, kind, other] of TOGETHER) {
    const [caseId, otherId] = [ids.get(one), ids.get(other)];
    if (caseId && otherId) valueFrom(await relateCases(intake, caseId, { kind, other: { caseId: otherId } }));
  }
  for (const mark of BY_MEASURE) {
    const caseId = ids.get(mark);
    if (caseId) valueFrom(await relateMeasure(intake, caseId, { measure: "us_eo_14203" }));
  }
  if (first) await mergeTwin(intake, partner, first);
}

async function byMark(intake: Actor): Promise<ReadonlyMap<string, CaseId>> {
  return withActor(intake, async (tx) => {
    const ids = new Map<string, CaseId>();
    for (const { id } of await tx.case.findMany({ select: { id: true } })) {
      const own = await openOwnCase(intake, tx, id as CaseId);
      if (own?.body.sourceRef) ids.set(own.body.sourceRef, own.id);
    }
    return ids;
  });
}

async function mergeTwin(intake: Actor, partner: Actor, kept: CaseId): Promise<void> {
  const [closure] = demoReports(now());
  if (!closure) return;
  const story =
    "Our partner's bank wrote to them that their account will be closed. We keep our project money there, too.";
  const report = { ...closure, affected: { affected: "partner" }, story: { story } } as const;
  const caseId = await sendReport(partner, report);
  const { version } = await readWorkCase(intake, caseId);
  const reason = "The same letter of the same bank; the clinic itself had reported it two days before.";
  valueFrom(await mergeCase(intake, caseId, { version, other: { caseId: kept }, reason }));
}
