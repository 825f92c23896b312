import { base64UrlOf } from "#app/platform/crypto/bytes.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";

/** What an invitation gives, to whoever has its code. Never changes; only its state does. */
interface InvitationFacts {
  readonly kind: string;
  readonly codeHash: Uint8Array;
  readonly role: string;
  readonly teamId?: string | null;
  readonly organisationId?: string | null;
  readonly isOwner?: boolean;
  readonly expiresOn: Date;
}

/** The id of a new invitation, which vouches for all that it gives. */
export function invitationIdFor(facts: InvitationFacts): string {
  const { kind, codeHash, role, teamId, organisationId, isOwner, expiresOn } = facts;
  const place = [teamId ?? "", organisationId ?? "", isOwner ? "owner" : ""];
  const day = expiresOn.toISOString().slice(0, 10);
  return vouchingId(directoryKey(), "invitation", kind, base64UrlOf(codeHash), role, ...place, day);
}

/** Whether the product itself made this invitation, and nobody changed what it gives. */
export function isGenuineInvitation(invitation: InvitationFacts & { readonly id: string }): boolean {
  return invitation.id === invitationIdFor(invitation);
}
