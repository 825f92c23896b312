import type { Bytes } from "#app/platform/crypto/bytes.server.ts";
import { openSecretField, openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import type { FilePlace } from "#app/platform/crypto/files.server.ts";
import { type Secret, usable, withSubkey } from "#app/platform/crypto/secret.server.ts";
import type { FileRecord } from "./evidence-file.ts";

export type Half = "original" | "copy";
const COLUMN: Readonly<Record<Half, string>> = { original: "sealed_key", copy: "sealed_copy_key" };
const [RECORD, KEY] = ["file-record", "file-key"];

/** Original and copy have keys of their own, so that one can be thrown away and the other stays. */
export function sealFileKey(caseKey: Secret, fileId: string, half: Half, key: Secret): Bytes {
  const place = { table: "files", column: COLUMN[half], rowId: fileId };
  return withSubkey(caseKey, KEY, (subkey) => sealField(subkey, place, usable(key)));
}

export function openFileKey(caseKey: Secret, fileId: string, half: Half, sealed: Uint8Array): Secret {
  const place = { table: "files", column: COLUMN[half], rowId: fileId };
  return withSubkey(caseKey, KEY, (subkey) => openSecretField(subkey, place, sealed));
}

export function sealRecord(caseKey: Secret, fileId: string, record: FileRecord): Bytes {
  return withSubkey(caseKey, RECORD, (subkey) => sealField(subkey, recordPlace(fileId), JSON.stringify(record)));
}

export function openRecord(caseKey: Secret, fileId: string, sealed: Uint8Array): FileRecord {
  return withSubkey(caseKey, RECORD, (subkey) => JSON.parse(openTextField(subkey, recordPlace(fileId), sealed)));
}

const recordPlace = (rowId: string) => ({ table: "files", column: "sealed", rowId });

/** Where a stream belongs. A copy put in the place of its original does not open. */
export function placeOf(caseId: string, fileId: string, half: Half): FilePlace {
  return { caseId, fileId: half === "original" ? fileId : `${fileId}/copy` };
}
