import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKeys } from "#app/features/cases/case-keys.server.ts";
import { type ListedCase, listed } from "#app/features/cases/case-queries.server.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import { OPEN_STATUSES } from "#app/features/cases/case-status.ts";
import { withFacetIndex } from "#app/features/facets/facet-index.server.ts";
import { casesWithDays } from "#app/features/facets/facet-queries.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import { type IsoDay, isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type DayRange, deadlineSpans, listRange } from "./task-deadline-spans.ts";
import { currentDeadlines, deadlinesOf } from "./task-deadlines.ts";
import { ownerWords } from "./task-owner-words.ts";
import { knownOwners } from "./task-people.server.ts";
import { openTasksAtWork, type TaskAtWork } from "./task-rows.server.ts";
import { deadlineEntry, taskEntry, type WorkEntry } from "./work-entry.ts";
import type { Whose } from "./work-view.ts";

/** Cases whose facts one page opens (the same number as a lead's list). */
export const MOST_CASES_OPENED = 200;

const OPEN_NUMBERS = OPEN_STATUSES.map((status) => numberOf("case_status", status));

export interface Work {
  readonly entries: readonly WorkEntry[];
  /** there is more than one page opens */
  readonly isCut: boolean;
  readonly today: IsoDay;
}

/** What is to be done on all cases of the actor: a coordinator's are the team's, a lead's the assigned ones. */
export function readWork(actor: Actor, whose: Whose, rangeOf: (today: IsoDay) => DayRange = listRange): Promise<Work> {
  const today = isoDayOf(now());
  return withActor(actor, async (tx) => {
    // Asked first: an index is not read in a transaction that has written.
    const withDays = await casesOfDays(actor, tx, whose, rangeOf(today));
    const tasks = await openTasksAtWork(actor, tx);
    const entries = [...(await taskEntries(actor, tx, tasks.tasks, whose)), ...deadlineEntries(withDays.cases, today)];
    return { entries, isCut: tasks.isCut || withDays.isCut, today };
  });
}

async function taskEntries(actor: Actor, tx: Transaction, tasks: readonly TaskAtWork[], whose: Whose) {
  const known = await knownOwners(tx, actor, tasks);
  const entries = tasks.map((task) => ({
    ownerId: task.ownerId,
    entry: taskEntry(task, caseReference(task.caseId), ownerWords(actor, task.ownerId, task.assignedUserId, known)),
  }));
  return entries.filter(({ ownerId }) => whose === "all" || ownerId === actor.userId).map(({ entry }) => entry);
}

function deadlineEntries(cases: readonly ListedCase[], today: IsoDay): WorkEntry[] {
  return cases.flatMap(({ id, reference, status, copy }) =>
    currentDeadlines(deadlinesOf(copy.facts, status), today).map((deadline) =>
      deadlineEntry(deadline, { caseId: id, reference }),
    ),
  );
}

/** The cases that have a day to show, opened from their copies. A coordinator's own tasks come without the team's days. */
async function casesOfDays(actor: Actor, tx: Transaction, whose: Whose, range: DayRange) {
  if (actor.role === "lead") return openCases(actor, tx, { assignedUserId: actor.userId });
  if (whose === "mine") return { cases: [], isCut: false };
  const query = { spans: deadlineSpans(range), openStatuses: OPEN_NUMBERS, most: MOST_CASES_OPENED };
  const found = await withFacetIndex(actor, tx, [actor.teamId ?? ""], ([index]) => casesWithDays(index!, query));
  const { cases } = await openCases(actor, tx, { id: { in: [...found.caseIds] } });
  return { cases, isCut: found.total > found.caseIds.length };
}

type Which = { readonly assignedUserId: string } | { readonly id: { readonly in: string[] } };

async function openCases(actor: Actor, tx: Transaction, which: Which) {
  const rows = await tx.case.findMany({
    where: { ...which, status: { in: [...OPEN_STATUSES] } },
    select: { id: true, organisationId: true, status: true, version: true, sealedFacets: true },
    take: MOST_CASES_OPENED + 1,
  });
  const some = rows.slice(0, MOST_CASES_OPENED);
  const keys = await openCaseKeys(
    actor,
    tx,
    some.map(({ id }) => id),
  );
  return { cases: some.flatMap((row) => listed(row, keys.get(row.id))), isCut: rows.length > MOST_CASES_OPENED };
}
