import type { Role } from "#app/access/roles.ts";
import { assignCase } from "#app/features/cases/casework/assign-commands.server.ts";
import { addNote, assessCase, moveCase, setUrgency } from "#app/features/cases/casework/triage-commands.server.ts";
import { insertSyntheticCases } from "#app/features/cases/demo/demo-cases.server.ts";
import { openReportLink } from "#app/features/cases/receipts/report-links.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import {
  closureConversation,
  mailboxConversation,
  receiptConversation,
  transferConversation,
} from "./conversations.ts";
import { setUpDesk } from "./desk.ts";
import { aYearAgo, releaseFirstEdition, releaseSecondEdition } from "./editions.ts";
import { closureFiles, mailboxFiles, transferFiles } from "./files.ts";
import { fillRegister } from "./institutions.ts";
import { USUAL_JUDGEMENT } from "./judgement.ts";
import { tellOfOneBank } from "./pattern.ts";
import { actorFor, type FirstDay, firstDay, joinColleague, joinOrganisation, type Person } from "./people.ts";
import { reportByLink } from "./receipts.ts";
import { writeDemoReferrals } from "./referrals.ts";
import { relateSome } from "./relations.ts";
import { writeDemoRemedies } from "./remedies.ts";
import { DEMO_LANGUAGES, demoReceiptReport, demoReports, sendReport } from "./reports.ts";
import { writeDemoStateNote } from "./state-notes.ts";
import { askForDemoStory, tellDemoStories } from "./stories.ts";
import { openSurvey, surveyAYearAgo, surveyBeforeTheAssembly } from "./surveys.ts";
import { writeDemoTasks } from "./tasks.ts";

/** One line of the sign-in table and of `demo-accounts.json`. */
export interface DemoAccount {
  readonly handle: string;
  readonly role: Role;
  readonly passphrase: string;
  readonly totpSecret: string;
  readonly recoveryWords: string;
  readonly organisation?: string;
}

/** The open link of the first team, and a report that came by it: its words are invented like everything here. */
export interface DemoReceipt {
  readonly code: string;
  readonly words: string;
}

export interface Demo {
  readonly accounts: readonly DemoAccount[];
  readonly receipt: DemoReceipt;
  /** a code of the open survey that nobody has answered with */
  readonly surveyCode: string;
}

interface DemoStaff {
  readonly day: FirstDay;
  readonly editor: Person;
  readonly analyst: Person;
  /** what one of them gives out or codes, the other looks at */
  readonly secondAnalyst: Person;
  readonly lead: Person;
}

const ORGANISATIONS = [
  { name: "Riverside Legal Clinic", country: "NL" },
  { name: "Collectif Mémoire et Droit", country: "FR" },
  { name: "مركز الشهادة", country: "PS" },
] as const;

/**
 * Fills an empty installation by the same commands that people use: nothing in it has another way in.
 * Public incidents come through the real import; the rest is invented.
 */
export async function buildDemo(synthetic: { cases: number; seed: number }): Promise<Demo> {
  const { day, lead, analyst, secondAnalyst, editor } = await aYearAgo(async () => {
    const first = await firstDay();
    const joined = {
      day: first,
      lead: await joinColleague(first, "lead"),
      analyst: await joinColleague(first, "analyst"),
      secondAnalyst: await joinColleague(first, "analyst"),
      editor: await joinColleague(first, "editor"),
    };
    await releaseFirstEdition(joined);
    await surveyAYearAgo(joined);
    return joined;
  });
  const reporters: Person[] = [];
  for (const { name, country } of ORGANISATIONS) reporters.push(await joinOrganisation(day, name, country));
  await tellDemoStories(day, reporters);
  const survey = await surveyBeforeTheAssembly({ day, analyst });
  const used = await releaseSecondEdition({ day, analyst, editor }, synthetic, survey);
  const [surveyCode = ""] = await openSurvey({ day, analyst });
  const sent: CaseId[] = [];
  for (const [at, report] of demoReports(now()).entries())
    sent.push(
      await sendReport(await actorFor(reporters[at % reporters.length]!, "reporter"), report, DEMO_LANGUAGES[at]),
    );
  await triageSome(day, lead, sent);
  await writeDemoTasks(day, lead, sent);
  await writeToEachOther(day, lead, reporters, sent);
  await writeDemoRemedies(day, lead, sent);
  const receipt = await reportWithoutAccount(day);
  await addFiles(lead, reporters, sent);
  await writeDemoReferrals(day, reporters, sent);
  await writeDemoStateNote(day, reporters, sent);
  await askForDemoStory(day, sent);
  const intake = await actorFor(day.coordinators[0], "intake", day.setUp.teamId);
  await relateSome(intake, await actorFor(reporters[1]!, "reporter"), sent[0]);
  await tellOfOneBank(intake, [await actorFor(reporters[1]!, "reporter"), await actorFor(reporters[2]!, "reporter")]);
  await fillRegister(intake);
  await setUpDesk(intake, sent);
  if (synthetic.cases > used) await addSyntheticCases(day, { ...synthetic, cases: synthetic.cases - used });
  return { accounts: accountsOf({ day, editor, analyst, secondAnalyst, lead }, reporters), receipt, surveyCode };
}

