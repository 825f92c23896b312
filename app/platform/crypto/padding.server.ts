import { type Bytes, readU32be, u32be } from "./bytes.server.ts";
import { SealBroken } from "./errors.server.ts";

const LENGTH_BYTES = 4;
const BUCKETS = [256, 1024, 4096, 16_384, 65_536] as const;

/**
 * Padmé: keeps just so many leading bits of a size that at most log log of it is told, for at most 12 % more bytes.
 * @see Nikitin et al., Reducing Metadata Leakage from Encrypted Files (PETS 2019), algorithm 1
 */
export function padme(size: number): number {
  if (size < 2) return size;
  const exponent = Math.floor(Math.log2(size));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(size / step) * step;
}

/** The size, length field included, that a text is padded to. */
export function paddedSize(size: number): number {
  const whole = size + LENGTH_BYTES;
  return BUCKETS.find((bucket) => whole <= bucket) ?? padme(whole);
}

/** `u32be length ‖ text ‖ zeros` */
export function pad(plain: Uint8Array): Bytes {
  const padded = new Uint8Array(paddedSize(plain.length));
  padded.set(u32be(plain.length));
  padded.set(plain, LENGTH_BYTES);
  return padded;
}

/**
 * The text within a padded one; a view, not a copy.
 * @throws SealBroken where the padding is not exactly what `pad` makes: one text has one form
 */
export function unpad<Padded extends Uint8Array>(padded: Padded): Padded {
  if (padded.length < LENGTH_BYTES) throw new SealBroken();
  const size = readU32be(padded);
  if (padded.length !== paddedSize(size)) throw new SealBroken();
  if (!isZero(padded, LENGTH_BYTES + size)) throw new SealBroken();
  return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + size) as Padded;
}

export function isZero(bytes: Uint8Array, from: number): boolean {
  let any = 0;
  for (let at = from; at < bytes.length; at += 1) any |= bytes[at] ?? 0;
  return any === 0;
}
