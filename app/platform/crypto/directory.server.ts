import { type Bytes, bytesEqual } from "./bytes.server.ts";
import { grouped } from "./crockford.server.ts";
import { ctx, hmac, sha256 } from "./hash.server.ts";
import { hkdf } from "./secret.server.ts";

/**
 * Whose public key this is, vouched for by a key that is not in the database. Checked before every sealing:
 * a writer to the database cannot divert new cases to a key of theirs.
 * @param name such as "team/<id>" or "user/<id>"
 */
export function directoryMac(directoryKey: Uint8Array, name: string, version: number, publicKey: Uint8Array): Bytes {
  return hmac(directoryKey, ctx("directory", name, version), publicKey);
}

export function verifyDirectoryMac(
  directoryKey: Uint8Array,
  name: string,
  version: number,
  publicKey: Uint8Array,
  mac: Uint8Array,
): boolean {
  return bytesEqual(directoryMac(directoryKey, name, version, publicKey), mac);
}

/** 100 bits of a public key in five groups of four, to be compared by eye or read aloud. */
export function fingerprint(publicKey: Uint8Array): string {
  return grouped(sha256(ctx("fingerprint"), publicKey));
}

/** Lets the server notice at start that an environment secret is not the one the data was made with. 16 bytes, safe to store. */
export function keyCheckValue(environmentKey: Uint8Array, name: string): Bytes {
  return hkdf(environmentKey, new Uint8Array(0), `check/${name}`, 16).slice();
}
