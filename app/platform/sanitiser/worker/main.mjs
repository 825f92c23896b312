// The process that reads a hostile file. Plain JavaScript, so that exactly what lies here runs: a compiler on the way would
// need rights that this process must not have. It knows one file on standard input and answers on standard output.
// @ts-check
import { readFileSync, writeSync } from "node:fs";
import { kindOf } from "./detect.mjs";
import { Findings, NoCopy } from "./findings.mjs";

const READERS = {
  jpg: () => import("./pictures.mjs"),
  png: () => import("./pictures.mjs"),
  webp: () => import("./pictures.mjs"),
  pdf: () => import("./pdf.mjs"),
  docx: () => import("./docx.mjs"),
  txt: () => import("./plain-text.mjs"),
  eml: () => import("./mail.mjs"),
};

const answer = await answerTo(process.argv[2] ?? "").catch(reasonIn);
say(answer);
process.exit(0);

/**
 * @param {string} claimed
 * @returns {Promise<Answer>}
 * @typedef {{ head: object, copy: Uint8Array | null }} Answer
 * @typedef {{ copy: Uint8Array, clean: string, pages?: readonly (readonly [number, number])[] }} Copied
 * @typedef {(bytes: Buffer, findings: Findings) => Promise<Copied>} Reader
 */
async function answerTo(claimed) {
  const bytes = readFileSync(0);
  if (bytes.length === 0) throw new NoCopy("empty");
  const kind = kindOf(bytes, claimed);
  const findings = new Findings();
  /** @type {{ clean: Reader }} */
  const reader = await READERS[kind]();
  const { copy, clean, pages = [] } = await reader.clean(bytes, findings);
  return { head: { copy: clean, sizeBytes: copy.length, removed: findings.codes(), pages }, copy };
}

/** Readers say in many ways that they cannot go on; apart from memory it all means that the file is broken. */
function reasonIn(/** @type {unknown} */ error) {
  const words = String(Object(error).message).slice(0, 500);
  const code =
    error instanceof NoCopy ? error.code : /out of memory|alloc/i.test(words) ? "too_much_memory" : "damaged";
  return { head: { none: code }, copy: null };
}

function say(/** @type {Answer} */ { head, copy }) {
  writeAll(Buffer.from(`${JSON.stringify(head)}\n`));
  if (copy) writeAll(copy);
}

function writeAll(/** @type {Uint8Array} */ bytes) {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at, Math.min(bytes.length - at, 65_536));
    } catch (error) {
      // The pipe is full: the other side has not read yet.
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
