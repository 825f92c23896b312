import { type Bytes, base64UrlOf, utf8 } from "./bytes.server.ts";
import { foldGrouped, grouped } from "./crockford.server.ts";
import { ctx, sha256 } from "./hash.server.ts";
import { randomBytes } from "./random.server.ts";
import { hkdf, type Secret, wipe } from "./secret.server.ts";

export { newHandle } from "./handles.server.ts";
export { newId } from "./random.server.ts";

/** An invitation's or survey's code: 100 random bits as XXXX-XXXX-XXXX-XXXX-XXXX. */
export function newCode(): string {
  return grouped(randomBytes(13));
}

/** What was typed, in the code's one form. @returns null where it cannot be a code */
export function foldCode(typed: string): string | null {
  return foldGrouped(typed);
}

/** What a row stores to find an invitation by. 100 bits need no slow hash. What is no code gives a hash that no row has. */
export function hashCode(typed: string): Bytes {
  return sha256(ctx("code", canonical(typed)));
}

/** A key only the holder of the code can make. */
export function codeSubkey(typed: string, purpose: string): Secret {
  return hkdf(utf8(canonical(typed)), new Uint8Array(0), `code/${purpose}`, 32);
}

/** One of several values of a code, such as "valid", "answer", "participation": nobody can link two of them without the code. */
export function codeValue(typed: string, purpose: string): string {
  const value = codeSubkey(typed, purpose);
  const text = base64UrlOf(value);
  wipe(value);
  return text;
}

function canonical(typed: string): string {
  return foldGrouped(typed) ?? `no code: ${typed.slice(0, 200)}`;
}
