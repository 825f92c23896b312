import { hatIdFor } from "#app/access/genuine.server.ts";
import type { OpenSession } from "#app/access/session.server.ts";
import { inPersonContext, inSessionContext, write } from "#app/access/session.server.ts";
import { unlessBusy } from "#app/features/accounts/credentials.server.ts";
import {
  accountRow,
  insertAccount,
  type NewAccount,
  newAccount,
  recipientOf,
} from "#app/features/accounts/new-account.server.ts";
import { sealSecondFactor } from "#app/features/accounts/second-factor.server.ts";
import { memberContent, nextStage } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { recordAtDoor } from "#app/features/audit/own-entries.server.ts";
import { groups } from "#app/features/keyring/group-name.ts";
import { createGroup } from "#app/features/keyring/new-groups.server.ts";
import { groupRecipient, wrapObjectKey } from "#app/features/keyring/object-keys.server.ts";
import { PROFILE_KEY } from "#app/features/organisations/new-organisation.server.ts";
import type { UserId } from "#app/kernel/id.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { dayOf } from "#app/kernel/week.ts";
import { now } from "#app/platform/clock.server.ts";
import { fromBase64Url } from "#app/platform/crypto/bytes.server.ts";
import { codeSubkey, hashCode } from "#app/platform/crypto/codes.server.ts";
import { openTextField } from "#app/platform/crypto/fields.server.ts";
import { randomBelow } from "#app/platform/crypto/random.server.ts";
import { keyPairFrom, lockAway, type Secret, wipe } from "#app/platform/crypto/secret.server.ts";
import { verifyTotp } from "#app/platform/crypto/totp.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type InvitationPayload, isGranted } from "./invitation.ts";
import { isGenuineInvitation } from "./invitation-voucher.server.ts";
import { payloadPlace } from "./new-invitation.server.ts";
import { answersMatch, type Redemption, redemptionOn, shelfWith } from "./redemption.ts";
import { grantApprovals } from "./staff-invitation-commands.server.ts";

const NO_SUCH_CODE = refuse({ kind: "invalid", code: "join.code.unknown", fields: { code: "join.code.unknown" } });

/** First step: the code. Unknown, used, expired and not yet approved codes get one answer. */
export async function beginRedemption(before: OpenSession, code: string): Promise<Result<OpenSession>> {
  const at = now();
  const invitation = await inSessionContext((tx) => findRedeemable(tx, code, at));
  if (!invitation) return NO_SUCH_CODE;
  const key = codeSubkey(code, "invitation");
  const text = openTextField(key, payloadPlace(invitation.id), invitation.sealed);
  wipe(key);
  const { userId, keys, ...secrets } = await accountWithFreeHandle();
  const redemption: Redemption = {
    invitationId: invitation.id,
    code,
    userId,
    secrets,
    payload: JSON.parse(text) as InvitationPayload,
    asked: threeOf(secrets.passphrase.split(" ").length),
    confirmed: false,
  };
  const time = at.getTime();
  const content = {
    ...before.content,
    stage: "joining",
    userId: null,
    hatId: null,
    startedAt: time,
    seenAt: time,
  } as const;
  return ok(await nextStage(before, { ...content, shelf: shelfWith(redemption) }, keys.privateKey));
}

/** A colleague's invitation also needs its two approvals here: the state alone is a word that anybody could write. */
async function findRedeemable(tx: Transaction, code: string, at: Date) {
  const invitation = await tx.invitation.findUnique({ where: { codeHash: hashCode(code) } });
  if (invitation?.state !== "open" || invitation.expiresOn < dayOf(at)) return null;
  if (!isGenuineInvitation(invitation)) return null;
  if (invitation.kind === "staff" && !isGranted(await grantApprovals(tx, invitation))) return null;
  return invitation;
}

/** Two may draw the same handle: better to draw again now than to fail when everything is written down. */
async function accountWithFreeHandle(): Promise<NewAccount> {
  for (;;) {
    const account = newAccount();
    const { handle } = account;
    const taken = await inSessionContext((tx) => tx.user.findUnique({ where: { handle }, select: { id: true } }));
    if (!taken) return account;
  }
}

