// What a file is by its first bytes. A name decides nothing, but a file that is not what its name says has no copy.
// @ts-check
import { NoCopy } from "./findings.mjs";

/** @type {readonly (readonly [kind: string, at: number, bytes: string])[]} */
const BEGINNINGS = [
  ["jpg", 0, "\xff\xd8\xff"],
  ["png", 0, "\x89PNG\r\n\x1a\n"],
  ["webp", 8, "WEBP"],
  ["pdf", 0, "%PDF-"],
  ["docx", 0, "PK\x03\x04"],
  ["ole", 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
];
const TEXTS = ["txt", "eml"];

/**
 * @param {Buffer} bytes
 * @param {string} claimed
 * @returns {"jpg" | "png" | "webp" | "pdf" | "docx" | "txt" | "eml"}
 */
export function kindOf(bytes, claimed) {
  const found = BEGINNINGS.find(([, at, text]) =>
    bytes.subarray(at, at + text.length).equals(Buffer.from(text, "latin1")),
  );
  const kind = found?.[0] ?? null;
  // A document with a password is wrapped in the old container, and so are old documents, which nothing here reads.
  if (kind === "ole") throw new NoCopy(isEncrypted(bytes) ? "encrypted" : "differs_from_name");
  if (kind ? kind !== claimed : !TEXTS.includes(claimed)) throw new NoCopy("differs_from_name");
  return /** @type {any} */ (claimed);
}

const isEncrypted = (/** @type {Buffer} */ bytes) => bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
