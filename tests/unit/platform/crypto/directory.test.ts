import { describe, expect, test } from "vitest";
import { isId } from "#app/kernel/id.ts";
import { bytesEqual } from "#app/platform/crypto/bytes.server.ts";
import { directoryMac, fingerprint, keyCheckValue, verifyDirectoryMac } from "#app/platform/crypto/directory.server.ts";
import { newFormToken, verifyFormToken } from "#app/platform/crypto/form-token.server.ts";
import {
  approvalHash,
  CHAIN_START,
  chainHash,
  ctx,
  newSha256,
  sha256,
  sha256Hex,
} from "#app/platform/crypto/hash.server.ts";
import { newKeyPair, newSecretKey } from "#app/platform/crypto/secret.server.ts";
import { vouchingId } from "#app/platform/crypto/vouching-id.server.ts";
import { flipped } from "./arbitraries.ts";

describe("the directory", () => {
  const key = newSecretKey();
  const { publicKey } = newKeyPair();
  const mac = directoryMac(key, "team/1", 1, publicKey);

  test("vouches for one key under one name and version", () => {
    expect(verifyDirectoryMac(key, "team/1", 1, publicKey, mac)).toBe(true);
    expect(verifyDirectoryMac(key, "team/2", 1, publicKey, mac)).toBe(false);
    expect(verifyDirectoryMac(key, "team/1", 2, publicKey, mac)).toBe(false);
    expect(verifyDirectoryMac(key, "team/1", 1, newKeyPair().publicKey, mac)).toBe(false);
    expect(verifyDirectoryMac(newSecretKey(), "team/1", 1, publicKey, mac)).toBe(false);
    expect(verifyDirectoryMac(key, "team/1", 1, publicKey, new Uint8Array(0))).toBe(false);
    for (let bit = 0; bit < 256; bit += 1)
      expect(verifyDirectoryMac(key, "team/1", 1, publicKey, flipped(mac, bit))).toBe(false);
  });

  test("shows a key as five groups of four", () => {
    expect(fingerprint(publicKey)).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
    expect(fingerprint(publicKey)).not.toBe(fingerprint(newKeyPair().publicKey));
  });

  test("notices another environment key", () => {
    expect(keyCheckValue(key, "pepper")).toEqual(keyCheckValue(key, "pepper"));
    expect(bytesEqual(keyCheckValue(key, "pepper"), keyCheckValue(newSecretKey(), "pepper"))).toBe(false);
    expect(bytesEqual(keyCheckValue(key, "pepper"), keyCheckValue(key, "directory"))).toBe(false);
  });
});

describe("a form token", () => {
  const key = newSecretKey();

  test("holds for its session and its person, each alone", () => {
    const token = newFormToken(key, "s1", "u1");
    expect(verifyFormToken(key, token, "s1", "u1")).toEqual({ session: true, person: true });
    expect(verifyFormToken(key, token, "s2", "u1")).toEqual({ session: false, person: true });
    expect(verifyFormToken(key, token, "s1", "u2")).toEqual({ session: true, person: false });
    expect(verifyFormToken(newSecretKey(), token, "s1", "u1")).toEqual({ session: false, person: false });
  });

  test("made without a person holds for no person", () => {
    const token = newFormToken(key, "s1", null);
    expect(verifyFormToken(key, token, "s1", null)).toEqual({ session: true, person: false });
    expect(verifyFormToken(key, token, "s1", "u1")).toEqual({ session: true, person: false });
  });

  test("is new for each form, and has one spelling", () => {
    const token = newFormToken(key, "s1", "u1");
    expect(newFormToken(key, "s1", "u1")).not.toBe(token);
    for (const spelling of [`${token}=`, ` ${token}`, `${token}\n`, token.slice(1), "", "ü", "a".repeat(10_000)])
      expect(verifyFormToken(key, spelling, "s1", "u1")).toEqual({ session: false, person: false });
  });
});

describe("hashes", () => {
  test("of a context tell where one part ends", () => {
    expect(ctx("ab", "c")).not.toEqual(ctx("a", "bc"));
    expect(ctx("a", "")).not.toEqual(ctx("a"));
    expect(ctx("a", 1)).toEqual(ctx("a", "1"));
  });

  test("of pieces are those of the whole", () => {
    const hash = newSha256();
    hash.update(Uint8Array.of(1, 2));
    hash.update(Uint8Array.of(3));
    expect(hash.hex()).toBe(sha256Hex(Uint8Array.of(1, 2, 3)));
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("of an approval change with a letter and with the subject", () => {
    expect(approvalHash("release/1", "text")).not.toEqual(approvalHash("release/1", "texT"));
    expect(approvalHash("release/1", "text")).not.toEqual(approvalHash("release/2", "text"));
  });
});

describe("a link of the audit chain", () => {
  const sealed = Uint8Array.of(1, 2, 3);
  const link = chainHash(CHAIN_START, 1n, "2026-02-28", "case", sealed);

  test.each([
    ["entry before", chainHash(sha256("x"), 1n, "2026-02-28", "case", sealed)],
    ["number", chainHash(CHAIN_START, 2n, "2026-02-28", "case", sealed)],
    ["day", chainHash(CHAIN_START, 1n, "2026-02-27", "case", sealed)],
    ["class", chainHash(CHAIN_START, 1n, "2026-02-28", "key", sealed)],
    ["details", chainHash(CHAIN_START, 1n, "2026-02-28", "case", Uint8Array.of(1, 2))],
    ["border between class and details", chainHash(CHAIN_START, 1n, "2026-02-28", "case\u0001", Uint8Array.of(2, 3))],
  ])("changes with another %s", (_, other) => {
    expect(other).not.toEqual(link);
  });
});

describe("an id that vouches for its row", () => {
  const key = new Uint8Array(32).fill(7);

  test("has the form of every other id, and is the same for the same row", () => {
    expect(isId(vouchingId(key, "hat", "a", "b"))).toBe(true);
    expect(vouchingId(key, "hat", "a", "b")).toBe(vouchingId(key, "hat", "a", "b"));
  });

  test("is another one for another row, another kind, other parts and another key", () => {
    const ids = [
      vouchingId(key, "hat", "a", "b"),
      vouchingId(key, "hat", "a", "c"),
      vouchingId(key, "hat", "ab", ""),
      vouchingId(key, "hat", "a", "b", ""),
      vouchingId(key, "approval", "a", "b"),
      vouchingId(new Uint8Array(32).fill(8), "hat", "a", "b"),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
