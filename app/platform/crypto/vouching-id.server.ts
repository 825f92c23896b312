import { concat } from "./bytes.server.ts";
import { ctx, hmac } from "./hash.server.ts";

const ID_BYTES = 16;

/**
 * An id that vouches for its row: a MAC over what the row says, under a key that is not in the database, in the form of
 * a version-4 UUID (122 bits). A writer to the database can invent a row or change one, and then it does not fit its id.
 * @param kind what the row is, so that an id of one table is worth nothing in another
 * @param parts what is vouched for, always in the same order; what is not there is ""
 */
export function vouchingId(directoryKey: Uint8Array, kind: string, ...parts: readonly string[]): string {
  const bytes = concat(hmac(directoryKey, ctx("vouching-id", kind, ...parts)).subarray(0, ID_BYTES));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
