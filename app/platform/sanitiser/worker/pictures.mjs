// Pictures are decoded and encoded anew: only what can be seen survives.
// @ts-check
import Vips from "wasm-vips";
import { appended, hasComment } from "./appended.mjs";
import { NoCopy } from "./findings.mjs";

const MOST_PIXELS = 40_000_000;
const LARGEST_PNG_BYTES = 32 * 1024 * 1024;
/** Everything that a picture may say beyond its points, by the names that libvips gives it. */
const SAID = [
  [/^exif-data$/, "camera_data"],
  [/^exif-ifd3-/, "location"],
  [/^(xmp|iptc|photoshop)-data$/, "editing_data"],
  [/^icc-profile-data$/, "colour_profile"],
  [/^png-comment/, "picture_comments"],
  [/^jpeg-thumbnail-data$/, "preview"],
];

/** One library for a process; it reads nothing but these three kinds. */
export const vips = await Vips({ dynamicLibraries: [], print: () => {}, printErr: () => {} });
vips.concurrency(1);
vips.operationBlock("VipsForeignLoad", true);
for (const kind of ["Jpeg", "Png", "Webp"]) vips.operationBlock(`VipsForeignLoad${kind}`, false);

/**
 * @param {Uint8Array} bytes
 * @param {import("./findings.mjs").Findings} findings
 * @returns {Promise<{ copy: Uint8Array, clean: "jpg" | "png" }>}
 */
export async function clean(bytes, findings) {
  const image = opened(bytes);
  const [width, height] = [image.width, image.height];
  if (width * height > MOST_PIXELS) throw new NoCopy("too_many_pixels");
  const fields = [...Array(image.getFields().size()).keys()].map((at) => String(image.getFields().get(at)));
  for (const [pattern, code] of SAID)
    findings.addIf(
      fields.some((name) => /** @type {RegExp} */ (pattern).test(name)),
      /** @type {string} */ (code),
    );
  findings.addIf(fields.includes("n-pages") && image.getInt("n-pages") > 1, "frames");
  findings.addIf(hasComment(Buffer.from(bytes)), "picture_comments");
  findings.addIf(appended(Buffer.from(bytes)), "appended_data");
  return encoded(inPlainColours(turned(image, bytes, fields), fields));
}

/** @returns {any} */
function opened(/** @type {Uint8Array} */ bytes, access = "sequential") {
  return vips.Image.newFromBuffer(bytes, "", { access, fail_on: "truncated" });
}

/** A camera says which side is up beside the picture; without it the picture itself has to be turned, and then it is read as a whole. */
function turned(/** @type {any} */ image, /** @type {Uint8Array} */ bytes, /** @type {string[]} */ fields) {
  const turn = fields.includes("orientation") && image.getInt("orientation") > 1;
  return turn ? opened(bytes, "random").autorot() : image;
}

function inPlainColours(/** @type {any} */ image, /** @type {string[]} */ fields) {
  const profiled = fields.includes("icc-profile-data") || image.interpretation === "cmyk";
  const plain = profiled ? image.iccTransform("srgb", { embedded: true }) : image.colourspace("srgb");
  return plain.cast("uchar");
}

/** @returns {{ copy: Uint8Array, clean: "jpg" | "png" }} */
function encoded(/** @type {any} */ image) {
  // Screenshots keep sharp letters, transparent pictures their edges; a photograph gains nothing from it.
  if (image.hasAlpha() || wasPng(image)) {
    const png = image.pngsaveBuffer({ keep: "none", compression: 4 });
    if (png.length <= LARGEST_PNG_BYTES) return { copy: png, clean: "png" };
    return {
      copy: image.flatten({ background: [255, 255, 255] }).jpegsaveBuffer({ keep: "none", Q: 88 }),
      clean: "jpg",
    };
  }
  return { copy: image.jpegsaveBuffer({ keep: "none", Q: 88 }), clean: "jpg" };
}

const wasPng = (/** @type {any} */ image) => image.getString("vips-loader").startsWith("png");
