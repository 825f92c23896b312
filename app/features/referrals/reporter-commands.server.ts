import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import { openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { type AtCase, allowanceIn, endReferral } from "./consent-follows.server.ts";
import { isExpired, type KeptReferral } from "./referral.ts";
import { type Allowance, objectionsTo } from "./referral-consent.ts";
import type { Decision } from "./referral-forms.ts";
import { NO_CONSENT, NO_REFERRAL, REFERRAL_CHANGED, REFERRAL_EXPIRED } from "./referral-refusals.ts";
import { findReferral, lockReferrals, recordOf, rewriteReferral } from "./referral-rows.server.ts";
import { hashOf } from "./referral-seals.server.ts";
import { referralStep } from "./referral-steps.server.ts";
import { afterEvent, dropsContent } from "./referral-transition.ts";

interface Word {
  readonly version: number;
  /** of the content that was on the page */
  readonly hash: string;
  readonly decision: Decision;
}

/** The reporter's word on one referral: yes to exactly this, no, or no more. Taking back never waits. */
export function decideReferral(
  actor: Actor,
  caseId: CaseId,
  id: ReferralId,
  { version, hash, decision }: Word,
): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    if (!may(actor, "own-referral.decide")) return refuse(NO_REFERRAL);
    const counted = decision === "agree" ? countWrite(actor, caseId) : ok(null);
    if (!counted.ok) return counted;
    await lockReferrals(tx, caseId);
    const own = await openOwnCase(actor, tx, caseId);
    if (!own) return refuse({ kind: "not-found", code: "case.none" });
    const caseKey = await openCaseKey(actor, tx, caseId);
    const referral = await findReferral(tx, caseId, id, caseKey);
    if (!referral || referral.state === "prepared") return refuse(NO_REFERRAL);
    const at = { tx, record, caseId, caseKey };
    // An older page may still say no: it is about the same content, for a content never changes once it is shown.
    if (decision === "object")
      return (await endReferral(at, referral, "reporter")) ? ok(null) : refuse(REFERRAL_CHANGED);
    if (referral.version !== version) return refuse(REFERRAL_CHANGED);
    if (decision === "refuse") return answer(at, referral, "refuse");
    const objection = whyNotAgreed(referral, hash, allowanceIn(own.body.report, own.copy.facts.sourceKind));
    return objection ? refuse(objection) : answer(at, referral, "agree");
  });
}

/** Their consent can have become narrower since they were asked: then it is that which has to be changed first. */
function whyNotAgreed(referral: KeptReferral, hash: string, allowance: Allowance): Refusal | null {
  const { content } = referral;
  if (!content || isExpired(referral, isoDayOf(now()))) return REFERRAL_EXPIRED;
  if (hashOf(content) !== hash) return REFERRAL_CHANGED;
  return objectionsTo(referral, allowance).length > 0 ? NO_CONSENT : null;
}

async function answer(at: AtCase, referral: KeptReferral, event: "agree" | "refuse"): Promise<Result<null>> {
  const next = afterEvent(referral.state, event);
  if (!next.ok) return next;
  const on = isoDayOf(now());
  const isAgreed = event === "agree";
  const record = {
    ...recordOf(referral),
    state: next.value,
    ...(isAgreed ? { agreed: { hash: referral.hash, on } } : { ended: { by: "reporter", on } as const }),
  };
  const content = dropsContent(next.value) ? { content: null } : {};
  if (!(await rewriteReferral(at.tx, referral, at.caseKey, { record, ...content }))) return refuse(REFERRAL_CHANGED);
  await at.record(referralStep(isAgreed ? "agreed" : "refused", at.caseId, at.caseKey, { ...record, id: referral.id }));
  return ok(null);
}
