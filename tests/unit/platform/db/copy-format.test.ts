import { describe, expect, test } from "vitest";
import { COPIED, type CopiedRow, copyReader } from "#app/platform/db/copy-format.ts";

const HEAD = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
const END = Buffer.from([0xff, 0xff]);

const row = (...values: string[]) =>
  Buffer.concat([
    Buffer.from([0, values.length]),
    ...values.flatMap((value) => [Buffer.from([0, 0, 0, value.length]), Buffer.from(value, "latin1")]),
  ]);

function read(...messages: readonly Uint8Array[]): string[][] {
  const rows: string[][] = [];
  const take = (values: CopiedRow) => rows.push(values.map((value) => Buffer.from(value).toString("latin1")));
  const reader = copyReader(take);
  for (const message of messages) reader.read(message);
  reader.finish();
  return rows;
}

describe("a binary COPY", () => {
  const rows = [
    ["a", "\0\x01\xff"],
    ["b", ""],
  ];
  const [first, second] = rows.map((values) => row(...values));

  test.each([
    ["a message a row", [Buffer.concat([HEAD, first!]), second!, END]],
    ["the head by itself", [HEAD, first!, second!, END]],
    ["all in one", [Buffer.concat([HEAD, first!, second!, END])]],
  ])("is read the same with %s", (_, messages) => {
    expect(read(...messages)).toEqual(rows);
  });

  test("may hold no rows", () => {
    expect(read(HEAD, END)).toEqual([]);
  });

  test.each([
    ["something else", [Buffer.from("id,sealed\n")]],
    ["no end", [HEAD, first!]],
    ["nothing", []],
    ["a value cut off", [HEAD, first!.subarray(0, -1), END]],
    ["NULL", [HEAD, Buffer.from([0, 1, 0xff, 0xff, 0xff, 0xff]), END]],
  ])("is refused with %s", (_, messages) => {
    expect(() => read(...messages)).toThrow(RangeError);
  });
});

describe("a value of a binary COPY", () => {
  const id = "0f8fad5b-d9cb-469f-a165-70867728950e";
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");

  test("is an id, a number or bytes", () => {
    expect(COPIED.uuid(bytes)).toBe(id);
    expect(COPIED.int4(Buffer.from([0xff, 0xff, 0xff, 0xfe]))).toBe(-2);
    expect(COPIED.bytea(bytes)).toEqual(new Uint8Array(bytes));
  });

  test("is kept as bytes only where that is asked", () => {
    expect(COPIED.bytea(bytes).buffer).not.toBe(bytes.buffer);
    expect(COPIED.byteaInPlace(bytes)).toBe(bytes);
  });
});