async function addSyntheticCases({ coordinators, setUp }: FirstDay, synthetic: { cases: number; seed: number }) {
  await insertSyntheticCases(await actorFor(coordinators[0], "intake", setUp.teamId), synthetic);
}

/** The first report is in a lead's hands; the second waits for an answer, and the walled one is new and urgent. */
async function triageSome({ coordinators, setUp }: FirstDay, lead: Person, [first]: readonly CaseId[]) {
  const intake = await actorFor(coordinators[0], "intake", setUp.teamId);
  if (!first) return;
  valueFrom(await moveCase(intake, first, { version: 1, event: "triage", reason: "" }));
  valueFrom(
    await setUrgency(intake, first, { version: 2, urgency: "u2_3d", reason: "Payroll falls before the closure." }),
  );
  valueFrom(
    await assessCase(intake, first, {
      version: 3,
      severity: "high",
      ...USUAL_JUDGEMENT,
    }),
  );
  valueFrom(await assignCase(intake, first, { version: 4, lead: lead.userId }));
  const actor = await actorFor(lead, "lead");
  valueFrom(await moveCase(actor, first, { version: 5, event: "support", reason: "" }));
  valueFrom(
    await addNote(actor, first, { text: "Complaint drafted with them; a second bank will see them on Tuesday." }),
  );
}

/** Each report has its conversation, in the language it was written in. */
async function writeToEachOther(
  { coordinators, setUp }: FirstDay,
  lead: Person,
  reporters: readonly Person[],
  [closure, transfer, mailbox]: readonly CaseId[],
) {
  if (!closure || !transfer || !mailbox) return;
  const reporter = (at: number) => actorFor(reporters[at]!, "reporter");
  const intake = await actorFor(coordinators[0], "intake", setUp.teamId);
  const walled = await actorFor(coordinators[1], "intake", setUp.walledTeamId);
  const leading = await actorFor(lead, "lead");
  await closureConversation({ caseId: closure, reporter: await reporter(0), intake }, leading);
  await transferConversation({ caseId: transfer, reporter: await reporter(1), intake });
  await mailboxConversation({ caseId: mailbox, reporter: await reporter(2), intake: walled });
}

/** Somebody without an account has reported by the team's link, and a question waits for them. */
async function reportWithoutAccount({ coordinators, setUp }: FirstDay): Promise<DemoReceipt> {
  const intake = await actorFor(coordinators[0], "intake", setUp.teamId);
  const { code } = valueFrom(await openReportLink(intake));
  const { caseId, words } = await reportByLink(code, demoReceiptReport(now()), "es");
  await receiptConversation(intake, caseId);
  return { code, words };
}

/** What backs each report. */
async function addFiles(lead: Person, reporters: readonly Person[], [closure, transfer, mailbox]: readonly CaseId[]) {
  if (!closure || !transfer || !mailbox) return;
  const reporter = (at: number) => actorFor(reporters[at]!, "reporter");
  await closureFiles({ caseId: closure, reporter: await reporter(0) }, await actorFor(lead, "lead"));
  await transferFiles({ caseId: transfer, reporter: await reporter(1) });
  await mailboxFiles({ caseId: mailbox, reporter: await reporter(2) });
}

function accountsOf(
  { day, lead, analyst, secondAnalyst, editor }: DemoStaff,
  reporters: readonly Person[],
): DemoAccount[] {
  const { guardians, coordinators, administrator } = day;
  return [
    ...reporters.map((person, at) => account(person, "reporter", ORGANISATIONS[at]?.name)),
    ...coordinators.map((person) => account(person, "intake")),
    account(lead, "lead"),
    account(analyst, "analyst"),
    account(secondAnalyst, "analyst"),
    account(editor, "editor"),
    ...guardians.map((person) => account(person, "guardian")),
    account(administrator, "administrator"),
  ];
}

function account({ handle, passphrase, totpSecret, sheet }: Person, role: Role, organisation?: string): DemoAccount {
  return { handle, role, passphrase, totpSecret, recoveryWords: sheet, ...(organisation && { organisation }) };
}
