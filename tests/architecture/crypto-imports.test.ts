import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ADAPTER = "app/platform/crypto/";
const LIBRARIES = [
  "node:crypto",
  "crypto",
  "sodium-native",
  "libsodium-wrappers-sumo",
  "libsodium-wrappers",
  "argon2",
  "@scure/bip39",
  "shamir-secret-sharing",
  "age-encryption",
  "otpauth",
];
const QUOTED = LIBRARIES.map((name) => name.replaceAll("/", "\\/")).join("|");
const IMPORT = new RegExp(`(?:from|import|require|import\\(|require\\()\\s*\\(?["'](?:${QUOTED})(?:/[^"']*)?["']`);
// The same powers without an import.
const GLOBAL = /\bcrypto\s*\??\.\s*(?:randomUUID|getRandomValues|subtle|createHash)\b|\bMath\.random\(/;

const files = ["app", "prisma"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => /\.(?:ts|tsx|mjs|js)$/.test(name) && !name.startsWith("app/platform/db/generated/")),
);

describe("cryptography has one adapter:", () => {
  test.each(files.filter((file) => !file.startsWith(ADAPTER)))("%s does without a library of its own", (file) => {
    const source = readFileSync(file, "utf8");
    expect(source.match(IMPORT)?.[0] ?? null).toBeNull();
    expect(source.match(GLOBAL)?.[0] ?? null).toBeNull();
  });

  test("the rule sees an import where there is one", () => {
    const adapter = files.filter((file) => file.startsWith(ADAPTER));
    expect(adapter.filter((file) => IMPORT.test(readFileSync(file, "utf8"))).length).toBeGreaterThan(5);
    expect(IMPORT.test('import { randomUUID } from "node:crypto";')).toBe(true);
    expect(IMPORT.test('await import("@scure/bip39/wordlists/english.js")')).toBe(true);
    expect(GLOBAL.test("crypto.randomUUID()")).toBe(true);
  });
});
