import type { Bytes } from "#app/platform/crypto/bytes.server.ts";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { type Secret, withSubkey } from "#app/platform/crypto/secret.server.ts";
import type { Assessment, CaseBody, ReportedCopy } from "./case-record.ts";

/** What is sealed in a case, where it lies and under which subkey: the one place where the three meet. */
export interface SealedPart<Value> {
  seal(key: Secret, rowId: string, value: Value): Bytes;
  open(key: Secret, rowId: string, sealed: Uint8Array): Value;
}

/** Also for rooms that keep something of their own under a case's key. */
export function sealedPart<Value>(table: string, column: string, purpose: string): SealedPart<Value> {
  const place = (rowId: string) => ({ table, column, rowId });
  return {
    seal: (key, rowId, value) =>
      withSubkey(key, purpose, (subkey) => sealField(subkey, place(rowId), JSON.stringify(value))),
    open: (key, rowId, sealed) =>
      withSubkey(key, purpose, (subkey) => JSON.parse(openTextField(subkey, place(rowId), sealed)) as Value),
  };
}

export const body = sealedPart<CaseBody>("cases", "sealed_body", "case-body");
export const reported = sealedPart<ReportedCopy>("cases", "sealed_facets", "case-facets");
export const assessment = sealedPart<Assessment>("case_assessments", "sealed", "case-assessment");
