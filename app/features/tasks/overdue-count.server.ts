import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { OPEN_STATUSES } from "#app/features/cases/case-status.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { openTasksAtWork } from "./task-rows.server.ts";

/** As many teams and leads as work at once, and more. */
const MOST_KEPT = 200;
const counts = new Map<string, number>();

/**
 * How many written tasks are late: for the head of a list. The day lies sealed in each task, so that the first look opens
 * them all; the next looks on the same day open none, as long as no task has come, gone or changed. What is kept in
 * memory is a number under a hash of ids and versions.
 */
export async function countOverdueTasks(actor: Actor): Promise<number> {
  const today = isoDayOf(now());
  return withActor(actor, async (tx) => {
    const state = `${today} ${await stateOfTasks(tx)}`;
    const known = counts.get(state);
    if (known !== undefined) return known;
    const { tasks } = await openTasksAtWork(actor, tx);
    const count = tasks.filter(({ dueOn }) => dueOn !== null && dueOn < today).length;
    keep(state, count);
    return count;
  });
}

/** The same for the same rows, and for no others; without keys. */
async function stateOfTasks(tx: Transaction): Promise<string> {
  const [found] = await tx.$queryRaw<{ state: string }[]>`
    SELECT encode(sha256(convert_to(coalesce(string_agg(t.id || ' ' || t.version, ',' ORDER BY t.id), ''), 'UTF8')), 'hex')
      AS state
    FROM cases c JOIN tasks t ON t.case_id = c.id WHERE c.status = ANY(${[...OPEN_STATUSES]}::text[])`;
  return found?.state ?? "";
}

function keep(state: string, count: number): void {
  counts.set(state, count);
  const [oldest] = counts.keys();
  if (counts.size > MOST_KEPT && oldest !== undefined) counts.delete(oldest);
}
