import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SealBroken, SecretWiped } from "#app/platform/crypto/errors.server.ts";
import { blockSize, openBlock, openBlockInto, sealBlock } from "#app/platform/crypto/facet-blocks.server.ts";
import { openLetter, openTextLetter, sealLetter } from "#app/platform/crypto/letters.server.ts";
import { newKeyPair, newSecretKey, wipe } from "#app/platform/crypto/secret.server.ts";
import { openWrap, openWrapInto, sealWrap, wrappedSize } from "#app/platform/crypto/wraps.server.ts";
import { bytes, flipped, hexText } from "./arbitraries.ts";

const context = { kind: "case", objectId: "c1", objectVersion: 1, recipient: "team/t1", recipientVersion: 2 };
const elsewhere = [
  ["kind", { ...context, kind: "notes" }],
  ["object", { ...context, objectId: "c2" }],
  ["version of the object", { ...context, objectVersion: 2 }],
  ["recipient", { ...context, recipient: "team/t2" }],
  ["version of the recipient", { ...context, recipientVersion: 1 }],
] as const;

describe("a wrap", () => {
  test("gives the secret back to the recipient", () => {
    const pair = newKeyPair();
    fc.assert(
      fc.property(bytes, (secret) => {
        const wrap = sealWrap(pair.publicKey, context, secret);
        expect(hexText(openWrap(pair, context, wrap))).toBe(hexText(secret));
      }),
    );
  });

  test("opens straight into the caller's memory", () => {
    const pair = newKeyPair();
    const wrap = sealWrap(pair.publicKey, context, new Uint8Array(256).fill(7));
    const index = new Uint8Array(512);
    openWrapInto(pair, context, wrap, index.subarray(256, 256 + wrappedSize(wrap)));
    expect(index[255]).toBe(0);
    expect(index[256]).toBe(7);
  });

  test.each(elsewhere)("does not open for another %s", (_, other) => {
    const pair = newKeyPair();
    const wrap = sealWrap(pair.publicKey, context, newSecretKey());
    expect(() => openWrap(pair, other, wrap)).toThrow(SealBroken);
  });

  test("does not open with any bit turned, shortened, or by somebody else", () => {
    const pair = newKeyPair();
    const wrap = sealWrap(pair.publicKey, context, newSecretKey());
    for (let bit = 0; bit < wrap.length * 8; bit += 1)
      expect(() => openWrap(pair, context, flipped(wrap, bit))).toThrow(SealBroken);
    for (let size = 0; size < wrap.length; size += 1)
      expect(() => openWrap(pair, context, wrap.slice(0, size))).toThrow(SealBroken);
    expect(() => openWrap(newKeyPair(), context, wrap)).toThrow(SealBroken);
  });

  test("leaves the caller's memory alone where it does not open", () => {
    const pair = newKeyPair();
    const wrap = sealWrap(pair.publicKey, context, new Uint8Array(32).fill(7));
    const into = new Uint8Array(32);
    expect(() => openWrapInto(pair, { ...context, kind: "notes" }, wrap, into)).toThrow(SealBroken);
    expect(into).toEqual(new Uint8Array(32));
  });

  test("is refused with a private key that was wiped", () => {
    const pair = newKeyPair();
    const wrap = sealWrap(pair.publicKey, context, newSecretKey());
    wipe(pair.privateKey);
    expect(() => openWrap(pair, context, wrap)).toThrow(SecretWiped);
  });
});

describe("a letter", () => {
  test("gives text back and hides its length", () => {
    const pair = newKeyPair();
    const letters = ["", "short", "ü".repeat(100)].map(
      (text) => [text, sealLetter(pair.publicKey, context, text)] as const,
    );
    for (const [text, letter] of letters) expect(openTextLetter(pair, context, letter)).toBe(text);
    expect(new Set(letters.map(([, letter]) => letter.length)).size).toBe(1);
  });

  test.each(elsewhere)("does not open for another %s", (_, other) => {
    const pair = newKeyPair();
    expect(() => openLetter(pair, other, sealLetter(pair.publicKey, context, "text"))).toThrow(SealBroken);
  });
});

describe("a block of facets", () => {
  const place = { blockId: "b1", blockVersion: 3 };
  const { privateKey } = newKeyPair();
  const records = new Uint8Array(4096 * 256).fill(5);

  test("gives the records back", () => {
    const sealed = sealBlock(privateKey, place, records);
    expect(blockSize(sealed)).toBe(records.length);
    expect(Buffer.compare(openBlock(privateKey, place, sealed), records)).toBe(0);
    expect(Buffer.compare(openBlockInto(privateKey, place, sealed, new Uint8Array(records.length)), records)).toBe(0);
  });

  test.each([
    ["block", { ...place, blockId: "b2" }],
    ["version", { ...place, blockVersion: 2 }],
  ])("does not open as another %s", (_, other) => {
    const sealed = sealBlock(privateKey, place, records.slice(0, 256));
    expect(() => openBlock(privateKey, other, sealed)).toThrow(SealBroken);
  });

  test("does not open with any bit turned", () => {
    const sealed = sealBlock(privateKey, place, records.slice(0, 256));
    for (let bit = 0; bit < sealed.length * 8; bit += 1)
      expect(() => openBlock(privateKey, place, flipped(sealed, bit))).toThrow(SealBroken);
  });
});
