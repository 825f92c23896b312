import type { WaitingInvitation } from "#app/features/accounts/invitation/listed-invitations.ts";

export interface Member {
  readonly id: string;
  readonly handle: string;
  readonly isOwner: boolean;
  readonly isSelf: boolean;
  readonly isLocked: boolean;
  /** false until an owner's session has sealed the organisation's key to a newcomer */
  readonly hasKey: boolean;
}

export interface OwnOrganisation {
  readonly name: string;
  readonly members: readonly Member[];
  readonly invitations: readonly WaitingInvitation[];
}
