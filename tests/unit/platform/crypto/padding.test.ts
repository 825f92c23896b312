import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import { sealField } from "#app/platform/crypto/fields.server.ts";
import { pad, paddedSize, padme, unpad } from "#app/platform/crypto/padding.server.ts";
import { newSecretKey } from "#app/platform/crypto/secret.server.ts";
import { bytes } from "./arbitraries.ts";

describe("padding", () => {
  test.each([
    [0, 256],
    [252, 256],
    [253, 1024],
    [1020, 1024],
    [1021, 4096],
    [4092, 4096],
    [4093, 16_384],
    [16_380, 16_384],
    [16_381, 65_536],
    [65_532, 65_536],
    [65_533, 67_584],
  ])("a text of %i bytes fills %i", (size, filled) => {
    expect(paddedSize(size)).toBe(filled);
  });

  test("shows in the sealed size and nothing else does", () => {
    const key = newSecretKey();
    const place = { table: "t", column: "c", rowId: "r" };
    const sizes = new Set(["", "no", "a".repeat(252)].map((text) => sealField(key, place, text).length));
    expect([...sizes]).toEqual([1 + 24 + 256 + 16]);
  });

  test("is undone exactly", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(unpad(pad(some))).toEqual(some);
      }),
    );
  });

  test("has one form: any other length field, size or filling is refused", () => {
    const padded = pad(new Uint8Array(10));
    expect(() => unpad(Uint8Array.from(padded, (byte, at) => (at === 255 ? 1 : byte)))).toThrow(SealBroken);
    expect(() => unpad(padded.slice(0, 255))).toThrow(SealBroken);
    expect(() => unpad(Uint8Array.from(padded, (byte, at) => (at === 0 ? 255 : byte)))).toThrow(SealBroken);
    expect(() => unpad(new Uint8Array(3))).toThrow(SealBroken);
  });

  test("by Padmé adds at most 12 % and is stable", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (size) => {
        const filled = padme(size);
        expect(filled).toBeGreaterThanOrEqual(size);
        expect(filled).toBeLessThanOrEqual(Math.ceil(size * 1.12));
        expect(padme(filled)).toBe(filled);
      }),
    );
  });

  // The table of the paper's authors: 9 → 10, 100 → 104, one million → 1,015,808.
  test.each([
    [0, 0],
    [1, 1],
    [8, 8],
    [9, 10],
    [100, 104],
    [1_000_000, 1_015_808],
  ])("by Padmé takes %i to %i", (size, filled) => {
    expect(padme(size)).toBe(filled);
  });
});
