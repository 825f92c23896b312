import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const COMPRESSIBLE = [".css", ".js", ".svg", ".txt"];

/**
 * Compresses the built files once, as tightly as it goes. Only files that hold no secret: pages that mix what a person
 * may not see with what a stranger can put in are never compressed, for their length would give it away (BREACH).
 */
export function precompress(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!COMPRESSIBLE.includes(extname(name))) continue;
    const file = join(folder, name);
    const plain = readFileSync(file);
    keepIfSmaller(`${file}.br`, plain, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    keepIfSmaller(`${file}.gz`, plain, gzipSync(plain, { level: 9 }));
  }
}

function keepIfSmaller(file: string, plain: Buffer, compressed: Buffer): void {
  if (compressed.length < plain.length) writeFileSync(file, compressed);
}
