// Whether something stands behind the end of a picture: an archive, a page, a second picture.
// @ts-check

/** @type {readonly (readonly [beginning: string, end: (bytes: Buffer) => number])[]} */
const ENDS = [
  ["\x89PNG", endOfPng],
  ["RIFF", (bytes) => 8 + bytes.readUInt32LE(4) + (bytes.readUInt32LE(4) % 2)],
  ["\xff\xd8\xff", endOfJpeg],
];

export function appended(/** @type {Buffer} */ bytes) {
  const [, end] = ENDS.find(([text]) => bytes.subarray(0, text.length).equals(Buffer.from(text, "latin1"))) ?? [];
  return end !== undefined && end(bytes) < bytes.length;
}

function endOfPng(/** @type {Buffer} */ bytes) {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = bytes.toString("latin1", at + 4, at + 8);
    at += 12 + bytes.readUInt32BE(at);
    if (type === "IEND") return at;
  }
  return bytes.length;
}

function endOfJpeg(/** @type {Buffer} */ bytes) {
  for (const { mark, next } of marksOf(bytes)) if (mark === 0xd9) return next;
  return bytes.length;
}

/** A remark of whoever made it, which libvips passes over. */
export function hasComment(/** @type {Buffer} */ bytes) {
  return bytes[0] === 0xff && [...marksOf(bytes)].some(({ mark }) => mark === 0xfe);
}

/** Segments with a length up to the points, then points: there FF is only followed by 00, a restart or the next segment. */
function* marksOf(/** @type {Buffer} */ bytes) {
  let at = 2;
  while (at + 1 < bytes.length) {
    const mark = bytes[at + 1] ?? 0;
    const bare = mark <= 0x01 || (mark >= 0xd0 && mark <= 0xd9);
    if (bytes[at] !== 0xff || mark === 0xff) {
      at += 1;
      continue;
    }
    at += bare || at + 4 > bytes.length ? 2 : 2 + bytes.readUInt16BE(at + 2);
    yield { mark, next: at };
    if (mark === 0xd9) return;
  }
}
