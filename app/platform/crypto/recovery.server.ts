import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { utf8 } from "./bytes.server.ts";
import { sha256 } from "./hash.server.ts";
import { splitHalves, wordsOrText } from "./passphrase.server.ts";
import { randomBytes } from "./random.server.ts";
import { hkdf, type Secret, wipe } from "./secret.server.ts";
import { foldWords, WORDS } from "./words.server.ts";

export interface RecoveryKeys {
  /** proves the sheet and opens nothing; store `hashAuth(auth)` */
  readonly auth: Secret;
  /** opens the user's private key (`openUserKey`) */
  readonly key: Secret;
}

/** Twelve words, 128 random bits with BIP39's checksum. */
export function newRecoverySheet(): string {
  const entropy = randomBytes(16);
  const words = entropyToMnemonic(entropy, [...WORDS]);
  wipe(entropy);
  return words;
}

/** Whether twelve words were copied rightly, so that a page can say "look again" before anything else. */
export function isRecoverySheet(typed: string): boolean {
  return entropyOf(typed) !== null;
}

/**
 * Needs no slow derivation: 128 random bits cannot be guessed. No pepper either, so that a sheet outlives the environment.
 * What is no sheet gives keys that match nothing.
 */
export function deriveRecovery(userId: string, typed: string): RecoveryKeys {
  const entropy = entropyOf(typed) ?? sha256("no sheet", wordsOrText(typed));
  const halves = splitHalves(hkdf(entropy, utf8(userId), "recovery", 64));
  wipe(entropy);
  return { auth: halves.first, key: halves.second };
}

function entropyOf(typed: string): Uint8Array | null {
  const words = foldWords(typed);
  if (words?.split(" ").length !== 12) return null;
  try {
    return mnemonicToEntropy(words, [...WORDS]);
  } catch {
    return null;
  }
}
