/**
 * Everything the chain can record, as noun and verb. `class` is the plain column of an entry: the noun alone, so that
 * the chain tells an outsider how many entries there are of a kind and nothing of what was done.
 */
export const AUDIT_ACTIONS = [
  "installation.set-up",
  "account.joined",
  "account.signed-in",
  "account.signed-out",
  "account.passphrase-changed",
  "account.recovered",
  "account.reset-approved",
  "account.authenticator-renewed",
  "account.hat-changed",
  "account.session-ended",
  "account.locked",
  "account.removed",
  "invitation.made",
  "invitation.proposed",
  "invitation.approved",
  "invitation.withdrawn",
  "key.granted",
  "key.rotated",
  "organisation.invited",
  "organisation.imported",
  "case.submitted",
  "case.imported",
  "case.added-to",
  "case.file-added",
  "case.original-taken",
  "case.original-discarded",
  "case.consent-changed",
  "case.withdrawn",
  "case.erased",
  "case.moved",
  "case.walled",
  "case.urgency-set",
  "case.assessed",
  "case.assigned",
  "case.unassigned",
  "case.noted",
  "case.task-added",
  "case.task-changed",
  "case.task-done",
  "case.task-dropped",
  "case.task-reopened",
  "case.task-handed-over",
  "case.messaged",
  "case.asked",
  "briefing.drafted",
  "briefing.edited",
  "briefing.computed",
  "briefing.sent-to-review",
  "briefing.returned",
  "briefing.approved",
  "briefing.released",
  "briefing.withdrawn",
  "reference.edited",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** The plain class of an entry. */
export function classOf(action: AuditAction): string {
  return action.slice(0, action.indexOf("."));
}
