import { type Bytes, base64UrlOf, fromBase64Url } from "./bytes.server.ts";
import { foldCode } from "./codes.server.ts";
import { grouped } from "./crockford.server.ts";
import { hmac } from "./hash.server.ts";
import { wordsOrText } from "./passphrase.server.ts";
import { hkdf, lockAway, type Secret, wipe, withSubkey } from "./secret.server.ts";
import { deriveSlowly } from "./slow-derivation.server.ts";
import { newWords } from "./words.server.ts";

const NO_SALT = new Uint8Array(0);
const SECRET_BYTES = 32;

/** Four words, 44 bits, on top of the 100 bits of a code: generated, shown once, never stored. */
export function newAnswerWords(): string {
  return newWords(4);
}

/**
 * What a survey's code and its words give together: one slow derivation with the installation's salt. From the code alone
 * nobody gets there, so whoever printed the codes, and whoever holds the database as well, finds neither draft nor answer.
 * @returns 32 bytes as base64url, for the sealed part of a session; everything else comes from it by `openAnswerSecret`
 * @throws TooBusy when too many ask at once
 */
export async function deriveAnswerSecret(code: string, words: string, salt: Uint8Array): Promise<string> {
  const typed = `survey ${foldCode(code) ?? "no code"} ${wordsOrText(words)}`;
  const derived = await deriveSlowly(typed, salt);
  const secret = base64UrlOf(derived);
  wipe(derived);
  return secret;
}

/** The ids of the rows that belong to code and words, and the key of the draft. None leads to another. */
export interface AnswerKeys {
  readonly draftId: string;
  readonly answerId: string;
  readonly key: Secret;
  /** a number to keep as proof of having answered; it stands nowhere */
  readonly receipt: string;
  /** the same for the same text each time, and nothing to anybody else */
  readonly markOf: (text: string) => string;
}

/** Wiped when `use` has ended. */
export async function withAnswerKeys<T>(secret: string, use: (keys: AnswerKeys) => Promise<T>): Promise<T> {
  const derived = lockAway(sized(fromBase64Url(secret)));
  const key = hkdf(derived, NO_SALT, "survey/draft-key", SECRET_BYTES);
  const value = (purpose: string) => withSubkey(derived, `survey/${purpose}`, (sub) => base64UrlOf(sub));
  const keys = {
    draftId: value("draft"),
    answerId: value("answer"),
    key,
    receipt: withSubkey(derived, "survey/receipt", (sub) => grouped(sub)),
    markOf: (text: string) => withSubkey(key, "survey/mark", (sub) => base64UrlOf(hmac(sub, text))),
  };
  wipe(derived);
  try {
    return await use(keys);
  } finally {
    wipe(key);
  }
}

/** @throws RangeError for what is no such secret, which only a bug can bring here */
function sized(bytes: Bytes): Bytes {
  if (bytes.length !== SECRET_BYTES) throw new RangeError("not the secret of a code and its words");
  return bytes;
}
