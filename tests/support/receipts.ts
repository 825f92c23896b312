import type { Actor } from "#app/access/actor.ts";
import { openReportLink } from "#app/features/cases/receipts/report-links.server.ts";
import { valueFrom } from "#app/kernel/result.ts";

export { comeBack, holderOf, openLink, reportByLink } from "#app/cli/demo/receipts.ts";
export { answerAll } from "#app/cli/demo/reports.ts";

/** The code of a new open link of the coordinator's team. */
export async function newLink(intake: Actor): Promise<string> {
  return valueFrom(await openReportLink(intake)).code;
}
