/** The values of one row as a binary COPY writes them: views of the message they came in. */
export type CopiedRow = readonly Uint8Array[];

const SIGNATURE = "PGCOPY\n\xff\r\n\0";
/** signature, flags, size of an extension that nobody has made yet */
const HEAD_BYTES = SIGNATURE.length + 4 + 4;
const END = -1;

/** Reads a binary COPY as it arrives. A message holds whole rows, the first one the file's head before them. */
export interface CopyReader {
  /** @throws RangeError where it is no binary COPY, where a value is cut off, and for NULL */
  readonly read: (message: Uint8Array) => void;
  /** @throws RangeError where the end has not come */
  readonly finish: () => void;
}

/** @param take is given each row at once, and keeps nothing of it: what it is a view of may be overwritten */
export function copyReader(take: (row: CopiedRow) => void): CopyReader {
  let hasBegun = false;
  let hasEnded = false;
  return { read, finish };

  function read(message: Uint8Array): void {
    const view = new DataView(message.buffer, message.byteOffset, message.length);
    let at = hasBegun ? 0 : headOf(message);
    hasBegun = true;
    while (at < message.length) {
      const count = view.getInt16(at);
      at += 2;
      if (count === END) hasEnded = true;
      else take(Array.from({ length: count }, value));
    }

    function value(): Uint8Array {
      const begin = at + 4;
      const size = view.getInt32(at);
      at = begin + size;
      if (size < 0 || at > message.length) throw new RangeError("a value of a binary COPY is missing or cut off");
      return message.subarray(begin, at);
    }
  }

  function finish(): void {
    if (!hasEnded) throw new RangeError("a binary COPY without its end");
  }
}

function headOf(message: Uint8Array): number {
  if (String.fromCharCode(...message.subarray(0, SIGNATURE.length)) !== SIGNATURE)
    throw new RangeError("not a binary COPY");
  return HEAD_BYTES;
}

/** Readers of values by the type of their column. */
export const COPIED = {
  uuid: (value: Uint8Array) => hex(value).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5"),
  int4: (value: Uint8Array) => new DataView(value.buffer, value.byteOffset, value.length).getInt32(0),
  bytea: (value: Uint8Array) => new Uint8Array(value),
  /** the same without a copy: gone as soon as the row is taken */
  byteaInPlace: (value: Uint8Array) => value,
} as const;

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
