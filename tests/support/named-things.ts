import { withActor } from "#app/access/with-actor.server.ts";
import { inviteMember, inviteOrganisation } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { proposeColleague } from "#app/features/accounts/invitation/staff-invitation-commands.server.ts";
import { mergeCase } from "#app/features/cases/relations/merge-commands.server.ts";
import { withdrawCase } from "#app/features/cases/reporting/report-commands.server.ts";
import { prepareReferral } from "#app/features/referrals/referral-preparing.server.ts";
import { beginFromVersion } from "#app/features/surveys/building/beginning.server.ts";
import { digestOf } from "#app/features/surveys/building/published.server.ts";
import { standardInstrument } from "#app/features/surveys/instruments/standard-instrument.server.ts";
import { addTask, endTask } from "#app/features/tasks/task-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Household } from "./household.ts";
import { aReferral, newReceiver } from "./referrals.ts";
import { sendReport } from "./reports.ts";
import { aTask } from "./tasks.ts";
import { actorFor, redeem, valueFrom } from "./world.ts";

type Values = Readonly<Record<string, string>>;

/** What stands for the places of an address where only a thing of a certain kind has that page, by its first letters. */
export async function namedThings({ people, room, own, receipts }: Household): Promise<(path: string) => Values> {
  const owner = await actorFor(people.reporter, "reporter");
  const colleague = await redeem(valueFrom(await inviteMember(owner, { isOwner: false })).code);
  valueFrom(await inviteMember(owner, { isOwner: false }));
  const intake = await room.as.intake();
  valueFrom(await inviteOrganisation(intake, { name: "Harbour Archive", country: "NL" }));
  const administrator = await actorFor(people.administrator, "administrator");
  valueFrom(await proposeColleague(administrator, { role: "editor", teamId: null }));
  const withdrawn = await sendReport(owner);
  valueFrom(await withdrawCase(owner, withdrawn));

  const caseId = own.caseId as CaseId;
  const { taskId } = valueFrom(await addTask(intake, caseId, aTask()));
  valueFrom(await endTask(intake, caseId, taskId, { version: 1, end: "done", remark: "" }));

  const [kept, merged] = [await sendReport(owner), await sendReport(owner)];
  const into = { version: 1, other: { caseId: kept }, reason: "The same letter." };
  valueFrom(await mergeCase(intake, merged, into));

  // Only what nobody but the team has seen can be changed.
  const { key } = await newReceiver();
  const { referralId } = valueFrom(await prepareReferral(intake, caseId, aReferral(key)));

  const standard = digestOf(standardInstrument());
  const { id: questionnaireId } = valueFrom(await beginFromVersion(await room.as.intake(), standard));
  const built = {
    questionnaireId,
    pageName: "taking_part",
    endName: "not_agreed",
    questionName: "q13",
    language: "fr",
  };

  const member = await openInvitation(owner, "member");
  const organisation = await openInvitation(intake, "organisation");
  const staff = await openInvitation(administrator, "staff");
  const things: readonly (readonly [start: string, values: Values])[] = [
    ["/organisation/", { invitationId: member.id, userId: colleague.userId }],
    ["/organisations/", { invitationId: organisation.id, organisationId: organisation.organisationId ?? "" }],
    ["/people/", { invitationId: staff.id }],
    ["/reports/:caseId/erase", { caseId: withdrawn }],
    // Only what is merged can come back.
    ["/cases/:caseId/unmerge", { caseId: merged }],
    ["/cases/:caseId/bind", { caseId: receipts.sent.own.caseId ?? "" }],
    // Only what has ended can be opened again.
    ["/cases/:caseId/tasks/:taskId/reopen", { taskId }],
    ["/cases/:caseId/referrals/:referralId/change", { referralId }],
    ["/answer/pages/", { page: "taking_part" }],
    ["/survey-answers/:waveId/results/questions/", { page: "incidents" }],
    ["/survey-answers/:waveId/texts/", { question: "q38" }],
    ["/questionnaires/versions/", { digest: standard }],
    ["/questionnaires/", built],
    // Written in English and French, whatever its reader reads.
    ["/briefing-drafts/:briefingId/preview", { locale: "fr" }],
  ];
  return (path) => things.find(([start]) => path.startsWith(start))?.[1] ?? {};
}

const openInvitation = (actor: Parameters<typeof withActor>[0], kind: string) =>
  withActor(actor, (tx) => tx.invitation.findFirstOrThrow({ where: { kind, state: { in: ["open", "proposed"] } } }));
