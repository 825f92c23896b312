import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { childRights } from "#app/platform/sanitiser/child-arguments.server.ts";
import { FILE_LIMIT_BYTES } from "#app/platform/sanitiser/file-kinds.ts";
import { sanitise } from "#app/platform/sanitiser/sanitise.server.ts";
import { answerIn } from "#app/platform/sanitiser/worker-answer.server.ts";
import { plainJpeg } from "../../../support/pictures.ts";
import { pieces } from "../crypto/arbitraries.ts";
import { reason } from "./cleaning.ts";

const folder = mkdtempSync(join(tmpdir(), "thaw-worker-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program that has taken the worker over can do, with the worker's rights and its lock. */
function attempt(program: string): string {
  const file = join(folder, "attempt.mjs");
  writeFileSync(
    file,
    `try { ${program}; console.log("done") } catch (error) { console.log(error.code ?? error.message) }`,
  );
  const ran = spawnSync(process.execPath, [...childRights(), `--allow-fs-read=${folder}/*`, file], {
    env: {} as NodeJS.ProcessEnv,
    cwd: "/",
  });
  return ran.stdout.toString().trim();
}

describe("the process that reads hostile files", () => {
  test.each([
    ["read a file of the machine", `(await import("node:fs")).readFileSync("/etc/passwd")`],
    ["read this program's own settings", `(await import("node:fs")).readdirSync(${JSON.stringify(process.cwd())})`],
    ["write a file", `(await import("node:fs")).writeFileSync(${JSON.stringify(join(folder, "x"))}, "x")`],
    ["start a program", `(await import("node:child_process")).spawnSync("id")`],
  ])("cannot %s", (_, program) => {
    expect(attempt(program)).toBe("ERR_ACCESS_DENIED");
  });

  test.each([
    ["a socket", `(await import("node:net")).connect(80, "127.0.0.1")`],
    ["a socket of its own making", `new (await import("node:net")).Socket().connect(80, "127.0.0.1")`],
    ["a server", `(await import("node:net")).createServer()`],
    ["a datagram", `(await import("node:dgram")).createSocket("udp4")`],
    ["a name", `(await import("node:dns")).lookup("localhost", () => {})`],
    [
      "a request",
      `await new Promise((_, no) => (import("node:http")).then((http) => http.get("http://127.0.0.1:1/"), no).catch(no))`,
    ],
  ])("has no network: %s", (_, program) => {
    expect(attempt(program)).toBe("this process has no network");
  });

  test("has no environment and no fetch", () => {
    expect(attempt("if (Object.keys(process.env).length > 0 || globalThis.fetch) throw new Error('found')")).toBe(
      "done",
    );
  });

  test("has little memory for itself", () => {
    expect(attempt("new WebAssembly.Memory({ initial: 6_657 })")).not.toBe("done");
  });

  test("dies alone when it takes too long", async () => {
    const late = await sanitise("jpg", pieces(plainJpeg()), { timeoutMs: 20, memoryBytes: 1e9 });
    expect(late).toMatchObject({ ok: false, refusal: { code: "file.no-copy.too_slow" } });
    expect(await reason("jpg", plainJpeg())).toBe("copy");
  });

  test("dies alone when it takes too much memory", async () => {
    const greedy = await sanitise("jpg", pieces(plainJpeg()), { timeoutMs: 20_000, memoryBytes: 1e6 });
    expect(greedy).toMatchObject({ ok: false, refusal: { code: "file.no-copy.too_much_memory" } });
  });

  test("is not fed without end", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 65_536;
        yield new Uint8Array(65_536).fill(65);
      }
    }
    const result = await sanitise("txt", endless());
    expect(result).toMatchObject({ ok: false, refusal: { code: "file.no-copy.too_large" } });
    expect(given).toBeLessThanOrEqual(FILE_LIMIT_BYTES + 65_536);
  });

  test("leaves an upload that breaks off to whoever reads it", async () => {
    async function* breaking() {
      yield plainJpeg();
      throw new Error("the line went down");
    }
    await expect(sanitise("jpg", breaking())).rejects.toThrow("the line went down");
  });

  test("is one of two at most; many wait, and more are told to come again", { timeout: 120_000 }, async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => sanitise("txt", pieces(Buffer.from("a")))));
    const codes = all.map((result) => (result.ok ? "copy" : result.refusal.code));
    expect(codes.filter((code) => code === "copy")).toHaveLength(18);
    expect(codes.filter((code) => code === "file.no-copy.busy")).toHaveLength(2);
  });
});

describe("an answer of a worker that was taken over", () => {
  const said = (head: object, copy: string) => Buffer.from(`${JSON.stringify(head)}\n${copy}`, "latin1");
  const head = { copy: "txt", sizeBytes: 2, removed: [], pages: [] };

  test("is believed only as far as it fits", () => {
    expect(answerIn(said(head, "ok"))).toMatchObject({ ok: true });
    expect(answerIn(said({ none: "macro" }, ""))).toMatchObject({ ok: false });
  });

  test.each([
    ["no line", Buffer.alloc(70_000, 65)],
    ["no JSON", Buffer.from("hello\n")],
    ["another size", said({ ...head, sizeBytes: 9 }, "ok")],
    ["another kind", said({ ...head, copy: "html" }, "ok")],
    ["words in the place of codes", said({ ...head, removed: ["<b>"] }, "ok")],
    ["a reason of its own", said({ none: "<script>" }, "")],
    ["a picture that is a page", said({ ...head, copy: "png" }, "<p")],
    ["pages outside", said({ ...head, pages: [[0, 50]] }, "ok")],
    ["pages that are no pictures", said({ ...head, pages: [[0, 2]] }, "ok")],
  ])("with %s is none", (_, bytes) => {
    expect(answerIn(bytes)).toBeNull();
  });
});
