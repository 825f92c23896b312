import { userKeyName } from "#app/access/genuine.server.ts";
import type { RecipientKey } from "#app/features/keyring/object-keys.server.ts";
import type { UserId } from "#app/kernel/id.ts";
import { newHandle, newId } from "#app/platform/crypto/codes.server.ts";
import { directoryMac } from "#app/platform/crypto/directory.server.ts";
import { newPassphrase } from "#app/platform/crypto/passphrase.server.ts";
import { newRecoverySheet } from "#app/platform/crypto/recovery.server.ts";
import { type KeyPair, newKeyPair } from "#app/platform/crypto/secret.server.ts";
import { newTotpSecret } from "#app/platform/crypto/totp.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import { passphraseColumns, recoveryColumns } from "./credentials.server.ts";
import { sealSecondFactor } from "./second-factor.server.ts";

/** What a newcomer is shown once and keeps on paper or in an app. */
export interface AccountSecrets {
  readonly handle: string;
  /** seven words */
  readonly passphrase: string;
  /** twelve words, the recovery sheet */
  readonly sheet: string;
  /** base32, for an authenticator app */
  readonly totpSecret: string;
}

export interface NewAccount extends AccountSecrets {
  readonly userId: UserId;
  readonly keys: KeyPair;
}

/** A person's secrets and key pair; nothing is stored yet. */
export function newAccount(): NewAccount {
  return {
    userId: newId() as UserId,
    handle: newHandle(),
    passphrase: newPassphrase(),
    sheet: newRecoverySheet(),
    totpSecret: newTotpSecret(),
    keys: newKeyPair(),
  };
}

/**
 * The stored form of an account, in which no secret can be read. Derives twice with Argon2: call it before the
 * transaction, not in it.
 */
export async function accountRow(account: NewAccount) {
  const { userId, handle, keys } = account;
  const { publicKey, privateKey } = keys;
  return {
    id: userId,
    handle,
    state: "active",
    publicKey,
    publicKeyMac: directoryMac(directoryKey(), userKeyName(userId), FIRST_KEY, publicKey),
    keyVersion: FIRST_KEY,
    ...(await passphraseColumns(userId, account.passphrase, privateKey, FIRST_KEY)),
    ...recoveryColumns(userId, account.sheet, privateKey, FIRST_KEY),
    sealedSecondFactor: sealSecondFactor(privateKey, userId, { secret: account.totpSecret, lastStep: 0 }),
  };
}

export type AccountRow = Awaited<ReturnType<typeof accountRow>>;

export const FIRST_KEY = 1;

/** The account alone; its hat and keys follow in the same transaction. */
export function insertAccount(tx: Transaction, row: AccountRow) {
  return tx.user.createMany({ data: row });
}

export function recipientOf({ userId, keys }: NewAccount): RecipientKey {
  return { kind: "user", id: userId, version: FIRST_KEY, publicKey: keys.publicKey };
}
