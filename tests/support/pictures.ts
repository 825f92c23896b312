import { ColorSpace, Pixmap } from "mupdf";

/** Hides in every place where a file can say more than it shows. No clean copy may have it. */
export const CANARY = "CANARY-7f3a91";

/** A small picture with nothing in it but its points. */
export function plainJpeg(width = 32, height = 16): Buffer {
  return Buffer.from(points(width, height).asJPEG(90, false));
}

export function plainPng(width = 32, height = 16): Buffer {
  return Buffer.from(points(width, height).asPNG());
}

function points(width: number, height: number): Pixmap {
  const picture = new Pixmap(ColorSpace.DeviceRGB, [0, 0, width, height], false);
  picture.getPixels().forEach((_, at, all) => {
    all[at] = (at * 5) % 256;
  });
  return picture;
}

/** A photograph as a telephone leaves it: maker, place, turned on its side, an editor's history, a comment. */
export function photograph(turned = 1): Buffer {
  const picture = plainJpeg();
  const segments = [
    segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), exif(turned)])),
    segment(
      0xe1,
      Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/">${CANARY}</x:xmpmeta>`),
    ),
    segment(
      0xed,
      Buffer.from(`Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x78\0\x0b${CANARY.slice(0, 11)}`, "latin1"),
    ),
    segment(0xfe, Buffer.from(CANARY)),
  ];
  return Buffer.concat([picture.subarray(0, 2), ...segments, picture.subarray(2)]);
}

/** A screenshot whose program wrote down who made it. */
export function screenshot(): Buffer {
  const picture = plainPng();
  const chunks = [
    chunk("tEXt", Buffer.from(`Author\0${CANARY}`, "latin1")),
    chunk("eXIf", exif(1)),
    chunk("iTXt", Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta xmlns:x="adobe:ns:meta/">${CANARY}</x:xmpmeta>`)),
  ];
  return Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33)]);
}

/** Says that it has as many points as wanted, and has none of them. */
export function pixelFlood(width: number, height: number): Buffer {
  const picture = plainPng();
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([picture.subarray(0, 8), chunk("IHDR", head), picture.subarray(33)]);
}

function segment(mark: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, mark, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Maker, which side is up, and a latitude, in the form that cameras use. */
function exif(turned: number): Buffer {
  const bytes = Buffer.alloc(140);
  bytes.write("II*\0", "latin1");
  bytes.writeUInt32LE(8, 4);
  const entry = (at: number, [tag, type, count, value]: readonly number[]) => {
    bytes.writeUInt16LE(tag!, at);
    bytes.writeUInt16LE(type!, at + 2);
    bytes.writeUInt32LE(count!, at + 4);
    bytes.writeUInt32LE(value!, at + 8);
  };
  bytes.writeUInt16LE(3, 8);
  entry(10, [0x010f, 2, CANARY.length + 1, 60]);
  entry(22, [0x0112, 3, 1, turned]);
  entry(34, [0x8825, 4, 1, 80]);
  bytes.write(CANARY, 60, "latin1");
  bytes.writeUInt16LE(2, 80);
  entry(82, [1, 2, 2, "N".charCodeAt(0)]);
  entry(94, [2, 5, 3, 112]);
  for (const [index, value] of [52, 1, 5, 1, 0, 1].entries()) bytes.writeUInt32LE(value, 112 + index * 4);
  return bytes;
}

/** A picture of the third kind, with a maker's words in it. */
export const webpPicture = () =>
  Buffer.from(
    "UklGRhgBAABXRUJQVlA4WAoAAAAMAAAABwAABwAAVlA4TA4AAAAvB8ABAAcQEf0PRET/A0VYSUa6AAAARXhpZgAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsBBQABAAAAXgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAZgAAAAAAAAA4YwAA6AMAADhjAADoAwAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAAAgAAAADoAQAAQAAAAgAAAAAAAAAWE1QICIAAAA8eDp4bXBtZXRhPkNBTkFSWS13ZWJwPC94OnhtcG1ldGE+",
    "base64",
  );
