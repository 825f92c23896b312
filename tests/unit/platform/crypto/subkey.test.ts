import { describe, expect, test } from "vitest";
import { newSecretKey, type Secret, subkey, withSubkey } from "#app/platform/crypto/secret.server.ts";

const isWiped = (secret: Secret) => secret.every((byte) => byte === 0);

describe("a subkey for one use", () => {
  test("is the subkey of that purpose and of no other", () => {
    const key = newSecretKey();
    const used = withSubkey(key, "drafts", (sub) => Buffer.from(sub).toString("hex"));
    expect(used).toBe(Buffer.from(subkey(key, "drafts")).toString("hex"));
    expect(used).not.toBe(Buffer.from(subkey(key, "briefings")).toString("hex"));
  });

  test("is wiped when its use is over", () => {
    const sub = withSubkey(newSecretKey(), "drafts", (one) => one);
    expect(isWiped(sub)).toBe(true);
  });

  test("is wiped when its use fails, and the failure is told", () => {
    let sub: Secret | undefined;
    const fail = (one: Secret) => {
      sub = one;
      throw new Error("does not open");
    };
    expect(() => withSubkey(newSecretKey(), "drafts", fail)).toThrow("does not open");
    expect(sub && isWiped(sub)).toBe(true);
  });
});
