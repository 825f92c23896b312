import { userKeyName } from "#app/access/genuine.server.ts";
import { verifyDirectoryMac } from "#app/platform/crypto/directory.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { directoryKey } from "#app/platform/instance-secrets.server.ts";
import { DirectoryTampered } from "./group-keys.server.ts";
import type { RecipientKey } from "./object-keys.server.ts";

/** A person's public key as a recipient, its seal in the directory verified. */
export async function userRecipient(tx: Transaction, userId: string): Promise<RecipientKey> {
  const row = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { publicKey: true, publicKeyMac: true, keyVersion: true },
  });
  if (!verifyDirectoryMac(directoryKey(), userKeyName(userId), row.keyVersion, row.publicKey, row.publicKeyMac))
    throw new DirectoryTampered();
  return { kind: "user", id: userId, version: row.keyVersion, publicKey: row.publicKey };
}
