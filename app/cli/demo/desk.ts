import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { NO_VIEW, queueViewIn } from "#app/features/cases/casework/queue-view.ts";
import { saveFilter } from "#app/features/cases/desk/desk-commands.server.ts";
import { askForList } from "#app/features/cases/lists/list-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";

/** Lists that somebody looks at every morning, as they name them. */
const FILTERS = [
  { name: "Comptes urgents en Afrique", asked: "group=account&region=africa", hidden: NO_VIEW },
  { name: "Late, and nobody’s yet", asked: "overdue=1", hidden: { ...NO_VIEW, assigned: "none" } },
] as const;

/** What a coordinator has set up for the daily work, and a list of cases that waits for a colleague's word. */
export async function setUpDesk(intake: Actor, sent: readonly CaseId[]): Promise<void> {
  for (const { name, asked, hidden } of FILTERS)
    valueFrom(await saveFilter(intake, { name, view: queueViewIn(new URLSearchParams(asked)), hidden }));
  const own = await withActor(intake, (tx) =>
    tx.case.findMany({
      where: { id: { in: [...sent] }, teamId: intake.teamId ?? "" },
      select: { id: true, version: true },
    }),
  );
  const chosen = own.map(({ id, version }) => ({ caseId: id as CaseId, version }));
  valueFrom(await askForList(intake, chosen, "en"));
}
