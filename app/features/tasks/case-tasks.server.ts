import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import { caseStanding, readWorkCase } from "#app/features/cases/casework/work-case-page.server.ts";
import type { CaseStanding } from "#app/features/cases/casework/work-case-page.ts";
import type { WorkCase } from "#app/features/cases/casework/work-case-queries.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, TaskId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import { type CaseTasks, endedTasks, type OwnerChoice } from "./case-tasks.ts";
import type { KeptTask, OpenTask } from "./task.ts";
import { currentDeadlines, deadlinesOf } from "./task-deadlines.ts";
import { type KnownOwners, ownerWords } from "./task-owner-words.ts";
import { ownersFor, type TeamPerson } from "./task-owners.ts";
import { knownOwners } from "./task-people.server.ts";
import { openCaseTasks } from "./task-rows.server.ts";
import { deadlineEntry, taskEntry, type WorkEntry } from "./work-entry.ts";

interface OpenedTasks extends KnownOwners {
  readonly open: readonly OpenTask[];
}

function openedTasks(actor: Actor, { id, assessment }: WorkCase): Promise<OpenedTasks> {
  return withActor(actor, async (tx) => {
    const open = await openCaseTasks(tx, id, await openNotesKey(actor, tx, id));
    const { assignedUserId } = assessment;
    const owned = open.map(({ ownerId }) => ({ ownerId, assignedUserId }));
    return { open, ...(await knownOwners(tx, actor, owned)) };
  });
}

export async function readCaseTasks(actor: Actor, work: WorkCase): Promise<CaseTasks> {
  const opened = await openedTasks(actor, work);
  const today = isoDayOf(now());
  const { assignedUserId } = work.assessment;
  const written = opened.open.map((task) =>
    taskEntry(task, work.reference, ownerWords(actor, task.ownerId, assignedUserId, opened)),
  );
  const computed = currentDeadlines(deadlinesOf(work.copy.facts, work.status), today).map((deadline) =>
    deadlineEntry(deadline, { caseId: work.id, reference: work.reference }),
  );
  return {
    entries: [...written, ...computed].sort(dueFirst),
    ended: endedTasks(work.notes, new Set(opened.open.map(({ id }) => id))),
    today,
    isOpen: isOpen(work.status),
  };
}

/** What has no day comes last. */
const dueFirst = (a: WorkEntry, b: WorkEntry) => (a.dueOn ?? "9").localeCompare(b.dueOn ?? "9");

/** What the form of a task needs: where its case stands, and who can own it. */
export interface TaskFormPage {
  readonly standing: CaseStanding;
  readonly owners: readonly OwnerChoice[];
}

/** @throws Response the page of what is not there */
export async function readNewTask(actor: Actor, caseId: CaseId, locale: Locale): Promise<TaskFormPage> {
  const work = await readWorkCase(actor, caseId);
  const { people } = await openedTasks(actor, work);
  return { standing: caseStanding(actor, work, locale), owners: ownerChoices(actor, people, work, null) };
}

/**
 * A task that has ended meanwhile is shown too, as it was: whoever was typing is told so and keeps what was typed.
 * @throws Response where there never was such a task
 */
export async function readTask(actor: Actor, caseId: CaseId, taskId: TaskId, locale: Locale) {
  const work = await readWorkCase(actor, caseId);
  const { open, people } = await openedTasks(actor, work);
  const ended = endedTasks(work.notes, new Set(open.map(({ id }) => id)));
  const task: KeptTask | undefined = [...open, ...ended].find(({ id }) => id === taskId);
  if (!task) throw notFound();
  const owners = ownerChoices(actor, people, work, task.ownerId);
  return { standing: caseStanding(actor, work, locale), owners, task };
}

/** @throws Response where nothing of this id has ended */
export async function readEndedTask(actor: Actor, caseId: CaseId, taskId: TaskId, locale: Locale) {
  const work = await readWorkCase(actor, caseId);
  const { open } = await openedTasks(actor, work);
  const task = endedTasks(work.notes, new Set(open.map(({ id }) => id))).find(({ id }) => id === taskId);
  if (!task) throw notFound();
  return { standing: caseStanding(actor, work, locale), task };
}

/** The owner it has is always among them, so that keeping the form as it is changes nothing. */
function ownerChoices(
  { userId, handle, role }: Actor,
  people: readonly TeamPerson[],
  { assessment }: WorkCase,
  current: string | null,
): readonly OwnerChoice[] {
  const fitting = ownersFor(people, assessment.assignedUserId).filter(({ id }) => id !== userId);
  const isOther = current !== null && current !== userId && !fitting.some(({ id }) => id === current);
  return [
    { id: userId, handle, isMe: true },
    ...(role === "lead" ? [] : fitting.map(({ id, handle }) => ({ id, handle, isMe: false }))),
    ...(isOther ? [{ id: current, handle: null, isMe: false }] : []),
  ];
}
