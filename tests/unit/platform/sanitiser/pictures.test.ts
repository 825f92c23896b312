import { createHash } from "node:crypto";
import { Image } from "mupdf";
import { describe, expect, test } from "vitest";
import { archive } from "../../../support/documents.ts";
import {
  CANARY,
  photograph,
  pixelFlood,
  plainJpeg,
  plainPng,
  screenshot,
  webpPicture,
} from "../../../support/pictures.ts";
import { cleaned, has, reason } from "./cleaning.ts";

describe("the copy of a picture", () => {
  test("of a photograph has its points and nothing else", async () => {
    const original = photograph();
    const before = createHash("sha256").update(original).digest("hex");
    expect(has(original, CANARY)).toBe(true);
    const copy = await cleaned("jpg", original);
    expect(copy.kind).toBe("jpg");
    expect(has(copy.bytes, CANARY)).toBe(false);
    for (const trace of ["Exif", "http://ns.adobe.com", "8BIM", "ICC_PROFILE"])
      expect(has(copy.bytes, trace)).toBe(false);
    expect(copy.removed).toEqual(["camera_data", "editing_data", "location", "picture_comments"]);
    const seen = new Image(copy.bytes);
    expect([seen.getWidth(), seen.getHeight()]).toEqual([32, 16]);
    expect(createHash("sha256").update(original).digest("hex")).toBe(before);
  });

  test("stands upright without the note that turned it", async () => {
    const seen = new Image((await cleaned("jpg", photograph(6))).bytes);
    expect([seen.getWidth(), seen.getHeight()]).toEqual([16, 32]);
  });

  test("of a screenshot stays sharp and forgets who made it", async () => {
    const copy = await cleaned("png", screenshot());
    expect(copy.kind).toBe("png");
    expect(has(copy.bytes, CANARY)).toBe(false);
    for (const trace of ["tEXt", "eXIf", "iTXt"]) expect(has(copy.bytes, trace)).toBe(false);
    expect(copy.removed).toContain("camera_data");
    const [was, is] = [new Image(screenshot()).toPixmap(), new Image(copy.bytes).toPixmap()];
    expect(Buffer.compare(Buffer.from(is.getPixels()), Buffer.from(was.getPixels()))).toBe(0);
  });

  test("of a WebP picture is a picture that everything can show", async () => {
    const copy = await cleaned("webp", webpPicture());
    expect(["jpg", "png"]).toContain(copy.kind);
    expect(has(copy.bytes, "CANARY-webp")).toBe(false);
    expect(copy.removed).toEqual(["camera_data", "editing_data"]);
  });

  test.each([
    ["jpg", photograph()],
    ["jpg", plainJpeg()],
    ["png", plainPng()],
    ["webp", webpPicture()],
  ] as const)("of a %s leaves out an archive behind it, and says so", async (kind, picture) => {
    const copy = await cleaned(kind, Buffer.concat([picture, archive({ "payload.html": CANARY })]));
    expect(has(copy.bytes, "payload.html")).toBe(false);
    expect(copy.removed).toContain("appended_data");
    expect((await cleaned(kind, picture)).removed).not.toContain("appended_data");
  });
});

describe("there is no copy of a picture", () => {
  test.each([
    [8_000, 5_001],
    [65_535, 65_535],
    [1, 2_000_000_000],
  ])("that says it has %i × %i points", async (width, height) => {
    expect(["too_many_pixels", "damaged"]).toContain(await reason("png", pixelFlood(width, height)));
  });

  test("that was cut off", async () => {
    expect(await reason("jpg", plainJpeg(400, 300).subarray(0, 900))).toBe("damaged");
    expect(await reason("png", plainPng(400, 300).subarray(0, 900))).toBe("damaged");
    expect(await reason("webp", webpPicture().subarray(0, 40))).toBe("damaged");
  });

  test("that is something else than its name says", async () => {
    expect(await reason("png", plainJpeg())).toBe("differs_from_name");
    expect(await reason("jpg", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe("differs_from_name");
    expect(await reason("jpg", Buffer.concat([Buffer.from("GIF89a"), plainJpeg()]))).toBe("differs_from_name");
    expect(await reason("txt", plainJpeg())).toBe("differs_from_name");
  });
});
