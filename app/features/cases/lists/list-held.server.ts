import type { Actor } from "#app/access/actor.ts";
import type { ListedCase } from "#app/features/cases/case-queries.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { readQueueRows } from "#app/features/cases/casework/work-case-queries.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type CaseList, type HeldNow, isOvertaken } from "./case-list.ts";

/** The cases that may stand in a list at all: what a reporter has withdrawn is used for nothing any more. */
export async function readListable(actor: Actor, tx: Transaction, ids: readonly string[]): Promise<ListedCase[]> {
  return (await readQueueRows(actor, tx, ids)).filter(({ status }) => isUsable(status));
}

export function heldNow(cases: readonly Pick<ListedCase, "id" | "copy">[]): HeldNow[] {
  return cases.map(({ id, copy }) => ({ caseId: id, consent: copy.facts.consent }));
}

/** Those of the lists of which nothing leaves any more, because a reporter has taken back or changed what they allow. */
export async function overtakenAmong<List extends Pick<CaseList, "holds">>(
  actor: Actor,
  tx: Transaction,
  lists: readonly List[],
): Promise<ReadonlySet<List>> {
  const ids = [...new Set(lists.flatMap(({ holds }) => holds.map(({ caseId }) => caseId)))];
  const present = heldNow(await readListable(actor, tx, ids));
  return new Set(lists.filter((list) => isOvertaken(list, present)));
}
