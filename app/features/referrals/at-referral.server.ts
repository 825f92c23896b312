import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey, openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { type Result, refuse } from "#app/kernel/result.ts";
import { type AtCase, allowanceIn } from "./consent-follows.server.ts";
import type { KeptReferral } from "./referral.ts";
import { NO_REFERRAL, REFERRAL_CHANGED } from "./referral-refusals.ts";
import { findReferral, lockReferrals } from "./referral-rows.server.ts";

/** What every command of the team stands on. */
export interface OnCase extends AtCase {
  readonly actor: Actor;
  readonly notesKey: AtCase["caseKey"];
  readonly allowance: ReturnType<typeof allowanceIn>;
  readonly own: NonNullable<Awaited<ReturnType<typeof openOwnCase>>>;
}

/** With the case open, its consent as it is at this moment, and nobody else at its referrals. */
export function onCase<T>(actor: Actor, caseId: CaseId, work: (at: OnCase) => Promise<Result<T>>): Promise<Result<T>> {
  return recorded<T>(actor, async (tx, record) => {
    if (!may(actor, "referral.write")) return refuse(NO_REFERRAL);
    const counted = countWrite(actor, caseId);
    if (!counted.ok) return counted;
    await lockReferrals(tx, caseId);
    const at = await openAt(actor, { tx, record, caseId });
    return at ? work(at) : refuse({ kind: "not-found", code: "case.none" });
  });
}

/** The case as it is now, for who holds it already. @returns null where it is not there, or out of reach */
export async function openAt(
  actor: Actor,
  { tx, record, caseId }: Pick<AtCase, "tx" | "record" | "caseId">,
): Promise<OnCase | null> {
  const own = await openOwnCase(actor, tx, caseId);
  if (!own) return null;
  const caseKey = await openCaseKey(actor, tx, caseId);
  const notesKey = await openNotesKey(actor, tx, caseId);
  const allowance = allowanceIn(own.body.report, own.copy.facts.sourceKind);
  return { actor, tx, record, caseId, caseKey, notesKey, allowance, own };
}

/** The same with one referral of it, as the page has shown it. */
export function onReferral<T>(
  actor: Actor,
  caseId: CaseId,
  { id, version }: { readonly id: ReferralId; readonly version: number },
  work: (at: OnCase, referral: KeptReferral) => Promise<Result<T>>,
): Promise<Result<T>> {
  return onCase(actor, caseId, async (at) => {
    const referral = await findReferral(at.tx, caseId, id, at.caseKey);
    if (!referral) return refuse(NO_REFERRAL);
    return referral.version === version ? work(at, referral) : refuse(REFERRAL_CHANGED);
  });
}
