import type { Entry } from "#app/features/audit/recorded.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import type { Secret } from "#app/platform/crypto/secret.server.ts";
import type { KeptReferral, ReferralRecord } from "./referral.ts";

type ReporterSees =
  | "asked"
  | "released"
  | "agreed"
  | "refused"
  | "stopped"
  | "taken"
  | "noted"
  | "recalled"
  | "deletion-asked";

/** A step that the reporter reads, with whom it is about and what was bound to. */
export function referralStep(
  verb: ReporterSees,
  caseId: CaseId,
  key: Secret,
  { id, name, kind, tlp, hash, ended }: ReferralRecord & Pick<KeptReferral, "id">,
): Entry {
  const details = { referral: { id, hash, receiver: name, receiverKind: kind, tlp, endedBy: ended?.by ?? null } };
  return { action: `case.referral-${verb}`, subjectId: caseId, caseStep: { caseId, shown: "case", key, details } };
}

/** What the team does before the reporter hears of it. */
export function preparingStep(
  verb: "prepared" | "discarded",
  caseId: CaseId,
  notesKey: Secret,
  { name, kind, hash }: Pick<ReferralRecord, "name" | "kind" | "hash">,
): Entry {
  const details = { referral: { hash, receiver: name, receiverKind: kind } };
  const caseStep = { caseId, shown: "notes", key: notesKey, details } as const;
  return { action: `case.referral-${verb}`, subjectId: caseId, caseStep };
}
