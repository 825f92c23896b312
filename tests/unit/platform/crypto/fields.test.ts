import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SealBroken, SecretWiped } from "#app/platform/crypto/errors.server.ts";
import { openField, openSecretField, openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { newSecretKey, wipe } from "#app/platform/crypto/secret.server.ts";
import { bytes, flipped, hexText, ids, keys, texts } from "./arbitraries.ts";

const place = { table: "cases", column: "sealed_body", rowId: "5d1c2a34-0b6e-4c7d-8a9b-0c1d2e3f4a5b" };

describe("a sealed field", () => {
  test("gives any text back", () => {
    fc.assert(
      fc.property(keys, ids, texts, (key, rowId, text) => {
        const sealed = sealField(key, { ...place, rowId }, text);
        expect(openTextField(key, { ...place, rowId }, sealed)).toBe(text.toWellFormed());
      }),
    );
  });

  test("gives any bytes back", () => {
    fc.assert(
      fc.property(keys, bytes, (key, some) => {
        expect(openField(key, place, sealField(key, place, some))).toEqual(some);
      }),
    );
  });

  test("keeps a byte order mark, which belongs to the text", () => {
    const key = newSecretKey();
    expect(openTextField(key, place, sealField(key, place, "\ufeffa"))).toBe("\ufeffa");
  });

  test("gives a key back into locked memory", () => {
    const [key, inner] = [newSecretKey(), newSecretKey()];
    const opened = openSecretField(key, place, sealField(key, place, inner));
    expect(hexText(opened)).toBe(hexText(inner));
    expect(String(opened)).toBe("[secret]");
  });

  test("does not open with any bit turned", () => {
    const key = newSecretKey();
    const sealed = sealField(key, place, "The account was closed.");
    for (let bit = 0; bit < sealed.length * 8; bit += 1)
      expect(() => openField(key, place, flipped(sealed, bit))).toThrow(SealBroken);
  });

  test("does not open shortened or lengthened", () => {
    const key = newSecretKey();
    const sealed = sealField(key, place, "text");
    for (let size = 0; size < sealed.length; size += 1)
      expect(() => openField(key, place, sealed.slice(0, size))).toThrow(SealBroken);
    expect(() => openField(key, place, new Uint8Array([...sealed, 0]))).toThrow(SealBroken);
  });

  test.each([
    ["table", { ...place, table: "case_notes" }],
    ["column", { ...place, column: "sealed_facets" }],
    ["row", { ...place, rowId: "00000000-0000-4000-8000-000000000000" }],
    ["split between table and column", { ...place, table: "casess", column: "ealed_body" }],
  ])("does not open in another %s", (_, elsewhere) => {
    const key = newSecretKey();
    expect(() => openField(key, elsewhere, sealField(key, place, "text"))).toThrow(SealBroken);
  });

  test("does not open with another key", () => {
    expect(() => openField(newSecretKey(), place, sealField(newSecretKey(), place, "text"))).toThrow(SealBroken);
  });

  test("never looks the same twice", () => {
    const key = newSecretKey();
    expect(sealField(key, place, "text")).not.toEqual(sealField(key, place, "text"));
  });

  test("is refused under a key that was wiped", () => {
    const key = newSecretKey();
    wipe(key);
    expect(() => sealField(key, place, "text")).toThrow(SecretWiped);
  });
});
