// Text stays text: letters, ends of lines, nothing that steers a reader or hides in it.
// @ts-check
import { NoCopy } from "./findings.mjs";

/**
 * @param {Uint8Array} bytes
 * @param {import("./findings.mjs").Findings} findings
 */
export async function clean(bytes, findings) {
  return { copy: Buffer.from(visible(lettersIn(bytes), findings)), clean: "txt" };
}

/** Without letters that are certain there is no copy: a wrong guess would put words into somebody's mouth. */
export function lettersIn(/** @type {Uint8Array} */ bytes) {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  if (!marked && bytes.includes(0)) throw new NoCopy("differs_from_name");
  try {
    return new TextDecoder(marked ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new NoCopy("unknown_letters");
  }
}

// Control characters; overrides and embeddings of direction; letters without width, which can mark a copy so that whoever
// passes it on is found. The joiners stay between Arabic and Indian letters: Persian is misspelt without.
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]|\u034f|(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])/gu;

/**
 * @param {string} text
 * @param {import("./findings.mjs").Findings} findings
 */
export function visible(text, findings) {
  const seen = text.replace(/\r\n?/g, "\n").replace(UNSEEN, "");
  findings.addIf(seen.length < text.replace(/\r\n?/g, "\n").length, "invisible_characters");
  return seen;
}
