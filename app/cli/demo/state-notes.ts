import type { Actor } from "#app/access/actor.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { changeConsent } from "#app/features/cases/reporting/report-commands.server.ts";
import { releaseReferral } from "#app/features/referrals/referral-commands.server.ts";
import type { ReferralForm } from "#app/features/referrals/referral-forms.ts";
import { prepareReferral } from "#app/features/referrals/referral-preparing.server.ts";
import { readOwnReferral } from "#app/features/referrals/referral-queries.server.ts";
import { decideReferral } from "#app/features/referrals/reporter-commands.server.ts";
import { receiverCode } from "#app/features/state-notes/note-parts.server.ts";
import { giveWord } from "#app/features/state-notes/state-note-commands.server.ts";
import { readNote } from "#app/features/state-notes/state-note-queries.server.ts";
import { beginNote, changeNote } from "#app/features/state-notes/state-note-writing.server.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { newAgeIdentity } from "#app/platform/crypto/age.server.ts";
import { actorFor, type FirstDay, type Person } from "./people.ts";
import { demoReports, sendReport } from "./reports.ts";

const MINISTRY = "Ministry of Foreign Affairs of the Netherlands";
const NAMED = { consent: "c4_confidential_to_named", recipients: MINISTRY } as const;

const PART: Omit<ReferralForm, "key"> = {
  kind: "state_authority",
  name: MINISTRY,
  purpose: "To be raised with the supervisor before the Assembly meets.",
  parts: ["names", "what", "institution", "when"],
  files: [],
  summary: "",
  language: "en",
  tlp: "tlp_red",
  days: 30,
};

const LETTER = `Dear colleague,

before the Assembly meets we bring to you, in confidence, what two organisations have asked us to tell you and nobody else. Each has read its own part and agreed to it; neither knows of the other.

Both lost a payment route for which nobody has given them a reason in law.`;

const ASKS = [
  "Ask the supervisor to say in writing that no measure in force obliges a bank to refuse these organisations.",
  "Name a person whom they can reach when the next account is closed.",
];

/** A note for one State, written and sent by one coordinator: it waits for the second. */
export async function writeDemoStateNote(
  { coordinators, setUp }: FirstDay,
  reporters: readonly Person[],
  [, held]: readonly CaseId[],
): Promise<void> {
  const [own, neighbour] = [reporters[1], reporters[2]];
  if (!held || !own || !neighbour) return;
  const intake = await actorFor(coordinators[0], "intake", setUp.teamId);
  const { recipient: key } = await newAgeIdentity();
  const first = await actorFor(own, "reporter");
  valueFrom(await changeConsent(first, held, NAMED));
  const second = await actorFor(neighbour, "reporter");
  const returned = await sendReport(second, returnedTransfer());
  const parts = [await agreedPart(intake, first, held, key), await agreedPart(intake, second, returned, key)];
  const receiver = receiverCode({ name: MINISTRY, key });
  const form = { state: "NL", receiver, unit: "Directorate for Legal Affairs", language: "en", days: 30 } as const;
  const { noteId } = valueFrom(await beginNote(intake, form));
  valueFrom(await changeNote(intake, noteId, { version: 1, parts, letter: LETTER, asks: ASKS }));
  const { version, hash } = await readNote(intake, noteId, "en");
  valueFrom(await giveWord(intake, noteId, { version, hash }));
}

function returnedTransfer(): CaseReport {
  const [closure] = demoReports(now());
  return {
    ...closure,
    incidentGroup: { incidentGroup: "payment" },
    incident: { mainIncident: "transfer_returned" },
    otherIncidents: { otherIncidents: [] },
    institution: { institutionName: "Harbour Bank", institutionCountry: "NL" },
    story: { story: "The grant was sent back twice. The bank will not say which rule it follows." },
    consent: { consent: NAMED.consent },
    recipients: { recipients: MINISTRY },
  };
}

async function agreedPart(intake: Actor, reporter: Actor, caseId: CaseId, key: string): Promise<ReferralId> {
  const { referralId } = valueFrom(await prepareReferral(intake, caseId, { ...PART, key }));
  valueFrom(await releaseReferral(intake, caseId, referralId, { version: 1 }));
  const { referral } = await readOwnReferral(reporter, caseId, referralId);
  valueFrom(await decideReferral(reporter, caseId, referralId, { ...referral, decision: "agree" }));
  return referralId;
}
