import { describe, expect, test } from "vitest";
import { bytesEqual } from "#app/platform/crypto/bytes.server.ts";
import { SealBroken, TooBusy } from "#app/platform/crypto/errors.server.ts";
import { derivePassphrase, hashAuth, newPassphrase, newSalt } from "#app/platform/crypto/passphrase.server.ts";
import { randomBytes } from "#app/platform/crypto/random.server.ts";
import {
  deriveReceipt,
  newReceiptWords,
  openReceiptKey,
  sealReceiptKey,
} from "#app/platform/crypto/receipts.server.ts";
import { deriveRecovery, isRecoverySheet, newRecoverySheet } from "#app/platform/crypto/recovery.server.ts";
import { newKeyPair } from "#app/platform/crypto/secret.server.ts";
import {
  newSessionToken,
  openSession,
  sealSession,
  sessionRowId,
  sessionSubkey,
} from "#app/platform/crypto/session-token.server.ts";
import { deriveSlowly, isTooBusy } from "#app/platform/crypto/slow-derivation.server.ts";
import { openUserKey, sealUserKey } from "#app/platform/crypto/user-keys.server.ts";
import { flipped, hexText } from "./arbitraries.ts";

const pepper = randomBytes(32);

describe("a passphrase", () => {
  test("opens the user's key however it was typed, and proves itself", async () => {
    const [words, salt, { privateKey }] = [newPassphrase(), newSalt(), newKeyPair()];
    const made = await derivePassphrase("u1", words, salt, pepper);
    const sealed = sealUserKey(made.kek, "u1", 1, privateKey);
    const typed = words
      .split(" ")
      .map((word) => word.slice(0, 4).toUpperCase())
      .join("-");
    const again = await derivePassphrase("u1", typed, salt, pepper);
    expect(bytesEqual(hashAuth(again.auth), hashAuth(made.auth))).toBe(true);
    expect(hexText(openUserKey(again.kek, "u1", 1, sealed))).toBe(hexText(privateKey));
  });

  test("gives other keys for another person, salt or pepper, and for other words", async () => {
    const [words, salt] = [newPassphrase(), newSalt()];
    const all = [
      await derivePassphrase("u1", words, salt, pepper),
      await derivePassphrase("u2", words, salt, pepper),
      await derivePassphrase("u1", words, newSalt(), pepper),
      await derivePassphrase("u1", words, salt, randomBytes(32)),
      await derivePassphrase("u1", "not words of the list", salt, pepper),
    ];
    expect(new Set(all.flatMap(({ auth, kek }) => [hexText(auth), hexText(kek)])).size).toBe(10);
  });
});

describe("a user's sealed key", () => {
  test("opens for no other user, version, key or bit", () => {
    const [{ privateKey }, { privateKey: kek }] = [newKeyPair(), newKeyPair()];
    const sealed = sealUserKey(kek, "u1", 1, privateKey);
    expect(() => openUserKey(kek, "u2", 1, sealed)).toThrow(SealBroken);
    expect(() => openUserKey(kek, "u1", 2, sealed)).toThrow(SealBroken);
    expect(() => openUserKey(privateKey, "u1", 1, sealed)).toThrow(SealBroken);
    for (let bit = 0; bit < sealed.length * 8; bit += 1)
      expect(() => openUserKey(kek, "u1", 1, flipped(sealed, bit))).toThrow(SealBroken);
  });
});

describe("a recovery sheet", () => {
  test("opens the user's key however it was typed", () => {
    const [sheet, { privateKey }] = [newRecoverySheet(), newKeyPair()];
    const sealed = sealUserKey(deriveRecovery("u1", sheet).key, "u1", 1, privateKey);
    const typed = sheet
      .split(" ")
      .map((word, at) => `${at + 1} ${word.slice(0, 4)}`)
      .join("\n");
    expect(hexText(openUserKey(deriveRecovery("u1", typed).key, "u1", 1, sealed))).toBe(hexText(privateKey));
  });

  test("is told from a slip of the pen", () => {
    const sheet = newRecoverySheet();
    expect(sheet.split(" ")).toHaveLength(12);
    expect(isRecoverySheet(sheet)).toBe(true);
    expect(isRecoverySheet(sheet.split(" ").slice(1).join(" "))).toBe(false);
    expect(isRecoverySheet("abandon ".repeat(12))).toBe(false);
  });

  test("gives other keys to another person, and keys that match nothing where it is none", () => {
    const sheet = newRecoverySheet();
    const keys = [
      deriveRecovery("u1", sheet),
      deriveRecovery("u2", sheet),
      deriveRecovery("u1", "nothing"),
      deriveRecovery("u1", ""),
    ];
    expect(new Set(keys.flatMap(({ auth, key }) => [hexText(auth), hexText(key)])).size).toBe(8);
  });
});

