import { describe, expect, test } from "vitest";
import { codeValue, newCode } from "#app/platform/crypto/codes.server.ts";
import { deriveAnswerSecret, newAnswerWords, withAnswerKeys } from "#app/platform/crypto/survey-answers.server.ts";

const SALT = new Uint8Array(16).fill(7);
const CODE = "0123-4567-89AB-CDEF-GHJK";
const WORDS = "abandon ability able about";

describe("what a survey's code and words give together", () => {
  test("is the same however both are typed", async () => {
    const secret = await deriveAnswerSecret(CODE, WORDS, SALT);
    expect(await deriveAnswerSecret(" o123 4567 89ab cdef ghjk", "Aban-abil able ABOU", SALT)).toBe(secret);
  });

  test("is another for other words, another code and another installation", async () => {
    const secrets = await Promise.all([
      deriveAnswerSecret(CODE, WORDS, SALT),
      deriveAnswerSecret(CODE, "", SALT),
      deriveAnswerSecret(CODE, "abandon ability able above", SALT),
      deriveAnswerSecret("0123-4567-89AB-CDEF-GHJM", WORDS, SALT),
      deriveAnswerSecret(CODE, WORDS, new Uint8Array(16)),
    ]);
    expect(new Set(secrets).size).toBe(5);
  });

  /** These values must come out for ever: drafts and answers are found by them. */
  test("is what it was when the first answer was kept", async () => {
    const secret = await deriveAnswerSecret(CODE, WORDS, SALT);
    const kept = await withAnswerKeys(secret, async ({ draftId, answerId, receipt, markOf, key }) => ({
      ...{ draftId, answerId, receipt, mark: markOf("signal"), key: Buffer.from(key).toString("base64url") },
    }));
    expect({ secret, ...kept }).toMatchInlineSnapshot(`
      {
        "answerId": "6sB8mdcQs8yJsm876ocmOxQlqxS6irzW2sckpkGqkwU",
        "draftId": "qDTxzVvHcOTScOPMhsEAfB3qj4_fVp1yfNOrl7FOg5w",
        "key": "AfFSjV8Tgd_0sPtU85655n4YtYVb6WhLWSTpzVDUZeo",
        "mark": "PNfqMoiGe9XkO90agB70iyA4MMcdASxYk1-Kvr18mDo",
        "receipt": "RJTN-JC9W-1JRR-EX7F-TGPJ",
        "secret": "3aP2CvuqO9NfGWz7Tyll0CZPjwTVLiJYVEijja_7Nfw",
      }
    `);
  });

  test("none of its values is another's, nor one of the code alone", async () => {
    const secret = await deriveAnswerSecret(CODE, WORDS, SALT);
    await withAnswerKeys(secret, async ({ draftId, answerId, markOf, key }) => {
      const ofCode = ["valid", "answer", "participation"].map((purpose) => codeValue(CODE, purpose));
      const all = [secret, draftId, answerId, markOf(""), Buffer.from(key).toString("base64url"), ...ofCode];
      expect(new Set(all).size).toBe(all.length);
    });
  });

  test("its key is wiped when it is no longer used, also where something failed", async () => {
    const secret = await deriveAnswerSecret(CODE, WORDS, SALT);
    const taken: Uint8Array[] = [];
    await withAnswerKeys(secret, async ({ key }) => void taken.push(key));
    await withAnswerKeys(secret, async ({ key }) => {
      taken.push(key);
      throw new Error("stop");
    }).catch(() => null);
    expect(taken.map((key) => key.every((byte) => byte === 0))).toEqual([true, true]);
    await expect(withAnswerKeys("short", async () => null)).rejects.toThrow(RangeError);
  });

  test("words are four of the list, and codes are never two times the same", () => {
    expect(newAnswerWords().split(" ")).toHaveLength(4);
    expect(new Set([newAnswerWords(), newAnswerWords(), newCode(), newCode()]).size).toBe(4);
  });
});
