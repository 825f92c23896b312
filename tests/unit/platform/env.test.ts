import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { EnvError, readEnv } from "#app/platform/env.server.ts";

const KEY = "A".repeat(43);
let folder: string;
let secretsFile: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "thaw-env-"));
  secretsFile = join(folder, "secrets.env");
});
afterEach(() => rmSync(folder, { recursive: true }));

const read = (settings: Record<string, string> = {}) => readEnv({ SECRETS_FILE: secretsFile, ...settings });

describe("the settings", () => {
  test("have defaults that start on this machine alone", () => {
    expect(read()).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      PUBLIC_ORIGINS: ["http://127.0.0.1:3000", "http://localhost:3000", "http://[::1]:3000"],
      DATA_DIR: resolve("data"),
      DEMO: false,
      TRUST_PROXY: false,
      DATABASE_POOL_SIZE: 10,
    });
  });

  test("take origins as a list, and nothing for an empty text", () => {
    const env = read({ PUBLIC_ORIGINS: "https://a.example, http://b.onion", DATABASE_URL: "" });
    expect(env.PUBLIC_ORIGINS).toEqual(["https://a.example", "http://b.onion"]);
    expect(env.DATABASE_URL).toBeUndefined();
  });

  const wrong: [string, string, RegExp][] = [
    ["PORT", "http", /^PORT must be a whole number from 0 to 65535$/],
    ["PORT", "70000", /^PORT must be at most 65535$/],
    ["PUBLIC_ORIGINS", "https://a.example/path", /^PUBLIC_ORIGINS must be origins without a path/],
    ["PUBLIC_ORIGINS", "a.example", /^PUBLIC_ORIGINS must be origins/],
    ["ONION_LOCATION", "https://a.example", /^ONION_LOCATION must be an onion origin without a path$/],
    ["DATABASE_URL", "mysql://somebody:password@x/thaw", /^DATABASE_URL must be an address such as postgresql:/],
    ["DATABASE_POOL_SIZE", "0", /^DATABASE_POOL_SIZE must be at least 1$/],
    ["PEPPER", "short", /^PEPPER must be 32 random bytes as base64url/],
    ["LEAVE_URL", "http://weather.example", /^LEAVE_URL must be an https address$/],
    ["DEMO", "yes", /^DEMO must be 0 or 1$/],
  ];
  test.each(wrong)("%s=%s is refused in one line that does not repeat it", (name, value, line) => {
    const attempt = () => read({ [name]: value });
    expect(attempt).toThrow(EnvError);
    expect(attempt).toThrow(line);
    try {
      attempt();
    } catch (error) {
      expect((error as Error).message).not.toContain("\n");
      if (value.length > 5) expect((error as Error).message).not.toContain(value);
    }
  });

  test("refuse the embedded database on a network, unless somebody insists", () => {
    expect(() => read({ HOST: "0.0.0.0" })).toThrow(/^HOST must be loopback/);
    expect(read({ HOST: "0.0.0.0", ALLOW_PUBLIC_EMBEDDED: "1" }).HOST).toBe("0.0.0.0");
    expect(read({ HOST: "0.0.0.0", DATABASE_URL: "postgresql://app_login@db/thaw" }).HOST).toBe("0.0.0.0");
  });
});

describe("the two secrets", () => {
  test("come from their file", () => {
    writeFileSync(secretsFile, `PEPPER=${KEY}\nDIRECTORY_KEY=${KEY}\nPORT=1\n`);
    expect(read()).toMatchObject({ PEPPER: KEY, DIRECTORY_KEY: KEY, PORT: 3000 });
  });

  test("of the environment win over the file", () => {
    writeFileSync(secretsFile, `PEPPER=${KEY}\n`);
    const other = "B".repeat(43);
    expect(read({ PEPPER: other }).PEPPER).toBe(other);
  });

  test("may be missing before the set-up", () => {
    expect(read().PEPPER).toBeUndefined();
  });
});
