import { openInto, plainSize, seal } from "./aead.server.ts";
import { type Bytes, base64UrlOf, fromBase64Url } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";
import { ctx, sha256 } from "./hash.server.ts";
import { pad, unpad } from "./padding.server.ts";
import { randomToken } from "./random.server.ts";
import { lockAway, newSecret, type Secret, subkey, wipe } from "./secret.server.ts";

const TOKEN_BYTES = 32;

/** The cookie's value: 256 random bits. The row cannot be opened without it, and it opens nothing without the row. */
export function newSessionToken(): string {
  return randomToken();
}

/** SHA-256("sid" ‖ token). A cookie that is no token gives an id that no row has. */
export function sessionRowId(token: string): string {
  return base64UrlOf(sha256("sid", fromBase64Url(token)));
}

/** The session's content under a key from the token. @param userId null for a session without a person */
export function sealSession(token: string, rowId: string, userId: string | null, content: Uint8Array): Bytes {
  const key = sessionKey(token);
  const padded = pad(content);
  const sealed = seal(key, ctx("session", rowId, userId ?? ""), padded);
  wipe(padded);
  wipe(key);
  return sealed;
}

/** @throws SealBroken where token, row, user or bytes are not those of the sealing */
export function openSession(token: string, rowId: string, userId: string | null, sealed: Uint8Array): Secret {
  const key = sessionKey(token);
  try {
    return unpad(openInto(key, ctx("session", rowId, userId ?? ""), sealed, newSecret(plainSize(sealed))));
  } finally {
    wipe(key);
  }
}

/** A key from the token for another purpose within the session, such as "submission" or "form". @throws SealBroken where it is no token */
export function sessionSubkey(token: string, purpose: string): Secret {
  const raw = fromBase64Url(token);
  if (raw.length !== TOKEN_BYTES) throw new SealBroken();
  const locked = lockAway(raw);
  const key = subkey(locked, purpose);
  wipe(locked);
  return key;
}

function sessionKey(token: string): Secret {
  return sessionSubkey(token, "session");
}
