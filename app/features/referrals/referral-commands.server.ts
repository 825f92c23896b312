import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { openCaseKey, openNotesKey } from "#app/features/cases/case-keys.server.ts";
import { openOwnCase } from "#app/features/cases/case-queries.server.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import { countWrite } from "#app/features/cases/write-limit.server.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { isReceiverKey } from "#app/platform/crypto/age.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { type AtCase, allowanceIn, endReferral } from "./consent-follows.server.ts";
import { frozenFiles } from "./frozen-files.server.ts";
import {
  type ContentFile,
  isExpired,
  type KeptReferral,
  MOST_OF_A_CASE,
  type ReferralContent,
  type ReferralRecord,
} from "./referral.ts";
import { needsAgreement, type Objection, objectionsTo } from "./referral-consent.ts";
import { frozenContent } from "./referral-content.server.ts";
import type { ReferralForm } from "./referral-forms.ts";
import { findReferral, lockReferrals, recordOf, rewriteReferral } from "./referral-rows.server.ts";
import { contentSeal, hashOf, notesSeal, recordSeal } from "./referral-seals.server.ts";
import { preparingStep, referralStep } from "./referral-steps.server.ts";
import { afterEvent } from "./referral-transition.ts";

const NONE = { kind: "not-found", code: "referrals.none" } as const;
const CHANGED = { kind: "conflict", code: "referrals.changed-meanwhile" } as const;

/** Beside which field of the form an objection stands. */
const FIELD: Readonly<Record<Objection, string>> = {
  nobody: "kind",
  parts: "parts",
  originals: "files",
  "not-named": "name",
  tlp: "tlp",
};

/** Freezes what is chosen of a case, for the team to look at: nobody else hears of it yet. */
export async function prepareReferral(
  actor: Actor,
  caseId: CaseId,
  form: ReferralForm,
): Promise<Result<{ referralId: ReferralId }>> {
  return withFiles(actor, caseId, form, (files) =>
    onCase(actor, caseId, async (at) => {
      if ((await at.tx.referral.count({ where: { caseId } })) >= MOST_OF_A_CASE)
        return refuse({ kind: "conflict", code: "referrals.too-many" });
      const frozen = await freeze(at, form, files);
      if (!frozen.ok) return frozen;
      const id = newId<ReferralId>();
      const { record, content, row } = sealedBy(at, id, form, frozen.value);
      const sealedContent = contentSeal.seal(at.caseKey, id, content);
      await at.tx.referral.createMany({ data: [{ id, caseId, version: 1, ...row, sealedContent }] });
      await at.record(preparingStep("prepared", caseId, at.notesKey, record));
      return ok({ referralId: id });
    }),
  );
}

/** The same once more, as long as nobody but the team has seen it. */
export async function changeReferral(
  actor: Actor,
  caseId: CaseId,
  id: ReferralId,
  { version, form }: { readonly version: number; readonly form: ReferralForm },
): Promise<Result<null>> {
  return withFiles(actor, caseId, form, (files) =>
    onCase(actor, caseId, async (at) => {
      const before = await findReferral(at.tx, caseId, id, at.caseKey);
      if (!before) return refuse(NONE);
      if (before.state !== "prepared") return refuse(CHANGED);
      const frozen = await freeze(at, form, files);
      if (!frozen.ok) return frozen;
      const { record, content, row } = sealedBy(at, id, form, frozen.value);
      const sealedContent = contentSeal.seal(at.caseKey, id, content);
      const data = { version: version + 1, ...row, sealedContent };
      const { count } = await at.tx.referral.updateMany({ where: { id, version }, data });
      if (count === 0) return refuse(CHANGED);
      await at.record(preparingStep("prepared", caseId, at.notesKey, record));
      return ok(null);
    }),
  );
}

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
    if (isExpired(referral, isoDayOf(now()))) return refuse({ kind: "conflict", code: "referrals.expired" });
    const { consent } = at.allowance;
    if (objectionsTo(referral, at.allowance).length > 0)
      return refuse({ kind: "conflict", code: "referrals.no-consent" });
    const isAsked = needsAgreement(referral, consent);
    const next = afterEvent(referral.state, isAsked ? "ask" : "release");
    if (!next.ok) return next;
    const record = { ...recordOf(referral), state: next.value };
    if (!(await rewriteReferral(at.tx, referral, at.caseKey, { record }))) return refuse(CHANGED);
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
    if (referral.state === "taken") return refuse(CHANGED);
    return (await endReferral(at, referral, "team")) ? ok(null) : refuse(CHANGED);
  });
}

