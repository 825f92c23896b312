import type { Actor } from "#app/access/actor.ts";
import { findFiles } from "#app/features/evidence/evidence-queries.server.ts";
import { releaseReferral } from "#app/features/referrals/referral-commands.server.ts";
import type { ReferralForm } from "#app/features/referrals/referral-forms.ts";
import { prepareReferral } from "#app/features/referrals/referral-preparing.server.ts";
import { readOwnReferral } from "#app/features/referrals/referral-queries.server.ts";
import { decideReferral } from "#app/features/referrals/reporter-commands.server.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { newAgeIdentity } from "#app/platform/crypto/age.server.ts";
import { actorFor, type FirstDay, type Person } from "./people.ts";

type DemoReferral = Omit<ReferralForm, "key" | "files">;

const LAWYER: DemoReferral = {
  kind: "lawyer",
  name: "Van Dijk & Okafor, lawyers",
  purpose: "To write to the bank before payroll, and to apply for an interim order if it does not answer.",
  parts: ["summary", "names", "who", "what", "institution", "when", "details", "amount", "story"],
  summary:
    "The bank gives risk appetite as its only reason. Payroll falls fifteen days before the account is to close.",
  language: "en",
  tlp: "tlp_red",
  days: 30,
};

const PARTNER: DemoReferral = {
  kind: "partner",
  name: "Bridge Fund for Defenders",
  purpose: "To ask whether they can pay salaries for one month.",
  parts: ["summary", "what"],
  summary: "A small legal clinic loses its bank account within a month and pays eleven people from it.",
  language: "en",
  tlp: "tlp_amber_strict",
  days: 14,
};

const ARABIC: DemoReferral = {
  kind: "lawyer",
  name: "مكتب المحامية ليلى سليم",
  purpose: "لمطالبة مزوّد البريد بإعادة الأرشيف، ولتقديم بلاغ عن اتصال التهديد.",
  parts: ["summary", "what", "when", "story"],
  summary: "توقّف البريد من دون إنذار وضاع الوصول إلى أرشيف الشهادات. وصل في اليوم نفسه اتصال تهديد.",
  language: "ar",
  tlp: "tlp_red",
  days: 14,
};

/** One that its reporter has agreed to, with a letter; two that wait for a word, in two languages and on both sides of the wall. */
export async function writeDemoReferrals(
  { coordinators, setUp }: FirstDay,
  reporters: readonly Person[],
  [closure, , mailbox]: readonly CaseId[],
): Promise<void> {
  if (!closure || !mailbox) return;
  const intake = await actorFor(coordinators[0], "intake", setUp.teamId);
  const reporter = await actorFor(reporters[0]!, "reporter");
  const letter = (await findFiles(intake, closure))?.files[0];
  const files = letter ? [{ fileId: letter.fileId, half: "copy" } as const] : [];
  const agreed = await ask(intake, closure, { ...LAWYER, files });
  const { referral } = await readOwnReferral(reporter, closure, agreed);
  valueFrom(await decideReferral(reporter, closure, agreed, { ...referral, decision: "agree" }));
  await ask(intake, closure, { ...PARTNER, files: [] });
  const walled = await actorFor(coordinators[1], "intake", setUp.walledTeamId);
  await ask(walled, mailbox, { ...ARABIC, files: [] });
}

async function ask(intake: Actor, caseId: CaseId, form: Omit<ReferralForm, "key">): Promise<ReferralId> {
  const { recipient } = await newAgeIdentity();
  const { referralId } = valueFrom(await prepareReferral(intake, caseId, { ...form, key: recipient }));
  valueFrom(await releaseReferral(intake, caseId, referralId, { version: 1 }));
  return referralId;
}
