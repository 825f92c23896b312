import { describe, expect, test } from "vitest";
import { drawQr } from "#app/features/accounts/invitation/qr-drawing.ts";
import { answersMatch, type Redemption } from "#app/features/accounts/invitation/redemption.ts";

const redemption = {
  secrets: { passphrase: "abandon zoo ability cat able about above" },
  asked: [0, 3, 6],
} as unknown as Redemption;

describe("the three words asked back", () => {
  test.each([
    [["abandon", "cat", "above"], true],
    [[" ABANDON ", "Cat", "abov"], true],
    [["aban", "cat", "above"], true],
    [["aba", "cat", "above"], false],
    [["abandon", "ca", "above"], false],
    [["above", "cat", "abandon"], false],
    [["", "", ""], false],
    [[], false],
  ])("%j: %s", (answers, isRight) => {
    expect(answersMatch(redemption, answers)).toBe(isRight);
  });
});

describe("the picture for an authenticator", () => {
  test("is one path within its frame, with a quiet border", () => {
    const { size, path } = drawQr("otpauth://totp/Thaw:cedar-heron-27?secret=ABCDEFGH&issuer=Thaw");
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map((run) => run.slice(1).map(Number));
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    for (const [x = 0, y = 0, width = 0, back] of runs) {
      expect(width).toBe(back);
      expect(Math.min(x, y, size - x - width, size - y - 1)).toBeGreaterThanOrEqual(4);
    }
  });
});
