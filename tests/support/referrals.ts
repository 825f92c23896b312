import { generateIdentity, identityToRecipient } from "age-encryption";
import { unzipSync } from "fflate";
import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { openCaseKey } from "#app/features/cases/case-keys.server.ts";
import type { KeptReferral } from "#app/features/referrals/referral.ts";
import { releaseReferral } from "#app/features/referrals/referral-commands.server.ts";
import type { ReferralForm } from "#app/features/referrals/referral-forms.ts";
import { prepareReferral } from "#app/features/referrals/referral-preparing.server.ts";
import { openReferrals } from "#app/features/referrals/referral-rows.server.ts";
import { decideReferral } from "#app/features/referrals/reporter-commands.server.ts";
import { takeOut } from "#app/features/referrals/taking-out.server.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { openWithIdentity } from "#app/platform/crypto/age.server.ts";

/** Somebody outside, with a key as the stock tool makes it. */
export async function newReceiver() {
  const identity = await generateIdentity();
  return { identity, key: await identityToRecipient(identity) };
}

/** What a coordinator chooses for a lawyer. */
export function aReferral(key: string, choice: Partial<ReferralForm> = {}): ReferralForm {
  return {
    kind: "lawyer",
    name: "Anna Advocate",
    purpose: "To contest the closure.",
    key,
    parts: ["summary", "names", "what", "story"],
    files: [],
    summary: "They have thirty days.",
    language: "en",
    tlp: "tlp_red",
    days: 30,
    ...choice,
  };
}

/** One referral as it lies there. */
export function referralOf(actor: Actor, caseId: CaseId, id: ReferralId): Promise<KeptReferral> {
  return withActor(actor, async (tx) => {
    const all = await openReferrals(tx, caseId, await openCaseKey(actor, tx, caseId));
    return all.find((one) => one.id === id)!;
  });
}

export async function askedReferral(intake: Actor, caseId: CaseId, form: ReferralForm): Promise<ReferralId> {
  const { referralId } = valueFrom(await prepareReferral(intake, caseId, form));
  valueFrom(await releaseReferral(intake, caseId, referralId, { version: 1 }));
  return referralId;
}

export async function agreedReferral(intake: Actor, reporter: Actor, caseId: CaseId, form: ReferralForm) {
  const id = await askedReferral(intake, caseId, form);
  const { version, hash } = await referralOf(reporter, caseId, id);
  valueFrom(await decideReferral(reporter, caseId, id, { version, hash, decision: "agree" }));
  return id;
}

export const take = async (intake: Actor, caseId: CaseId, id: ReferralId) =>
  takeOut(intake, { caseId, id, version: (await referralOf(intake, caseId, id)).version }, {});

/** The receiver opens a bundle: names and bytes of what is in it. */
export async function opened(identity: string, bundle: Uint8Array): Promise<Record<string, Uint8Array>> {
  return unzipSync(await openWithIdentity(identity, bundle));
}
