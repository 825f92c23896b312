import { ok, type Result, refuse } from "#app/kernel/result.ts";
import { bytesEqual } from "#app/platform/crypto/bytes.server.ts";
import { TooBusy } from "#app/platform/crypto/errors.server.ts";
import { derivePassphrase, hashAuth, newSalt } from "#app/platform/crypto/passphrase.server.ts";
import { deriveRecovery } from "#app/platform/crypto/recovery.server.ts";
import { type Secret, wipe } from "#app/platform/crypto/secret.server.ts";
import { openUserKey, sealUserKey } from "#app/platform/crypto/user-keys.server.ts";
import { pepper } from "#app/platform/instance-secrets.server.ts";

/** What a row keeps of a passphrase: a salt, a proof, and the private key under the half that is not kept. */
export async function passphraseColumns(userId: string, passphrase: string, privateKey: Secret, keyVersion: number) {
  const passphraseSalt = newSalt();
  const { auth, kek } = await derivePassphrase(userId, passphrase, passphraseSalt, pepper());
  const columns = {
    passphraseSalt,
    authHash: hashAuth(auth),
    sealedByPassphrase: sealUserKey(kek, userId, keyVersion, privateKey),
  };
  wipe(auth);
  wipe(kek);
  return columns;
}

/** The same for a recovery sheet, which needs neither salt nor slow derivation. */
export function recoveryColumns(userId: string, sheet: string, privateKey: Secret, keyVersion: number) {
  const { auth, key } = deriveRecovery(userId, sheet);
  const columns = {
    recoveryAuthHash: hashAuth(auth),
    sealedByRecovery: sealUserKey(key, userId, keyVersion, privateKey),
  };
  wipe(auth);
  wipe(key);
  return columns;
}

interface PassphraseRow {
  readonly id: string;
  readonly keyVersion: number;
  readonly passphraseSalt: Uint8Array;
  readonly authHash: Uint8Array;
  readonly sealedByPassphrase: Uint8Array;
}

/**
 * The private key, where the passphrase is the row's; null where it is not. Same work either way.
 * @throws TooBusy when too many derive at once
 */
export async function openByPassphrase(row: PassphraseRow, passphrase: string): Promise<Secret | null> {
  const { auth, kek } = await derivePassphrase(row.id, passphrase, row.passphraseSalt, pepper());
  try {
    if (!bytesEqual(hashAuth(auth), row.authHash)) return null;
    return openUserKey(kek, row.id, row.keyVersion, row.sealedByPassphrase);
  } finally {
    wipe(auth);
    wipe(kek);
  }
}

const BUSY = refuse({ kind: "busy", code: "busy", retryAfterSeconds: 10 });

/** Slow derivations wait in a short queue; when it is full, the answer is an ordinary one: try again in a moment. */
export async function unlessBusy<T>(derive: Promise<T>): Promise<Result<T>> {
  try {
    return ok(await derive);
  } catch (error) {
    if (error instanceof TooBusy) return BUSY;
    throw error;
  }
}

interface RecoveryRow {
  readonly id: string;
  readonly keyVersion: number;
  readonly recoveryAuthHash: Uint8Array;
  readonly sealedByRecovery: Uint8Array;
}

/** The private key, where the sheet is the row's; null where it is not. Needs no slow derivation: a sheet is random. */
export function openBySheet(row: RecoveryRow, sheet: string): Secret | null {
  const { auth, key } = deriveRecovery(row.id, sheet);
  try {
    if (!bytesEqual(hashAuth(auth), row.recoveryAuthHash)) return null;
    return openUserKey(key, row.id, row.keyVersion, row.sealedByRecovery);
  } finally {
    wipe(auth);
    wipe(key);
  }
}
