import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BodyBroken, partsOf } from "#app/platform/http/multipart.server.ts";

const TYPE = "multipart/form-data; boundary=----x";
interface Given {
  readonly name: string;
  readonly fileName?: string;
  readonly content: Buffer;
}

function body(parts: readonly Given[], end = "------x--\r\n"): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ name, fileName, content }) => [
      Buffer.from(
        `------x\r\nContent-Disposition: form-data; name="${name}"${
          fileName === undefined ? "" : `; filename="${fileName}"\r\nContent-Type: text/plain`
        }\r\n\r\n`,
      ),
      content,
      Buffer.from("\r\n"),
    ]),
    Buffer.from(end),
  ]);
}

function streamOf(bytes: Buffer, sizes: readonly number[] = [bytes.length]): ReadableStream<Uint8Array> {
  let at = 0;
  let turn = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      const size = sizes[turn++ % sizes.length] ?? 1;
      controller.enqueue(bytes.subarray(at, at + size));
      at += size;
    },
  });
}

async function readAll(stream: ReadableStream<Uint8Array> | null, type = TYPE) {
  const read: { name: string; fileName: string | null; content: Buffer }[] = [];
  for await (const { name, fileName, bytes } of partsOf(stream, type)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) pieces.push(Buffer.from(piece));
    read.push({ name, fileName, content: Buffer.concat(pieces) });
  }
  return read;
}

describe("a form with files", () => {
  test("is read alike however its bytes arrive, also where a file holds what looks like its end", async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom("\r\n", "--", "\r\n--", "\r\n------", "------x", "\r\n-----x--").map((text) => Buffer.from(text)),
    );
    const content = fc.array(piece, { maxLength: 6 }).map((pieces) => Buffer.concat(pieces));
    const parts = fc.array(fc.record({ content, isFile: fc.boolean() }), { minLength: 1, maxLength: 4 });
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(parts, sizes, async (given, cuts) => {
        const named = given
          .filter(({ content }) => !content.includes("\r\n------x"))
          .map(({ content, isFile }, at) => ({ name: `n${at}`, content, ...(isFile && { fileName: `f${at}.txt` }) }));
        fc.pre(named.length > 0);
        const expected = named.map(({ name, content, fileName = null }) => ({ name, fileName, content }));
        expect(await readAll(streamOf(body(named), cuts))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("that is cut anywhere is broken, and no file of it looks like a shorter one", async () => {
    const whole = body([
      { name: "formToken", content: Buffer.from("t") },
      { name: "files", fileName: "a.txt", content: Buffer.from("one two three") },
    ]);
    for (let cut = 0; cut < whole.length - 4; cut += 1) {
      const seen: string[] = [];
      const reading = (async () => {
        for await (const { name, bytes } of partsOf(streamOf(whole.subarray(0, cut), [7]), TYPE)) {
          let text = "";
          for await (const piece of bytes) text += Buffer.from(piece).toString();
          seen.push(`${name}=${text}`);
        }
      })();
      await expect(reading).rejects.toThrow(BodyBroken);
      expect(["formToken=t", "files=one two three"]).toEqual(expect.arrayContaining(seen));
    }
  });

  test("goes on with the next part where one was not read", async () => {
    const parts = ["a", "b", "c"].map((name) => ({ name, content: Buffer.alloc(5000, name) }));
    const names: string[] = [];
    for await (const { name, bytes } of partsOf(streamOf(body(parts), [100]), TYPE)) {
      names.push(name);
      // Somebody who looks at the beginning and has seen enough.
      if (name === "b") for await (const _ of bytes) break;
    }
    expect(names).toEqual(["a", "b", "c"]);
  });

  test("tells a file's name as its sender wrote it", async () => {
    const given = [
      { name: "files", fileName: "خطاب %22البنك%22.pdf", content: Buffer.alloc(1) },
      { name: "files", fileName: "", content: Buffer.alloc(0) },
    ];
    expect((await readAll(streamOf(body(given)))).map(({ fileName }) => fileName)).toEqual(['خطاب "البنك".pdf', ""]);
  });

  test.each<[string, Buffer, string]>([
    ["without a boundary", body([]), "multipart/form-data"],
    ["with an endless head", Buffer.from(`------x\r\nX: ${"a".repeat(20_000)}`), TYPE],
    ["with a part that has no name", Buffer.from("------x\r\nX: y\r\n\r\n\r\n------x--"), TYPE],
    ["with rubbish behind a mark", Buffer.from("------xyz\r\n\r\n"), TYPE],
    ["that is empty", Buffer.alloc(0), TYPE],
  ])("%s is broken", async (_what, bytes, type) => {
    await expect(readAll(streamOf(bytes), type)).rejects.toThrow(BodyBroken);
  });

  test("of which its sender has gone is broken", async () => {
    const stream = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error("gone")) });
    await expect(readAll(stream)).rejects.toThrow(BodyBroken);
    await expect(readAll(null)).rejects.toThrow(BodyBroken);
  });
});
