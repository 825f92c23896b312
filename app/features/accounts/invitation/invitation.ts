import type { Role } from "#app/access/roles.ts";

/** A way in for one person, once. `organisation` brings its first member, `member` a further one, `staff` a colleague. */
export type InvitationKind = "organisation" | "member" | "staff";

/** `proposed` waits for two approvals (staff only); `open` may be redeemed; `redeemed` was; `withdrawn` never will be. */
export type InvitationState = "proposed" | "open" | "redeemed" | "withdrawn";

export const INVITATION_LASTS_DAYS = 7;

/** A new code on its way to paper: on the sealed shelf of whoever made it, until they say that they have it. */
export interface IssuedCode {
  readonly code: string;
  readonly kind: InvitationKind;
  readonly role: Role;
  /** the organisation's name, or the team's label; null where neither applies */
  readonly place: string | null;
  /** last day it works, `YYYY-MM-DD` */
  readonly expiresOn: string;
}

/** What a newcomer learns from the code before there is an account. Sealed under a key from the code. */
export interface InvitationPayload {
  readonly kind: InvitationKind;
  readonly role: Role;
  readonly teamLabel: string | null;
  readonly organisationName: string | null;
  /** base64url of the key of the organisation's profile; its first member's session wraps it to the organisation */
  readonly profileKey: string | null;
}

/** What is granted when a staff invitation is approved. Its hash is what two people approve. */
export function grantText(invitation: { id: string; role: string; teamId: string | null }): string {
  return JSON.stringify([invitation.id, invitation.role, invitation.teamId]);
}

/** What the approvals of an invitation are about, as their rows name it. */
export function grantSubject(invitationId: string): string {
  return `grant/${invitationId}`;
}

interface Approval {
  readonly userId: string;
  readonly role: Role;
}

/** One guardian and one intake coordinator, two persons: hats do not count, people do. Source: decision 2. */
export function isGranted(approvals: readonly Approval[]): boolean {
  const guardians = approvals.filter(({ role }) => role === "guardian");
  const coordinators = approvals.filter(({ role }) => role === "intake");
  return guardians.some((one) => coordinators.some((other) => other.userId !== one.userId));
}
