import type { Actor } from "#app/access/actor.ts";
import type { Task } from "#app/features/tasks/task.ts";
import { addTask, endTask } from "#app/features/tasks/task-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { actorFor, type FirstDay, type Person } from "./people.ts";

/** A task of the demonstration: whose, in how many days, and what, as its writer would write it. */
interface DemoTask extends Pick<Task, "text" | "kind"> {
  readonly mine: boolean;
  /** from today; null: no day */
  readonly inDays: number | null;
}

const OF_THE_LEAD: readonly DemoTask[] = [
  { text: "Send the complaint to the bank and keep the receipt.", kind: "todo", mine: true, inDays: -2 },
  { text: "Last day to go to the ombudsman.", kind: "appeal", mine: true, inDays: 19 },
  { text: "Preguntar a la segunda entidad si ya tiene los estatutos.", kind: "todo", mine: true, inDays: 0 },
  { text: "Find a bridge for the salaries of eleven people.", kind: "todo", mine: false, inDays: 5 },
];

const OF_A_COORDINATOR: readonly DemoTask[] = [
  { text: "Demander à la banque sa réponse écrite.", kind: "answer_expected", mine: true, inDays: 6 },
  {
    text: "Relire la liste des pièces demandées : aucun nom de victime ne doit sortir.",
    kind: "todo",
    mine: false,
    inDays: null,
  },
];

const BEHIND_THE_WALL: readonly DemoTask[] = [
  { text: "الاتفاق على قناة آمنة قبل أي اتصال آخر.", kind: "todo", mine: true, inDays: 0 },
  { text: "التحقق من تاريخ انتهاء الترخيص العام الذي نستند إليه.", kind: "licence_expiry", mine: true, inDays: 30 },
];

/** What the people of the demonstration have to do, in their own languages; one thing is done already. */
export async function writeDemoTasks(day: FirstDay, lead: Person, sent: readonly CaseId[]): Promise<void> {
  const { coordinators, setUp } = day;
  const [first, second, walled] = sent;
  if (!first || !second || !walled) return;
  const leading = await actorFor(lead, "lead");
  const intake = await actorFor(coordinators[0], "intake", setUp.teamId);
  await writeAll(leading, first, OF_THE_LEAD);
  await writeAll(intake, second, OF_A_COORDINATOR);
  await writeAll(await actorFor(coordinators[1], "intake", setUp.walledTeamId), walled, BEHIND_THE_WALL);
  const done = {
    text: "Read the bank's letter and write down the day.",
    kind: "todo",
    mine: true,
    inDays: -5,
  } as const;
  const { taskId } = valueFrom(await addTask(leading, first, taskOf(leading, done)));
  valueFrom(await endTask(leading, first, taskId, { version: 1, end: "done", remark: "The letter gives 30 days." }));
}

async function writeAll(actor: Actor, caseId: CaseId, tasks: readonly DemoTask[]): Promise<void> {
  for (const task of tasks) valueFrom(await addTask(actor, caseId, taskOf(actor, task)));
}

function taskOf({ userId }: Actor, { text, kind, mine, inDays }: DemoTask): Task {
  const dueOn = inDays === null ? null : addDays(isoDayOf(now()), inDays);
  return { text, kind, ownerId: mine ? userId : null, dueOn };
}
