import { execFileSync } from "node:child_process";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { primitives } from "#app/platform/crypto/primitives.server.ts";
import { lockAway, newSecret, newSecretKey, Secret, wipe } from "#app/platform/crypto/secret.server.ts";

describe("a secret", () => {
  test("prints as nothing", () => {
    const key = newSecretKey();
    const shown = [String(key), `${key}`, JSON.stringify({ key }), inspect({ key }), key.toLocaleString()].join(" ");
    expect(shown).toBe('[secret] [secret] {"key":"[secret]"} { key: [secret] } [secret]');
  });

  test("moves bytes in and leaves zeros where they came from", () => {
    const bytes = new Uint8Array(32).fill(9);
    const secret = lockAway(bytes);
    expect(bytes).toEqual(new Uint8Array(32));
    expect(secret.slice()).toEqual(new Uint8Array(32).fill(9));
  });

  test("never takes the place of a wiped one", () => {
    const wiped = newSecretKey();
    wipe(wiped);
    for (let more = 0; more < 1000; more += 1) newSecretKey();
    expect(wiped.slice()).toEqual(new Uint8Array(32));
  });

  test("does not overlap with another", () => {
    const secrets = Array.from({ length: 600 }, (_, at) => newSecret(1 + (at % 60)).fill(at % 256));
    expect(secrets.every((secret, at) => secret.every((byte) => byte === at % 256))).toBe(true);
  });

  test("may be larger than a page", () => {
    const large = newSecret(10_000);
    large.fill(1);
    expect(large.length).toBe(10_000);
    expect(large).toBeInstanceOf(Secret);
  });

  test("parts stay secret over the same memory, slices are plain copies", () => {
    const key = newSecretKey();
    expect(key.subarray(0, 4)).toBeInstanceOf(Secret);
    expect(key.slice()).not.toBeInstanceOf(Secret);
  });

  test("is made by the native build here", () => {
    expect(primitives.kind).toBe("native");
  });

  // The binding aborts the process when the kernel has no mapping left, so the bound must hold before that.
  test("can be made by the hundred thousand, also where no memory may be locked", () => {
    const many = `
      import("#app/platform/crypto/secret.server.ts").then(({ newSecret }) => {
        const kept = Array.from({ length: 100_000 }, () => newSecret(256));
        console.log(kept.length);
      });`;
    const answer = execFileSync(
      "sh",
      ["-c", 'ulimit -l 0; exec node --import tsx --input-type=module -e "$1"', "sh", many],
      {
        encoding: "utf8",
      },
    );
    expect(answer.trim()).toBe("100000");
  });

  test("is made without the native build where there is none", () => {
    const without = `
      const { Module } = await import("node:module");
      const load = Module._load;
      Module._load = (name, ...rest) => { if (name === "sodium-native") throw new Error("no build"); return load(name, ...rest); };
      const { primitives } = await import("#app/platform/crypto/primitives.server.ts");
      const { newKeyPair } = await import("#app/platform/crypto/secret.server.ts");
      const { sealField, openTextField } = await import("#app/platform/crypto/fields.server.ts");
      const place = { table: "t", column: "c", rowId: "r" };
      const { privateKey } = newKeyPair();
      console.log(primitives.kind, openTextField(privateKey, place, sealField(privateKey, place, "text")));`;
    const answer = execFileSync("node", ["--import", "tsx", "--input-type=module", "-e", without], {
      encoding: "utf8",
    });
    expect(answer.trim()).toBe("wasm text");
  });
});