describe("a receipt", () => {
  test("finds its row and opens its key from the words alone", async () => {
    const [words, salt, { privateKey }] = [newReceiptWords(), newSalt(), newKeyPair()];
    const made = await deriveReceipt(words, salt);
    const sealed = sealReceiptKey(made, privateKey);
    const back = await deriveReceipt(words.toUpperCase(), salt);
    expect(back.lookupId).toBe(made.lookupId);
    expect(hexText(openReceiptKey(back, sealed))).toBe(hexText(privateKey));
    const other = await deriveReceipt(newReceiptWords(), salt);
    expect(other.lookupId).not.toBe(made.lookupId);
    expect(() => openReceiptKey(other, sealed)).toThrow(SealBroken);
  });
});

describe("a session", () => {
  const content = randomBytes(100);

  test("opens with cookie and row together", () => {
    const token = newSessionToken();
    const rowId = sessionRowId(token);
    expect(openSession(token, rowId, "u1", sealSession(token, rowId, "u1", content)).slice()).toEqual(content);
    expect(openSession(token, rowId, null, sealSession(token, rowId, null, content)).slice()).toEqual(content);
  });

  test("opens with no other token, row or person, and with no bit turned", () => {
    const token = newSessionToken();
    const rowId = sessionRowId(token);
    const sealed = sealSession(token, rowId, "u1", content);
    expect(() => openSession(newSessionToken(), rowId, "u1", sealed)).toThrow(SealBroken);
    expect(() => openSession(token, "other", "u1", sealed)).toThrow(SealBroken);
    expect(() => openSession(token, rowId, "u2", sealed)).toThrow(SealBroken);
    expect(() => openSession(token, rowId, null, sealed)).toThrow(SealBroken);
    for (let bit = 0; bit < sealed.length * 8; bit += 1)
      expect(() => openSession(token, rowId, "u1", flipped(sealed, bit))).toThrow(SealBroken);
  });

  test("takes a cookie that is no token for one that fits no row", () => {
    for (const cookie of ["", "ü", "a", "x".repeat(5000)]) {
      expect(sessionRowId(cookie)).toMatch(/^[\w-]{43}$/);
      expect(() => openSession(cookie, "row", null, new Uint8Array(300))).toThrow(SealBroken);
    }
  });

  test("gives a key of its own for each purpose", () => {
    const token = newSessionToken();
    expect(hexText(sessionSubkey(token, "submission"))).not.toBe(hexText(sessionSubkey(token, "session")));
  });
});

describe("the queue of slow derivations", () => {
  test("lets two run and sixteen wait, and refuses the next at once", async () => {
    const salt = newSalt();
    const asked = Array.from({ length: 18 }, (_, at) => deriveSlowly(`words ${at}`, salt));
    expect(isTooBusy()).toBe(true);
    await expect(deriveSlowly("one too many", salt)).rejects.toThrow(TooBusy);
    const derived = await Promise.all(asked);
    expect(new Set(derived.map(hexText)).size).toBe(18);
    expect(isTooBusy()).toBe(false);
    await expect(deriveSlowly("room again", salt)).resolves.toHaveLength(32);
  }, 60_000);

  test("goes on after a derivation that failed", async () => {
    const failed = Array.from({ length: 5 }, () => deriveSlowly("words", new Uint8Array(2)));
    const ends = await Promise.allSettled(failed);
    expect(ends.map(({ status }) => status)).toEqual(Array(5).fill("rejected"));
    await expect(deriveSlowly("words", newSalt())).resolves.toHaveLength(32);
  });
});
