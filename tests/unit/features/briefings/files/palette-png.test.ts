import * as mupdf from "mupdf";
import { describe, expect, test } from "vitest";
import { palettePng } from "#app/features/briefings/files/palette-png.server.ts";

/** What a stranger's decoder sees in it. */
function decoded(png: Uint8Array) {
  const pixels = new mupdf.Image(png).toPixmap();
  return { width: pixels.getWidth(), height: pixels.getHeight(), rgb: [...pixels.getPixels()] };
}

describe("a picture with a palette", () => {
  test("has the colours that were given, where they are few", () => {
    const rgb = Uint8Array.from([255, 255, 255, 11, 102, 112, 22, 36, 43, 255, 255, 255, 0, 0, 0, 11, 102, 112]);
    expect(decoded(palettePng({ width: 3, height: 2, rgb }))).toEqual({ width: 3, height: 2, rgb: [...rgb] });
  });

  test("is near what was given, where they are many", () => {
    const rgb = Uint8Array.from({ length: 64 * 64 * 3 }, (_, place) => (place * 37) % 256);
    const { rgb: seen } = decoded(palettePng({ width: 64, height: 64, rgb }));
    expect(seen).toHaveLength(rgb.length);
    expect(Math.max(...seen.map((value, place) => Math.abs(value - (rgb[place] ?? 0))))).toBeLessThan(64);
  });
});