/** Three different places, in order, so that the whole passphrase was written down and not only its start. */
function threeOf(words: number): number[] {
  const places = new Set<number>();
  while (places.size < 3) places.add(randomBelow(words));
  return [...places].sort((a, b) => a - b);
}

/** Second step: three words of the passphrase, from the paper. */
export async function confirmWords(session: OpenSession, answers: readonly string[]): Promise<Result<null>> {
  const redemption = redemptionOn(session.content.shelf);
  if (!redemption) return refuse({ kind: "conflict", code: "join.begin-again" });
  if (!answersMatch(redemption, answers))
    return refuse({ kind: "invalid", code: "join.words.wrong", fields: { words1: "join.words.wrong" } });
  const content = { ...session.content, shelf: shelfWith({ ...redemption, confirmed: true }) };
  await inSessionContext((tx) => write(tx, { ...session, content }));
  return ok(null);
}

/** Third step: a first code from the authenticator app. Only now does the account come to be, all of it at once. */
export async function finishRedemption(session: OpenSession, code: string): Promise<Result<OpenSession>> {
  const redemption = redemptionOn(session.content.shelf);
  if (!redemption?.confirmed || !session.privateKey) return refuse({ kind: "conflict", code: "join.begin-again" });
  const at = now().getTime();
  const step = verifyTotp(redemption.secrets.totpSecret, code, null, at);
  if (step === null)
    return refuse({ kind: "invalid", code: "sign-in.code.wrong", fields: { code: "sign-in.code.wrong" } });
  const account: NewAccount = {
    ...redemption.secrets,
    userId: redemption.userId as UserId,
    keys: keyPairFrom(session.privateKey),
  };
  const factor = { secret: account.totpSecret, lastStep: step };
  const derived = await unlessBusy(accountRow(account));
  if (!derived.ok) return derived;
  const row = {
    ...derived.value,
    sealedSecondFactor: sealSecondFactor(session.privateKey, account.userId, factor),
  };
  const joined = await inPersonContext(account.userId, (tx) => join(tx, account, row, redemption));
  if (!joined.ok) return joined;
  return ok(await nextStage(session, memberContent(account.userId, joined.value, at), session.privateKey));
}

async function join(
  tx: Transaction,
  account: NewAccount,
  row: Awaited<ReturnType<typeof accountRow>>,
  { invitationId, code, payload }: Redemption,
): Promise<Result<string>> {
  const invitation = await tx.invitation.findUnique({ where: { id: invitationId } });
  if (!invitation || !isGenuineInvitation(invitation)) return refuse({ kind: "conflict", code: "join.begin-again" });
  // Whoever turns the state first has redeemed it; a second redeemer of the same code finds nothing to turn.
  const { count } = await tx.invitation.updateMany({
    where: { id: invitationId, codeHash: hashCode(code), state: "open" },
    data: { state: "redeemed", userId: account.userId },
  });
  if (count === 0) return refuse({ kind: "conflict", code: "join.already-used" });
  const { role, teamId, organisationId, isOwner } = invitation;
  await insertAccount(tx, row);
  const hat = { userId: account.userId, role, teamId, organisationId, isOwner };
  const hatId = hatIdFor(hat);
  await tx.hat.createMany({ data: { ...hat, id: hatId } });
  if (organisationId && payload.profileKey)
    await foundOrganisation(tx, account, organisationId, lockAway(fromBase64Url(payload.profileKey)));
  await recordAtDoor(tx, { action: "account.joined", by: account.userId, subjectId: invitationId }, now());
  return ok(hatId);
}

/** The first member makes the organisation's key, and with it the organisation can open what the team knows of it. */
async function foundOrganisation(tx: Transaction, account: NewAccount, organisationId: string, profileKey: Secret) {
  const group = await createGroup(tx, groups.organisation(organisationId), [recipientOf(account)]);
  await wrapObjectKey(tx, "organisation", organisationId, PROFILE_KEY, profileKey, [groupRecipient(group)]);
  await tx.organisation.updateMany({ where: { id: organisationId }, data: { state: "confirmed" } });
  wipe(profileKey);
}
