import type { Actor } from "#app/access/actor.ts";
import type { Role } from "#app/access/roles.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { NO_VIEW, queueViewIn } from "#app/features/cases/casework/queue-view.ts";
import { saveFilter } from "#app/features/cases/desk/desk-commands.server.ts";
import { readDesk } from "#app/features/cases/desk/desk-rows.server.ts";
import { agreeToList, askForList } from "#app/features/cases/lists/list-commands.server.ts";
import { relateMeasure } from "#app/features/cases/relations/relation-commands.server.ts";
import { addRemedy } from "#app/features/cases/remedies/remedy-commands.server.ts";
import { saveAnswer } from "#app/features/cases/reporting/draft-commands.server.ts";
import { addFile } from "#app/features/evidence/evidence-commands.server.ts";
import { writeAsReporter, writeAsTeam } from "#app/features/messages/message-commands.server.ts";
import { addInstitution } from "#app/features/registers/institutions/institution-commands.server.ts";
import { passOn } from "#app/features/surveys/waves/analyst-commands.server.ts";
import { listContacts } from "#app/features/surveys/waves/contacts.server.ts";
import { closeWave } from "#app/features/surveys/waves/wave-commands.server.ts";
import { readPanel, readWave } from "#app/features/surveys/waves/wave-queries.server.ts";
import { addTask } from "#app/features/tasks/task-commands.server.ts";
import type { BriefingId, CaseId } from "#app/kernel/id.ts";
import { aDraft, type Newsroom, newNewsroom } from "./briefings.ts";
import { anInstitution } from "./institutions.ts";
import { matchedBank, proposed, replyOf } from "./namings.ts";
import { newObjectHome } from "./object-home.ts";
import { plainPng } from "./pictures.ts";
import { comeBack, holderOf, newLink, openLink, reportByLink } from "./receipts.ts";
import { agreedReferral, aReferral, askedReferral, newReceiver } from "./referrals.ts";
import { aRemedy } from "./remedies.ts";
import { aReport, sendReport, typeIn } from "./reports.ts";
import { approvedNote, withPartsFor } from "./state-notes.ts";
import { approvedStory, askedStory } from "./stories.ts";
import { aTask } from "./tasks.ts";
import { answered, approvedWave, invitedWith, openNow } from "./waves.ts";
import { actorFor, newColleague, newReporter, type Person, valueFrom } from "./world.ts";

/** Somebody of every role, and one of everything that an address can name. */
export interface Household {
  readonly room: Newsroom;
  readonly people: Readonly<Record<Role, Person>>;
  /** by the name of the place in the address; each is open to everybody whose role may see such a thing */
  readonly own: Readonly<Record<string, string>> & { readonly briefingId: BriefingId };
  /** the cookie of whoever holds a receipt, and what it opens: a report under way, and one that was sent */
  readonly receipts: {
    readonly begun: HeldReceipt;
    readonly sent: HeldReceipt;
  };
}

export interface HeldReceipt {
  readonly token: string;
  readonly own: Readonly<Record<string, string>>;
}

/** A report of which a story may be told. */
const TO_BE_TOLD = { consent: { consent: "c3_anonymised_narrative" } } as const;

/** A picture, so that every address of a file has something to show. */
async function aFile(reporter: Actor, caseId: CaseId): Promise<string> {
  newObjectHome();
  return valueFrom(await addFile(reporter, caseId, { name: "letter.png", bytes: once(plainPng()) })).fileId;
}

