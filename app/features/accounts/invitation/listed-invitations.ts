import type { Role } from "#app/access/roles.ts";
import type { NamedTeam } from "#app/design-system/content/team-name.tsx";

/** A colleague's role that waits for approvals, or whose code was not used yet. */
export interface Proposal {
  readonly id: string;
  readonly role: Role;
  readonly team: NamedTeam | null;
  /** calendar day, `YYYY-MM-DD` */
  readonly expiresOn: string;
  /** both approvals are there and the code works */
  readonly isOpen: boolean;
  readonly approvedByIntake: boolean;
  readonly approvedByGuardian: boolean;
  readonly approvedByMe: boolean;
}

export interface WaitingInvitation {
  readonly id: string;
  readonly expiresOn: string;
  readonly isOwner: boolean;
}

export interface ListedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly state: "invited" | "confirmed" | "imported";
  /** a code that may still be used */
  readonly invitation: WaitingInvitation | null;
}
