import type { Actor } from "#app/access/actor.ts";
import type { Role } from "#app/access/roles.ts";
import { NO_VIEW, queueViewIn } from "#app/features/cases/casework/queue-view.ts";
import { assignCase } from "#app/features/cases/casework/triage-commands.server.ts";
import { saveFilter } from "#app/features/cases/desk/desk-commands.server.ts";
import { readDesk } from "#app/features/cases/desk/desk-rows.server.ts";
import { agreeToList, askForList } from "#app/features/cases/lists/list-commands.server.ts";
import { addRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { writeAsReporter, writeAsTeam } from "#app/features/messages/message-commands.server.ts";
import { addTask } from "#app/features/tasks/task-commands.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { aDraft, type Newsroom, newNewsroom } from "./briefings.ts";
import { aRemedy } from "./remedies.ts";
import { aReport, sendReport, typeIn } from "./reports.ts";
import { aTask } from "./tasks.ts";
import { actorFor, newColleague, newReporter, type Person, valueFrom } from "./world.ts";

/** Somebody of every role, and one of everything that an address can name. */
export interface Household {
  readonly room: Newsroom;
  readonly people: Readonly<Record<Role, Person>>;
  /** by the name of the place in the address; each is open to everybody whose role may see such a thing */
  readonly own: Readonly<Record<string, string>> & { readonly briefingId: BriefingId };
}

export async function newHousehold(): Promise<Household> {
  const room = await newNewsroom();
  const { world, editor, analyst } = room;
  const people: Household["people"] = {
    reporter: await newReporter(world),
    intake: world.coordinators[0],
    lead: await newColleague(world, "lead"),
    analyst,
    editor,
    guardian: world.guardians[0],
    administrator: world.administrator,
  };
  const reporter = await actorFor(people.reporter, "reporter");
  const caseId = await sendReport(reporter);
  const draftId = await typeIn(reporter, aReport());
  valueFrom(await assignCase(await room.as.intake(), caseId, { version: 1, lead: people.lead.userId }));
  const { taskId } = valueFrom(await addTask(await room.as.intake(), caseId, aTask()));
  const { remedyId } = valueFrom(await addRemedy(await room.as.intake(), caseId, aRemedy()));
  valueFrom(await writeAsTeam(await room.as.intake(), caseId, { text: "Did they write to you?" }));
  valueFrom(await writeAsReporter(reporter, caseId, { text: "نعم، يوم الاثنين." }));
  const asked = await askForList(await room.as.intake(), [{ caseId, version: 1 }], "en");
  const { listId } = valueFrom(asked);
  const second = await actorFor(world.coordinators[1], "intake", world.setUp.teamId);
  valueFrom(await agreeToList(second, listId));
  const filterId = await aSavedFilter(await room.as.intake());
  const briefingId = await aDraft(room);
  const own = {
    question: "story",
    locale: "en",
    caseId,
    draftId,
    taskId,
    remedyId,
    filterId,
    listId,
    briefingId,
    userId: people.lead.userId,
  };
  return { room, people, own: { ...own, organisationId: reporter.organisationId ?? "" } };
}

async function aSavedFilter(intake: Actor): Promise<string> {
  const view = queueViewIn(new URLSearchParams());
  valueFrom(await saveFilter(intake, { name: "Without a lead", view, hidden: NO_VIEW }));
  const { filters } = await readDesk(intake, "en");
  return filters[0]!.id;
}
