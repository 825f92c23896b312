import type { Actor } from "#app/access/actor.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { type OnCase, onReferral } from "./at-referral.server.ts";
import { endReferral } from "./consent-follows.server.ts";
import { isExpired, type KeptReferral } from "./referral.ts";
import { needsAgreement, objectionsTo } from "./referral-consent.ts";
import { NO_CONSENT, REFERRAL_CHANGED, REFERRAL_EXPIRED } from "./referral-refusals.ts";
import { recordOf, rewriteReferral } from "./referral-rows.server.ts";
import { preparingStep, referralStep } from "./referral-steps.server.ts";
import { afterEvent } from "./referral-transition.ts";

/**
 * What was prepared is right: the reporter is asked for exactly this, or, where the consent itself says it, it is ready.
 * From here on nothing of it changes any more.
 */
export function releaseReferral(
  actor: Actor,
  caseId: CaseId,
  id: ReferralId,
  { version }: { readonly version: number },
): Promise<Result<null>> {
  return onReferral(actor, caseId, { id, version }, async (at, referral) => {
    if (isExpired(referral, isoDayOf(now()))) return refuse(REFERRAL_EXPIRED);
    if (objectionsTo(referral, at.allowance).length > 0) return refuse(NO_CONSENT);
    const isAsked = needsAgreement(referral, at.allowance.consent);
    const next = afterEvent(referral.state, isAsked ? "ask" : "release");
    if (!next.ok) return next;
    const record = { ...recordOf(referral), state: next.value };
    if (!(await rewriteReferral(at.tx, referral, at.caseKey, { record }))) return refuse(REFERRAL_CHANGED);
    await at.record(referralStep(isAsked ? "asked" : "released", caseId, at.caseKey, { ...record, id }));
    return ok(null);
  });
}

/**
 * Ends it: what was only prepared goes without a trace for its reporter; what was asked for or is ready is stopped; and of
 * what is to be asked back, that its receiver was asked.
 */
export function endByTeam(
  actor: Actor,
  caseId: CaseId,
  id: ReferralId,
  { version }: { readonly version: number },
): Promise<Result<null>> {
  return onReferral(actor, caseId, { id, version }, async (at, referral) => {
    if (referral.state === "prepared") {
      await at.tx.referral.deleteMany({ where: { id, version } });
      await at.record(preparingStep("discarded", caseId, at.notesKey, referral));
      return ok(null);
    }
    if (referral.state === "recalled") return noteDeletionAsked(at, referral);
    if (referral.state === "taken") return refuse(REFERRAL_CHANGED);
    return (await endReferral(at, referral, "team")) ? ok(null) : refuse(REFERRAL_CHANGED);
  });
}

/** That the receiver was asked to delete what they have. */
export async function noteDeletionAsked(at: OnCase, referral: KeptReferral): Promise<Result<null>> {
  if (referral.deletionAskedOn) return refuse(REFERRAL_CHANGED);
  const record = { ...recordOf(referral), deletionAskedOn: isoDayOf(now()) };
  if (!(await rewriteReferral(at.tx, referral, at.caseKey, { record, content: null }))) return refuse(REFERRAL_CHANGED);
  await at.record(referralStep("deletion-asked", at.caseId, at.caseKey, { ...record, id: referral.id }));
  return ok(null);
}
