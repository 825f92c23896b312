import type { Recorder } from "#app/features/audit/recorded.server.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import type { SourceKind } from "#app/features/cases/reported-facts.ts";
import type { AfterConsent } from "#app/features/cases/reporting/report-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import type { EndedBy, KeptReferral, ReferralRecord } from "./referral.ts";
import { type Allowance, needsAgreement, objectionsTo } from "./referral-consent.ts";
import { lockReferrals, openReferrals, recordOf, rewriteReferral } from "./referral-rows.server.ts";
import { referralStep } from "./referral-steps.server.ts";
import { afterEvent, dropsContent, endingOf } from "./referral-transition.ts";

/** What the reporter has allowed, as the report says it. Nothing said is nothing allowed. */
export function allowanceIn(report: CaseReport, sourceKind: SourceKind): Allowance {
  return {
    consent: report.consent?.consent ?? "c0_none",
    recipients: report.recipients?.recipients ?? null,
    sourceKind,
  };
}

/** Whether it may still be as its reporter has allowed things: also where nothing but consent had to say yes. */
export function isStillAllowed(referral: ReferralRecord, allowance: Allowance): boolean {
  const isAgreed = referral.agreed !== null || !["ready", "taken"].includes(referral.state);
  return objectionsTo(referral, allowance).length === 0 && (isAgreed || !needsAgreement(referral, allowance.consent));
}

/** Ends every referral that the new consent does not carry, in the transaction that changes it. */
export function referralsFollow(caseId: CaseId): AfterConsent {
  return async (tx, record, { caseKey, report, sourceKind }) => {
    await lockReferrals(tx, caseId);
    const allowance = allowanceIn(report, sourceKind);
    for (const referral of await openReferrals(tx, caseId, caseKey))
      if (!isStillAllowed(referral, allowance)) await endReferral({ tx, record, caseId, caseKey }, referral, "consent");
  };
}

export interface AtCase {
  readonly tx: Transaction;
  readonly record: Recorder;
  readonly caseId: CaseId;
  readonly caseKey: Secret;
}

/**
 * Not sent at all, or to be asked back. @returns whether it was ended now; false where it had ended already, or somebody
 * was faster
 */
export async function endReferral(at: AtCase, referral: KeptReferral, by: EndedBy): Promise<boolean> {
  const { tx, record, caseId, caseKey } = at;
  const event = endingOf(referral.state);
  if (!event) return false;
  const next = afterEvent(referral.state, event);
  if (!next.ok) return false;
  const state = next.value;
  const after = { ...recordOf(referral), state, ended: { by, on: isoDayOf(now()) } };
  const rewritten = { record: after, ...(dropsContent(state) && { content: null }) };
  if (!(await rewriteReferral(tx, referral, caseKey, rewritten))) return false;
  // The reporter never heard of what was only being prepared.
  if (referral.state !== "prepared")
    await record(
      referralStep(state === "recalled" ? "recalled" : "stopped", caseId, caseKey, { ...after, id: referral.id }),
    );
  return true;
}
