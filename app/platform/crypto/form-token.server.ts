import { base64UrlOf, bytesEqual, concat, fromBase64Url } from "./bytes.server.ts";
import { ctx, hmac } from "./hash.server.ts";
import { randomBytes } from "./random.server.ts";

const PART_BYTES = 16;

/** For which of the two the token was made. `person` alone lets a form be finished after signing in again. */
export interface FormTokenHolds {
  readonly session: boolean;
  readonly person: boolean;
}

/**
 * The hidden value of each form: `nonce(16) ‖ HMAC(session)(16) ‖ HMAC(person)(16)`, base64url.
 * The nonce makes each form's value its own, so that sending it twice can be noticed.
 */
export function newFormToken(formKey: Uint8Array, sessionId: string, personId: string | null): string {
  const nonce = randomBytes(PART_BYTES);
  // Without a person the last part is noise: it has the same look, and fits nobody.
  const person = personId === null ? randomBytes(PART_BYTES) : tag(formKey, nonce, "form-person", personId);
  return base64UrlOf(concat(nonce, tag(formKey, nonce, "form-session", sessionId), person));
}

/** Never throws: what is no token holds for nobody. */
export function verifyFormToken(
  formKey: Uint8Array,
  token: string,
  sessionId: string,
  personId: string | null,
): FormTokenHolds {
  const bytes = fromBase64Url(token);
  // The text must be the one form of its bytes: otherwise one token could be sent in many spellings.
  if (bytes.length !== 3 * PART_BYTES || base64UrlOf(bytes) !== token) return { session: false, person: false };
  const nonce = bytes.subarray(0, PART_BYTES);
  return {
    session: bytesEqual(bytes.subarray(PART_BYTES, 2 * PART_BYTES), tag(formKey, nonce, "form-session", sessionId)),
    person:
      personId !== null && bytesEqual(bytes.subarray(2 * PART_BYTES), tag(formKey, nonce, "form-person", personId)),
  };
}

function tag(formKey: Uint8Array, nonce: Uint8Array, purpose: string, id: string): Uint8Array {
  return hmac(formKey, nonce, ctx(purpose, id)).subarray(0, PART_BYTES);
}