async function* once(bytes: Uint8Array) {
  yield bytes;
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
  const caseId = await sendReport(reporter, aReport(TO_BE_TOLD));
  const draftId = await typeIn(reporter, aReport());
  valueFrom(await assignCase(await room.as.intake(), caseId, { version: 1, lead: people.lead.userId }));
  const { taskId } = valueFrom(await addTask(await room.as.intake(), caseId, aTask()));
  valueFrom(await relateMeasure(await room.as.intake(), caseId, { measure: "us_eo_14203" }));
  const relationId = await onlyRelation(await room.as.intake(), caseId);
  const { remedyId } = valueFrom(await addRemedy(await room.as.intake(), caseId, aRemedy()));
  valueFrom(await writeAsTeam(await room.as.intake(), caseId, { text: "Did they write to you?" }));
  valueFrom(await writeAsReporter(reporter, caseId, { text: "نعم، يوم الاثنين." }));
  const asked = await askForList(await room.as.intake(), [{ caseId, version: 1 }], "en");
  const { listId } = valueFrom(asked);
  const second = await actorFor(world.coordinators[1], "intake", world.setUp.teamId);
  valueFrom(await agreeToList(second, listId));
  const { id: institutionId } = valueFrom(await addInstitution(await room.as.intake(), anInstitution()));
  const filterId = await aSavedFilter(await room.as.intake());
  const briefingId = await aDraft(room);
  const bank = await matchedBank(room, { organisations: 3 });
  await replyOf(room, bank, 2);
  const namingId = await proposed(room, briefingId, bank);
  const fileId = await aFile(reporter, caseId);
  const { key } = await newReceiver();
  const referralId = await agreedReferral(await room.as.intake(), reporter, caseId, aReferral(key));
  const told = await withPartsFor(reporter, await room.as.intake(), 1);
  const noteId = await approvedNote(await room.as.intake(), second, told);
  const storyId = await approvedStory(await room.as.intake(), reporter, caseId);
  const { waveId, invitedId } = await aSurvey(await room.as.intake(), second);
  const contactId = await aContact(await room.as.intake(), second, await actorFor(analyst, "analyst"));
  const code = await newLink(await room.as.intake());
  const begun = await openLink(code);
  valueFrom(await saveAnswer(await holderOf(begun.session), begun.draftId, 1, "listedParties", { listedParty: "no" }));
  const sent = await reportByLink(code, aReport(TO_BE_TOLD));
  const receipts = {
    begun: { token: begun.session.token, own: { draftId: begun.draftId } },
    sent: {
      token: (await comeBack(sent.words)).token,
      own: {
        caseId: sent.caseId,
        referralId: await askedReferral(await room.as.intake(), sent.caseId, aReferral(key)),
        storyId: await askedStory(await room.as.intake(), sent.caseId),
      },
    },
  };
  const own = {
    code,
    question: "story",
    locale: "en",
    section: "what_happened",
    state: "ke",
    caseId,
    draftId,
    taskId,
    relationId,
    institutionId,
    fileId,
    remedyId,
    referralId,
    noteId,
    storyId,
    waveId,
    invitedId,
    contactId,
    filterId,
    listId,
    number: "1",
    briefingId,
    namingId,
    userId: people.lead.userId,
  };
  return { room, people, own: { ...own, organisationId: reporter.organisationId ?? "" }, receipts };
}

/** One that takes answers today, and one of those who were invited to it. */
async function aSurvey(intake: Actor, second: Actor) {
  const as = { one: async () => intake, other: async () => second };
  const waveId = await approvedWave({ as }, openNow());
  await invitedWith(intake, waveId, 5);
  const { invited } = await readPanel(intake, waveId);
  return { waveId, invitedId: invited[0]!.id };
}

/** Of five who answered a survey that has closed since. */
async function aContact(intake: Actor, second: Actor, analyst: Actor): Promise<string> {
  const as = { one: async () => intake, other: async () => second };
  const waveId = await approvedWave({ as }, openNow());
  for (const { code } of await invitedWith(intake, waveId, 5)) await answered(code, {}, { channel: "Signal +00" });
  const { version } = await readWave(intake, waveId);
  valueFrom(await closeWave(intake, waveId, { version }));
  valueFrom(await passOn(analyst, waveId));
  return (await listContacts(intake))[0]!.id;
}

async function onlyRelation(actor: Actor, caseId: CaseId): Promise<string> {
  const { id } = await withActor(actor, (tx) => tx.caseRelation.findFirstOrThrow({ where: { caseId } }));
  return id;
}

async function aSavedFilter(intake: Actor): Promise<string> {
  const view = queueViewIn(new URLSearchParams());
  valueFrom(await saveFilter(intake, { name: "Without a lead", view, hidden: NO_VIEW }));
  const { filters } = await readDesk(intake, "en");
  return filters[0]!.id;
}
