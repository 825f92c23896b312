import type { Json } from "#app/kernel/json.ts";

const STEPS = [256, 1024, 4096, 16_384, 65_536];

/**
 * JSON as UTF-8, filled with spaces to one of a few lengths: the length of a sealed detail must not tell what happened.
 * Trailing spaces are no part of the value, so `JSON.parse` gives it back.
 */
export function padded(value: Json): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const length = STEPS.find((step) => json.length <= step) ?? Math.ceil(json.length / 65_536) * 65_536;
  const bytes = new Uint8Array(length).fill(0x20);
  bytes.set(json);
  return bytes;
}
