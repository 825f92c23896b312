import { sealedPart } from "#app/features/cases/case-seals.server.ts";
import type { Bytes } from "#app/platform/crypto/bytes.server.ts";
import { openSecretField, sealField } from "#app/platform/crypto/fields.server.ts";
import type { FilePlace } from "#app/platform/crypto/files.server.ts";
import { type Secret, usable, withSubkey } from "#app/platform/crypto/secret.server.ts";
import type { FileHalf, FileRecord } from "./evidence-file.ts";

const COLUMN: Readonly<Record<FileHalf, string>> = { original: "sealed_key", copy: "sealed_copy_key" };
const KEY = "file-key";

/** Original and copy have keys of their own, so that one can be thrown away and the other stays. */
export function sealFileKey(caseKey: Secret, fileId: string, half: FileHalf, key: Secret): Bytes {
  const place = { table: "files", column: COLUMN[half], rowId: fileId };
  return withSubkey(caseKey, KEY, (subkey) => sealField(subkey, place, usable(key)));
}

export function openFileKey(caseKey: Secret, fileId: string, half: FileHalf, sealed: Uint8Array): Secret {
  const place = { table: "files", column: COLUMN[half], rowId: fileId };
  return withSubkey(caseKey, KEY, (subkey) => openSecretField(subkey, place, sealed));
}

export const recordSeal = sealedPart<FileRecord>("files", "sealed", "file-record");

/** Where a stream belongs. A copy put in the place of its original does not open. */
export function placeOf(caseId: string, fileId: string, half: FileHalf): FilePlace {
  return { caseId, fileId: half === "original" ? fileId : `${fileId}/copy` };
}
