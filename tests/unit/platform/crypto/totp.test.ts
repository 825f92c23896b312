import { describe, expect, test } from "vitest";
import { newTotpSecret, totpAt, totpUri, verifyTotp } from "#app/platform/crypto/totp.server.ts";

const NOW = Date.UTC(2026, 1, 28, 12, 0, 0);
const STEP = NOW / 30_000;
const secret = newTotpSecret();

describe("a one-time code", () => {
  // RFC 6238, appendix B, SHA-1, last six digits.
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [20_000_000_000, "353130"],
  ])("at second %i is the one of the standard", (second, code) => {
    expect(totpAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", second * 1000)).toBe(code);
  });

  test("is accepted one step early and one late, no further", () => {
    const steps = [-2, -1, 0, 1, 2].map((drift) => verifyTotp(secret, totpAt(secret, NOW + drift * 30_000), null, NOW));
    expect(steps).toEqual([null, STEP - 1, STEP, STEP + 1, null]);
  });

  test("counts once: neither it nor an earlier one is accepted again", () => {
    const code = totpAt(secret, NOW);
    const step = verifyTotp(secret, code, null, NOW);
    expect(step).toBe(STEP);
    expect(verifyTotp(secret, code, step, NOW)).toBeNull();
    expect(verifyTotp(secret, totpAt(secret, NOW - 30_000), step, NOW)).toBeNull();
    expect(verifyTotp(secret, totpAt(secret, NOW + 30_000), step, NOW)).toBe(STEP + 1);
  });

  test("may be typed with spaces and in other digits", () => {
    const code = totpAt(secret, NOW);
    const arabic = [...code].map((digit) => String.fromCharCode(0x660 + Number(digit))).join("");
    const persian = [...code].map((digit) => String.fromCharCode(0x6f0 + Number(digit))).join("");
    for (const typed of [`${code.slice(0, 3)} ${code.slice(3)}`, arabic, persian])
      expect(verifyTotp(secret, typed, null, NOW)).toBe(STEP);
  });

  test.each(["", "12345", "1234567", "abcdef", "x".repeat(10_000)])("is refused as %j", (typed) => {
    expect(verifyTotp(secret, typed, null, NOW)).toBeNull();
  });

  test("has 160 bits behind it and tells programs all they need", () => {
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const uri = new URL(totpUri(secret, "maple-heron-42"));
    expect(uri.href).toContain("otpauth://totp/Thaw:maple-heron-42");
    expect(uri.searchParams.get("secret")).toBe(secret);
  });
});
