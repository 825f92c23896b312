import { createRequire } from "node:module";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openTextField, sealField } from "#app/platform/crypto/fields.server.ts";
import { openFile, sealFile } from "#app/platform/crypto/files.server.ts";
import { ctx } from "#app/platform/crypto/hash.server.ts";
import type { Primitives } from "#app/platform/crypto/primitive-set.ts";
import { STREAM_STATE_BYTES } from "#app/platform/crypto/primitives.server.ts";
import { native } from "#app/platform/crypto/primitives-native.server.ts";
import { wasm } from "#app/platform/crypto/primitives-wasm.server.ts";
import { randomBytes } from "#app/platform/crypto/random.server.ts";
import { newKeyPair, newSecretKey } from "#app/platform/crypto/secret.server.ts";
import { deriveSlowly } from "#app/platform/crypto/slow-derivation.server.ts";
import { openWrap, sealWrap } from "#app/platform/crypto/wraps.server.ts";
import { bytes, gathered, hexText, joined, pieces } from "./arbitraries.ts";

// The same library in another build by other hands, spoken to directly: formats are written out here once more.
const oracle = createRequire(import.meta.url)("libsodium-wrappers-sumo") as typeof import("libsodium-wrappers-sumo");
const place = { table: "cases", column: "sealed_body", rowId: "r1" };
const context = { kind: "case", objectId: "c1", objectVersion: 1, recipient: "team/t1", recipientVersion: 2 };
const bound = ctx("wrap", "case", "c1", 1, "team/t1", 2);
beforeAll(() => oracle.ready);

describe("the oracle", () => {
  test("opens our fields, and we open its", () => {
    const key = newSecretKey();
    const aad = ctx("field", "cases", "sealed_body", "r1");
    const sealed = sealField(key, place, "text");
    const padded = oracle.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.slice(25),
      aad,
      sealed.slice(1, 25),
      key.slice(),
    );
    expect(Buffer.from(padded.slice(4, 8)).toString()).toBe("text");
    expect([padded.length, padded[3]]).toEqual([256, 4]);
    const nonce = randomBytes(24);
    const theirs = oracle.crypto_aead_xchacha20poly1305_ietf_encrypt(padded, aad, null, nonce, key.slice());
    expect(openTextField(key, place, joined([Uint8Array.of(1), nonce, theirs]))).toBe("text");
  });

  test("opens our wraps, and we open its", () => {
    const { publicKey, privateKey } = newKeyPair();
    const secret = randomBytes(32);
    const wrap = sealWrap(publicKey, context, secret);
    const plain = oracle.crypto_box_seal_open(wrap.slice(1), publicKey, privateKey.slice());
    expect(hexText(plain)).toBe(hexText(joined([bound, secret])));
    const theirs = joined([Uint8Array.of(1), oracle.crypto_box_seal(joined([bound, secret]), publicKey)]);
    expect(hexText(openWrap({ publicKey, privateKey }, context, theirs))).toBe(hexText(secret));
    expect(oracle.crypto_scalarmult_base(privateKey.slice())).toEqual(publicKey);
  });

  test("opens our files, and we open its", async () => {
    const key = newSecretKey();
    const aad = ctx("file", "c1", "f1");
    const original = randomBytes(69_632);
    const parts = await gathered(sealFile(key, { caseId: "c1", fileId: "f1" }, pieces(original)).sealed);
    const [head, first, second] = parts as [Uint8Array, Uint8Array, Uint8Array];
    expect(Buffer.from(head.slice(0, 5)).toString("latin1")).toBe("SEF1\u0001");
    const pull = oracle.crypto_secretstream_xchacha20poly1305_init_pull(head.slice(5), key.slice());
    const a = oracle.crypto_secretstream_xchacha20poly1305_pull(pull, first, aad);
    const b = oracle.crypto_secretstream_xchacha20poly1305_pull(pull, second, null);
    if (!a || !b) throw new Error("the oracle refuses our chunks");
    expect([a.tag, b.tag]).toEqual([0, 3]);
    expect(Buffer.compare(joined([a.message, b.message]), original)).toBe(0);

    const { state, header } = oracle.crypto_secretstream_xchacha20poly1305_init_push(key.slice());
    const theirs = joined([
      head.slice(0, 5),
      header,
      oracle.crypto_secretstream_xchacha20poly1305_push(state, original.slice(0, 65_536), aad, 0),
      oracle.crypto_secretstream_xchacha20poly1305_push(state, original.slice(65_536), null, 3),
    ]);
    const back = await gathered(openFile(key, { caseId: "c1", fileId: "f1" }, original.length, pieces(theirs)));
    expect(Buffer.compare(joined(back), original)).toBe(0);
  });

  test("derives the same from a passphrase", async () => {
    const salt = randomBytes(16);
    const theirs = oracle.crypto_pwhash(32, "apple river", salt, 3, 65_536 * 1024, oracle.crypto_pwhash_ALG_ARGON2ID13);
    expect(hexText(await deriveSlowly("apple river", salt))).toBe(hexText(theirs));
  }, 30_000);
});

describe("the two builds under the adapter", () => {
  test("open each other's values and refuse the same", async () => {
    const builds: [Primitives, Primitives] = [native() as Primitives, await wasm()];
    const { publicKey, privateKey } = newKeyPair();
    for (const [ours, theirs] of [builds, [...builds].reverse() as typeof builds]) {
      fc.assert(
        fc.property(bytes, bytes, (plain, aad) => {
          const [key, nonce] = [randomBytes(32), randomBytes(24)];
          const sealed = new Uint8Array(plain.length + 16);
          ours.aeadSeal(key, nonce, aad, plain, sealed);
          const into = new Uint8Array(plain.length);
          expect(theirs.aeadOpen(key, nonce, aad, sealed, into)).toBe(true);
          expect(into).toEqual(plain);
          expect(theirs.aeadOpen(key, randomBytes(24), aad, sealed, into)).toBe(false);
          const box = new Uint8Array(plain.length + 48);
          ours.boxSeal(publicKey, plain, box);
          expect(theirs.boxOpen(publicKey, privateKey.slice(), box, into)).toBe(true);
          expect(into).toEqual(plain);
          box[box.length - 1] = (box[box.length - 1] ?? 0) ^ 1;
          expect(theirs.boxOpen(publicKey, privateKey.slice(), box, into)).toBe(false);
        }),
        { numRuns: 50 },
      );
      const key = randomBytes(32);
      const sealer = ours.streamSealer(key, new Uint8Array(STREAM_STATE_BYTES));
      const opener = theirs.streamOpener(key, sealer.header, new Uint8Array(STREAM_STATE_BYTES));
      const none = new Uint8Array(0);
      const [one, two] = [sealer.push(Uint8Array.of(1), Uint8Array.of(9), false), sealer.push(none, none, true)];
      expect(opener.pull(one, Uint8Array.of(9))).toEqual({ plain: Uint8Array.of(1), final: false });
      expect(opener.pull(one, none)).toBeNull();
      expect(opener.pull(two, none)).toEqual({ plain: none, final: true });
      expect(opener.pull(none, none)).toBeNull();
    }
  });
});