async function noteDeletionAsked(at: OnCase, referral: KeptReferral): Promise<Result<null>> {
  if (referral.deletionAskedOn) return refuse(CHANGED);
  const record = { ...recordOf(referral), deletionAskedOn: isoDayOf(now()) };
  if (!(await rewriteReferral(at.tx, referral, at.caseKey, { record, content: null }))) return refuse(CHANGED);
  await at.record(referralStep("deletion-asked", at.caseId, at.caseKey, { ...record, id: referral.id }));
  return ok(null);
}

async function withFiles<T>(
  actor: Actor,
  caseId: CaseId,
  { key, files }: ReferralForm,
  work: (files: readonly ContentFile[]) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!may(actor, "referral.write")) return refuse(NONE);
  if (!(await isReceiverKey(key))) return refuse(invalid("key", "referrals.key.invalid"));
  const frozen = await frozenFiles(actor, caseId, files);
  return frozen.ok ? work(frozen.value) : frozen;
}

function invalid(field: string, message: string) {
  return { kind: "invalid", code: "form.invalid", fields: { [field]: message } } as const;
}

export interface OnCase extends AtCase {
  readonly actor: Actor;
  readonly notesKey: AtCase["caseKey"];
  readonly allowance: ReturnType<typeof allowanceIn>;
  readonly own: NonNullable<Awaited<ReturnType<typeof openOwnCase>>>;
}

/** With the case open, its consent as it is at this moment, and nobody else at its referrals. */
export function onCase<T>(actor: Actor, caseId: CaseId, work: (at: OnCase) => Promise<Result<T>>): Promise<Result<T>> {
  return recorded<T>(actor, async (tx, record) => {
    if (!may(actor, "referral.write")) return refuse(NONE);
    const counted = countWrite(actor, caseId);
    if (!counted.ok) return counted;
    await lockReferrals(tx, caseId);
    const own = await openOwnCase(actor, tx, caseId);
    if (!own) return refuse({ kind: "not-found", code: "case.none" });
    const [caseKey, notesKey] = [await openCaseKey(actor, tx, caseId), await openNotesKey(actor, tx, caseId)];
    const allowance = allowanceIn(own.body.report, own.copy.facts.sourceKind);
    return work({ actor, tx, record, caseId, caseKey, notesKey, allowance, own });
  });
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
    if (!referral) return refuse(NONE);
    return referral.version === version ? work(at, referral) : refuse(CHANGED);
  });
}

async function freeze(
  { own, allowance }: OnCase,
  form: ReferralForm,
  files: readonly ContentFile[],
): Promise<Result<ReferralContent>> {
  if (!isUsable(own.status)) return refuse({ kind: "conflict", code: "case.ended" });
  const [objection] = objectionsTo(form, allowance);
  if (objection) return refuse(invalid(FIELD[objection], `referrals.objection.${objection}`));
  const madeOn = isoDayOf(now());
  return ok(frozenContent(own, form, files, { madeOn, expiresOn: addDays(madeOn, form.days) }));
}

function sealedBy({ actor, caseKey, notesKey }: OnCase, id: string, form: ReferralForm, content: ReferralContent) {
  const { kind, name, purpose, parts, files, tlp, language, key } = form;
  const { madeOn, expiresOn } = content;
  const record: ReferralRecord = {
    ...{ state: "prepared", kind, name, purpose, parts, files, tlp, language, madeOn, expiresOn },
    ...{ hash: hashOf(content), agreed: null, takenOn: [], ended: null, deletionAskedOn: null },
  };
  const row = {
    expiresOn: new Date(expiresOn),
    sealed: notesSeal.seal(notesKey, id, { key, preparedBy: actor.userId, taken: [] }),
    sealedRecord: recordSeal.seal(caseKey, id, record),
  };
  return { record, content, row };
}
