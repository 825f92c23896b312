import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import { CHUNK_BYTES, openFile, sealFile } from "#app/platform/crypto/files.server.ts";
import { padme } from "#app/platform/crypto/padding.server.ts";
import { randomBytes } from "#app/platform/crypto/random.server.ts";
import { newSecretKey, type Secret } from "#app/platform/crypto/secret.server.ts";
import { flipped, gathered, joined, pieces } from "./arbitraries.ts";

const place = { caseId: "c1", fileId: "f1" };

async function sealed(key: Secret, original: Uint8Array, at = place) {
  const sealing = sealFile(key, at, pieces(original));
  const parts = await gathered(sealing.sealed);
  return { parts, object: joined(parts), facts: sealing.facts() };
}

async function opened(key: Secret, size: number, object: Uint8Array, at = place) {
  return joined(await gathered(openFile(key, at, size, pieces(object))));
}

describe("a sealed file", () => {
  test.each([0, 1, 10, 4096, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES, 1_000_000])(
    "of %i bytes comes back, with its size and hash",
    async (size) => {
      const [key, original] = [newSecretKey(), randomBytes(size)];
      const { object, facts } = await sealed(key, original);
      expect(facts).toEqual({ sizeBytes: size, sha256: createHash("sha256").update(original).digest("hex") });
      expect(Buffer.compare(await opened(key, size, object), original)).toBe(0);
      const chunks = Math.max(1, Math.ceil(padme(size) / CHUNK_BYTES));
      expect(object.length).toBe(29 + padme(size) + 17 * chunks);
    },
  );

  test("comes back whatever the pieces it travels in", async () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 200_000 }), cuts, cuts, async (size, inward, outward) => {
        const [key, original] = [newSecretKey(), randomBytes(size)];
        const sealing = sealFile(key, place, travelling(cut(original, inward)));
        const object = joined(await gathered(sealing.sealed));
        const back = joined(await gathered(openFile(key, place, size, travelling(cut(object, outward)))));
        expect(Buffer.compare(back, original)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  test("does not open for another case, file, key or size", async () => {
    const [key, original] = [newSecretKey(), randomBytes(100_000)];
    const { object } = await sealed(key, original);
    await expect(opened(key, 100_000, object, { ...place, caseId: "c2" })).rejects.toThrow(SealBroken);
    await expect(opened(key, 100_000, object, { ...place, fileId: "f2" })).rejects.toThrow(SealBroken);
    await expect(opened(newSecretKey(), 100_000, object)).rejects.toThrow(SealBroken);
    await expect(opened(key, 99_999, object)).rejects.toThrow(SealBroken);
    await expect(opened(key, 200_000, object)).rejects.toThrow(SealBroken);
  });

  test("does not open with a bit turned anywhere", async () => {
    const key = newSecretKey();
    const { object } = await sealed(key, randomBytes(64));
    for (let bit = 0; bit < object.length * 8; bit += 1)
      await expect(opened(key, 64, flipped(object, bit))).rejects.toThrow(SealBroken);
  });

  test("does not open cut short anywhere, or with something after its end", async () => {
    const key = newSecretKey();
    const { object, parts } = await sealed(key, randomBytes(3 * CHUNK_BYTES));
    const ends = [0, 4, 28, 29, 40, 46, ...parts.slice(0, -1).map((_, at) => joined(parts.slice(0, at + 1)).length)];
    for (const end of ends)
      await expect(opened(key, 3 * CHUNK_BYTES, object.slice(0, end))).rejects.toThrow(SealBroken);
    await expect(opened(key, 3 * CHUNK_BYTES, object.slice(0, -1))).rejects.toThrow(SealBroken);
    await expect(opened(key, 3 * CHUNK_BYTES, joined([object, Uint8Array.of(0)]))).rejects.toThrow(SealBroken);
  });

  test("does not open with chunks reordered, repeated, left out, or taken from another file", async () => {
    const key = newSecretKey();
    const size = 4 * CHUNK_BYTES;
    const { parts } = await sealed(key, randomBytes(size));
    const { parts: other } = await sealed(key, randomBytes(size));
    const [head, a, b, c, d] = parts as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const mixes = [
      [head, b, a, c, d],
      [head, a, a, b, c, d],
      [head, a, c, d],
      [head, b, c, d],
      [head, a, b, c],
      [head, a, other[2] as Uint8Array, c, d],
      [other[0] as Uint8Array, a, b, c, d],
      [head, a, b, c, other[4] as Uint8Array],
    ];
    for (const mix of mixes) await expect(opened(key, size, joined(mix))).rejects.toThrow(SealBroken);
  });
});

/** As `pieces`, of more than a call takes arguments. */
async function* travelling(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

function cut(whole: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0, turn = 0; at < whole.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    parts.push(whole.subarray(at, at + size));
    at += size;
  }
  return parts;
}
