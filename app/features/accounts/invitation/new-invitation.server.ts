import { daysAfter } from "#app/kernel/week.ts";
import { now } from "#app/platform/clock.server.ts";
import { codeSubkey, hashCode, newCode } from "#app/platform/crypto/codes.server.ts";
import { sealField } from "#app/platform/crypto/fields.server.ts";
import { wipe } from "#app/platform/crypto/secret.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { INVITATION_LASTS_DAYS, type InvitationPayload, type InvitationState, type IssuedCode } from "./invitation.ts";
import { invitationIdFor } from "./invitation-voucher.server.ts";

interface InvitationPlace {
  readonly organisationId?: string;
  readonly teamId?: string | null;
  readonly isOwner?: boolean;
}

/** @returns the code and what is printed with it, shown once to whoever invites; only its hash is kept */
export async function insertInvitation(
  tx: Transaction,
  payload: InvitationPayload,
  state: InvitationState,
  place: InvitationPlace,
): Promise<IssuedCode> {
  const code = newCode();
  const { kind, role } = payload;
  const expiresOn = daysAfter(now(), INVITATION_LASTS_DAYS);
  const facts = { kind, role, codeHash: hashCode(code), expiresOn, ...place };
  const id = invitationIdFor(facts);
  const key = codeSubkey(code, "invitation");
  const sealed = sealField(key, payloadPlace(id), JSON.stringify(payload));
  wipe(key);
  await tx.invitation.createMany({ data: { ...facts, id, sealed, state } });
  const where = payload.organisationName ?? payload.teamLabel;
  return { code, kind, role, place: where, expiresOn: expiresOn.toISOString().slice(0, 10) };
}

/** Where the payload lies sealed, under a key from the code. */
export function payloadPlace(rowId: string) {
  return { table: "invitations", column: "sealed", rowId };
}
