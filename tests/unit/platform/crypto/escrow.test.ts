import { describe, expect, test } from "vitest";
import { SealBroken } from "#app/platform/crypto/errors.server.ts";
import { isEscrowSheet, joinShares, splitSecret } from "#app/platform/crypto/escrow.server.ts";
import { newKeyPair } from "#app/platform/crypto/secret.server.ts";
import { hexText } from "./arbitraries.ts";

describe("three escrow sheets", () => {
  test("give the key back by any two, in any order, and by all three", async () => {
    for (let many = 0; many < 20; many += 1) {
      const { privateKey } = newKeyPair();
      const [a, b, c] = await splitSecret(privateKey);
      for (const sheets of [
        [a, b],
        [b, a],
        [a, c],
        [b, c],
        [a, b, c],
      ])
        expect(hexText(await joinShares(sheets))).toBe(hexText(privateKey));
    }
  });

  test("have nine rows of three words and may be typed by their first letters", async () => {
    const { privateKey } = newKeyPair();
    const [a, b] = await splitSecret(privateKey);
    expect(a).toMatch(/^([a-z]+ [a-z]+ [a-z]+\n){8}[a-z]+ [a-z]+ [a-z]+$/);
    const typed = a
      .split(/\s/)
      .map((word) => word.slice(0, 4).toUpperCase())
      .join(" ");
    expect(hexText(await joinShares([typed, b]))).toBe(hexText(privateKey));
  });

  test("tell a slip of the pen", async () => {
    const [sheet] = await splitSecret(newKeyPair().privateKey);
    const words = sheet.split(/\s/);
    expect(isEscrowSheet(sheet)).toBe(true);
    expect(isEscrowSheet(words.slice(1).join(" "))).toBe(false);
    expect(isEscrowSheet(words.with(3, words[3] === "zoo" ? "zone" : "zoo").join(" "))).toBe(false);
    expect(isEscrowSheet("")).toBe(false);
  });

  test("give nothing by one, by the same twice, or from two splittings", async () => {
    const { privateKey } = newKeyPair();
    const [a] = await splitSecret(privateKey);
    await expect(joinShares([a])).rejects.toThrow(SealBroken);
    await expect(joinShares([a, a])).rejects.toThrow(SealBroken);
    await expect(joinShares([])).rejects.toThrow(SealBroken);
    // Sets are random words, one of 2,048: draw until they differ.
    let other = a;
    while (other.split(/\s/)[24] === a.split(/\s/)[24]) [, other] = await splitSecret(privateKey);
    await expect(joinShares([a, other])).rejects.toThrow(SealBroken);
  });

  test("never hold the key itself in one sheet", async () => {
    const { privateKey } = newKeyPair();
    const sheets = await splitSecret(privateKey);
    expect(new Set(sheets).size).toBe(3);
  });
});
