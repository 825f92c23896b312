import { utf8 } from "#app/platform/crypto/bytes.server.ts";
import { sha256Hex } from "#app/platform/crypto/hash.server.ts";

/** By which codes find their text again. It lies under the wave's key and in memory alone: whoever knows a text can make it. */
export function textMark(question: string, text: string): string {
  return sha256Hex(utf8(`${question}\n${text}`)).slice(0, 32);
}
