import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deleteObject, readObject, writeObject } from "#app/platform/blob-store/objects.server.ts";
import { sweepObjects } from "#app/platform/blob-store/sweep.server.ts";
import { openFile, sealFile } from "#app/platform/crypto/files.server.ts";
import { randomBytes } from "#app/platform/crypto/random.server.ts";
import { newSecretKey } from "#app/platform/crypto/secret.server.ts";
import { readEnv, setEnv } from "#app/platform/env.server.ts";
import { DAY, HOUR, heldClock } from "../../../support/clock.ts";
import { gathered, joined, pieces } from "../crypto/arbitraries.ts";

const clock = heldClock("2026-03-04T15:27:31Z");
const home = mkdtempSync(join(tmpdir(), "thaw-objects-"));
const folder = join(home, "objects");
const place = { caseId: "c1", fileId: "f1" };
const key = newSecretKey();
const seal = (original: Uint8Array) => sealFile(key, place, pieces(original)).sealed;
const names = () => readdirSync(folder);

beforeAll(() => setEnv({ ...readEnv({}), DATA_DIR: home }));
beforeEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("an object", () => {
  test("comes back as it was sealed, and says nothing of what it holds", async () => {
    const original = randomBytes(300_000);
    const { name, sizeBytes } = await writeObject(seal(original));
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(names()).toEqual([name]);
    const back = await gathered(openFile(key, place, original.length, readObject(name)));
    expect(Buffer.compare(joined(back), original)).toBe(0);
    const file = statSync(join(folder, name));
    expect(file.size).toBe(sizeBytes);
    expect(file.mode & 0o777).toBe(0o600);
    expect(file.mtime.toISOString()).toBe("2026-03-04T00:00:00.000Z");
    expect(readFileSync(join(folder, name)).includes(Buffer.from(original.subarray(0, 16)))).toBe(false);
  });

  test("is refused when it is not sealed, and leaves nothing on the disk", async () => {
    await expect(writeObject(pieces(Buffer.from("a narrative")))).rejects.toThrow(RangeError);
    await expect(writeObject(pieces(new Uint8Array(0)))).rejects.toThrow(RangeError);
    expect(names()).toEqual([]);
  });

  test("that breaks off while it arrives leaves nothing on the disk", async () => {
    async function* breaking() {
      yield* seal(randomBytes(200_000));
      expect(names()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.partial$/)]);
      throw new Error("the line went down");
    }
    await expect(writeObject(breaking())).rejects.toThrow("the line went down");
    expect(names()).toEqual([]);
  });

  test("is gone when deleted, and may be deleted again", async () => {
    const { name } = await writeObject(seal(randomBytes(10)));
    await deleteObject(name);
    await deleteObject(name);
    expect(names()).toEqual([]);
    await expect(gathered(readObject(name))).rejects.toThrow();
  });

  test.each(["../secrets.env", "", "A".repeat(32), `${"a".repeat(32)}/..`])(
    "is never looked for as %j",
    async (name) => {
      await expect(gathered(readObject(name))).rejects.toThrow(RangeError);
      await expect(deleteObject(name)).rejects.toThrow(RangeError);
    },
  );
});

describe("the sweep", () => {
  test("removes old objects without a row and keeps those with one", async () => {
    const [kept, orphan] = [await writeObject(seal(randomBytes(5))), await writeObject(seal(randomBytes(5)))];
    const known = async (asked: readonly string[]) => new Set(asked.filter((name) => name === kept.name));
    expect(await sweepObjects(known)).toBe(0);
    clock.pass(3 * DAY);
    const young = await writeObject(seal(randomBytes(5)));
    expect(await sweepObjects(known)).toBe(1);
    expect(names().sort()).toEqual([kept.name, young.name].sort());
    expect(names()).not.toContain(orphan.name);
  });

  test("removes what an interrupted upload left after an hour, and never a stranger's file", async () => {
    await writeObject(seal(randomBytes(5)));
    const partial = join(folder, `${"a".repeat(32)}.partial`);
    for (const path of [partial, join(folder, "notes.txt")]) {
      writeFileSync(path, "x");
      utimesSync(path, clock.now() / 1000, clock.now() / 1000);
    }
    const all = async (asked: readonly string[]) => new Set(asked);
    clock.pass(HOUR / 2);
    expect(await sweepObjects(all)).toBe(0);
    clock.pass(HOUR);
    expect(await sweepObjects(all)).toBe(1);
    expect(names()).toContain("notes.txt");
    expect(names()).not.toContain(`${"a".repeat(32)}.partial`);
  });
});
