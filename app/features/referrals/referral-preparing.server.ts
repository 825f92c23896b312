import type { Actor } from "#app/access/actor.ts";
import { may } from "#app/access/policy.ts";
import { isUsable } from "#app/features/cases/case-status.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { isReceiverKey } from "#app/platform/crypto/age.server.ts";
import { newId } from "#app/platform/crypto/codes.server.ts";
import { type OnCase, onCase, onReferral } from "./at-referral.server.ts";
import { frozenFiles } from "./frozen-files.server.ts";
import { type ContentFile, MOST_OF_A_CASE, type ReferralContent, type ReferralRecord } from "./referral.ts";
import { type Objection, objectionsTo } from "./referral-consent.ts";
import { frozenContent } from "./referral-content.server.ts";
import type { ReferralForm } from "./referral-forms.ts";
import { NO_REFERRAL, REFERRAL_CHANGED } from "./referral-refusals.ts";
import { contentSeal, hashOf, notesSeal, recordSeal } from "./referral-seals.server.ts";
import { preparingStep } from "./referral-steps.server.ts";

/** Beside which field of the form an objection stands. */
const FIELD: Readonly<Record<Objection, string>> = {
  nobody: "kind",
  parts: "parts",
  originals: "files",
  "not-named": "name",
  tlp: "tlp",
};

/** Freezes what is chosen of a case, for the team to look at: nobody else hears of it yet. */
export function prepareReferral(
  actor: Actor,
  caseId: CaseId,
  form: ReferralForm,
): Promise<Result<{ referralId: ReferralId }>> {
  return withFiles(actor, caseId, form, (files) =>
    onCase(actor, caseId, async (at) => {
      if ((await at.tx.referral.count({ where: { caseId } })) >= MOST_OF_A_CASE)
        return refuse({ kind: "conflict", code: "referrals.too-many" });
      const id = newId<ReferralId>();
      const frozen = freeze(at, id, form, files);
      if (!frozen.ok) return frozen;
      const { record, row } = frozen.value;
      await at.tx.referral.createMany({ data: { id, caseId, version: 1, ...row } });
      await at.record(preparingStep("prepared", caseId, at.notesKey, record));
      return ok({ referralId: id });
    }),
  );
}

/** The same once more, as long as nobody but the team has seen it. */
export function changeReferral(
  actor: Actor,
  caseId: CaseId,
  id: ReferralId,
  { version, form }: { readonly version: number; readonly form: ReferralForm },
): Promise<Result<null>> {
  return withFiles(actor, caseId, form, (files) =>
    onReferral(actor, caseId, { id, version }, async (at, { state }) => {
      if (state !== "prepared") return refuse(REFERRAL_CHANGED);
      const frozen = freeze(at, id, form, files);
      if (!frozen.ok) return frozen;
      const { record, row } = frozen.value;
      await at.tx.referral.updateMany({ where: { id }, data: { version: version + 1, ...row } });
      await at.record(preparingStep("prepared", caseId, at.notesKey, record));
      return ok(null);
    }),
  );
}

/** Files are read outside of the transaction that names them: hashing a copy takes as long as its bytes. */
async function withFiles<T>(
  actor: Actor,
  caseId: CaseId,
  { key, files }: ReferralForm,
  work: (files: readonly ContentFile[]) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!may(actor, "referral.write")) return refuse(NO_REFERRAL);
  if (!(await isReceiverKey(key))) return refuse(invalid("key", "referrals.key.invalid"));
  const frozen = await frozenFiles(actor, caseId, files);
  return frozen.ok ? work(frozen.value) : frozen;
}

function invalid(field: string, message: string) {
  return { kind: "invalid", code: "form.invalid", fields: { [field]: message } } as const;
}

interface Frozen {
  readonly record: ReferralRecord;
  /** as the record and the content lie in their row */
  readonly row: ReturnType<typeof sealedRow>;
}

/** What is chosen, made into what is sent, as the consent allows it at this moment. */
function freeze(at: OnCase, id: ReferralId, form: ReferralForm, files: readonly ContentFile[]): Result<Frozen> {
  const { own, allowance } = at;
  if (!isUsable(own.status)) return refuse({ kind: "conflict", code: "case.ended" });
  const [objection] = objectionsTo(form, allowance);
  if (objection) return refuse(invalid(FIELD[objection], `referrals.objection.${objection}`));
  const madeOn = isoDayOf(now());
  const content = frozenContent(own, form, files, { madeOn, expiresOn: addDays(madeOn, form.days) });
  const record = recordOfNew(form, content);
  return ok({ record, row: sealedRow(at, id, record, content) });
}

function recordOfNew(form: ReferralForm, content: ReferralContent): ReferralRecord {
  const { kind, name, purpose, parts, files, tlp, language } = form;
  const { madeOn, expiresOn } = content;
  return {
    state: "prepared",
    kind,
    name,
    purpose,
    parts,
    files,
    tlp,
    language,
    madeOn,
    expiresOn,
    hash: hashOf(content),
    agreed: null,
    takenOn: [],
    ended: null,
    deletionAskedOn: null,
  };
}

function sealedRow(
  { actor, caseKey, notesKey }: OnCase,
  id: ReferralId,
  record: ReferralRecord,
  content: ReferralContent,
) {
  const notes = { key: content.receiver.key, preparedBy: actor.userId, taken: [] };
  return {
    expiresOn: new Date(record.expiresOn),
    sealed: notesSeal.seal(notesKey, id, notes),
    sealedRecord: recordSeal.seal(caseKey, id, record),
    sealedContent: contentSeal.seal(caseKey, id, content),
  };
}
