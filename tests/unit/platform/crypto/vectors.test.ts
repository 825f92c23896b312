import { describe, expect, test } from "vitest";
import { codeSubkey, codeValue, hashCode } from "#app/platform/crypto/codes.server.ts";
import { directoryMac, fingerprint, keyCheckValue } from "#app/platform/crypto/directory.server.ts";
import { joinShares } from "#app/platform/crypto/escrow.server.ts";
import { openBlock } from "#app/platform/crypto/facet-blocks.server.ts";
import { openTextField } from "#app/platform/crypto/fields.server.ts";
import { openFile } from "#app/platform/crypto/files.server.ts";
import { verifyFormToken } from "#app/platform/crypto/form-token.server.ts";
import { approvalHash, chainHash, ctx } from "#app/platform/crypto/hash.server.ts";
import { openTextLetter } from "#app/platform/crypto/letters.server.ts";
import { derivePassphrase, hashAuth } from "#app/platform/crypto/passphrase.server.ts";
import { deriveReceipt, openReceiptKey } from "#app/platform/crypto/receipts.server.ts";
import { deriveRecovery } from "#app/platform/crypto/recovery.server.ts";
import { keyPairFrom, subkey } from "#app/platform/crypto/secret.server.ts";
import { openSession, sessionRowId } from "#app/platform/crypto/session-token.server.ts";
import { deriveSlowly } from "#app/platform/crypto/slow-derivation.server.ts";
import { openUserKey } from "#app/platform/crypto/user-keys.server.ts";
import { openWrap } from "#app/platform/crypto/wraps.server.ts";
import { gathered, hex, hexText, joined, pieces, secretOf } from "./arbitraries.ts";
import vectors from "./vectors.json" with { type: "json" };

describe("what was stored in format 1 still opens:", () => {
  const pair = keyPairFrom(secretOf(vectors.wrap.privateKey));

  test("contexts, subkeys and public keys", () => {
    expect(hexText(ctx(...vectors.ctx.parts))).toBe(vectors.ctx.hash);
    expect(hexText(subkey(secretOf(vectors.subkey.key), vectors.subkey.purpose))).toBe(vectors.subkey.subkey);
    expect(hexText(pair.publicKey)).toBe(vectors.wrap.publicKey);
  });

  test("a field", () => {
    const { key, place, text, sealed } = vectors.field;
    expect(openTextField(secretOf(key), place, hex(sealed))).toBe(text);
  });

  test("a wrap and a letter", () => {
    const { context, secret, wrap } = vectors.wrap;
    expect(hexText(openWrap(pair, context, hex(wrap)))).toBe(secret);
    expect(openTextLetter(pair, context, hex(vectors.letter.letter))).toBe(vectors.letter.text);
  });

  test("a block", () => {
    const { key, blockId, blockVersion, records, sealed } = vectors.block;
    expect(hexText(openBlock(secretOf(key), { blockId, blockVersion }, hex(sealed)))).toBe(records);
  });

  test("a passphrase", async () => {
    const { userId, words, salt, pepper, argon2id, auth, kek, authHash } = vectors.passphrase;
    expect(hexText(await deriveSlowly(words, hex(salt)))).toBe(argon2id);
    const keys = await derivePassphrase(userId, words, hex(salt), hex(pepper));
    expect([hexText(keys.auth), hexText(keys.kek), hexText(hashAuth(keys.auth))]).toEqual([auth, kek, authHash]);
  });

  test("a user's key and a recovery sheet", () => {
    const { kek, userId, keyVersion, privateKey, sealed } = vectors.userKey;
    expect(hexText(openUserKey(secretOf(kek), userId, keyVersion, hex(sealed)))).toBe(privateKey);
    const recovered = deriveRecovery(vectors.recovery.userId, vectors.recovery.words);
    expect([hexText(recovered.auth), hexText(recovered.key)]).toEqual([vectors.recovery.auth, vectors.recovery.key]);
  });

  test("a receipt", async () => {
    const { words, salt, lookupId, key, privateKey, sealed } = vectors.receipt;
    const keys = await deriveReceipt(words, hex(salt));
    expect([keys.lookupId, hexText(keys.key)]).toEqual([lookupId, key]);
    expect(hexText(openReceiptKey(keys, hex(sealed)))).toBe(privateKey);
  });

  test("a session and a form token", () => {
    const { token, rowId, userId, content, sealed } = vectors.session;
    expect(sessionRowId(token)).toBe(rowId);
    expect(hexText(openSession(token, rowId, userId, hex(sealed)))).toBe(content);
    const form = vectors.formToken;
    const holds = verifyFormToken(hex(form.key), form.token, form.sessionId, form.personId);
    expect(holds).toEqual({ session: true, person: true });
  });

  test("the directory, codes, the audit chain and approvals", () => {
    const { directory, code, chain, approval } = vectors;
    const mac = directoryMac(hex(directory.key), directory.name, directory.version, hex(directory.publicKey));
    expect(hexText(mac)).toBe(directory.mac);
    expect(fingerprint(hex(directory.publicKey))).toBe(directory.fingerprint);
    expect(hexText(keyCheckValue(hex(directory.key), "pepper"))).toBe(directory.check);
    expect(hexText(hashCode(code.code))).toBe(code.hash);
    expect(codeValue(code.code, "valid")).toBe(code.valid);
    expect(hexText(codeSubkey(code.code, "draft"))).toBe(code.subkey);
    expect(hexText(chainHash(hex(chain.previous), chain.seq, chain.day, chain.class, hex(chain.sealed)))).toBe(
      chain.hash,
    );
    expect(hexText(approvalHash(approval.subject, approval.text))).toBe(approval.hash);
  });

  test("escrow sheets and a file", async () => {
    const [first = "", , third = ""] = vectors.escrow.sheets;
    expect(hexText(await joinShares([first, third]))).toBe(vectors.escrow.secret);
    const { key, place, plain, sizeBytes, object } = vectors.file;
    const parts = await gathered(openFile(secretOf(key), place, sizeBytes, pieces(hex(object))));
    expect(Buffer.from(joined(parts)).toString()).toBe(plain);
  });
});
