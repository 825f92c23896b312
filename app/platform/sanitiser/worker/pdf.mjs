// A document is drawn page by page, as on paper. What could run, ask, hide under a black bar or remember its maker is not drawn.
// @ts-check
import * as mupdf from "mupdf";
import { NoCopy } from "./findings.mjs";
import { PicturePdf } from "./picture-pdf.mjs";
import { vips } from "./pictures.mjs";

const MOST_PAGES = 300;
const LARGEST_COPY_BYTES = 40 * 1024 * 1024;
const PAGE_PIXELS = 3_000_000;
const LONGEST_SIDE = 6_000;
/** Few pages are drawn finely, many coarsely, so that the longest document is done in time. Points to pixels. */
const SCALES = [
  [20, 2],
  [100, 1.6],
  [MOST_PAGES, 1.25],
];
/** @type {readonly (readonly [code: string, path: readonly string[]])[]} */
const KEPT_IN = [
  ["document_properties", ["Info"]],
  ["editing_data", ["Root", "Metadata"]],
  ["scripts", ["Root", "Names", "JavaScript"]],
  ["scripts", ["Root", "OpenAction"]],
  ["scripts", ["Root", "AA"]],
  ["attachments", ["Root", "Names", "EmbeddedFiles"]],
  ["attachments", ["Root", "AF"]],
  ["form_fields", ["Root", "AcroForm"]],
  ["layers", ["Root", "OCProperties"]],
];

/**
 * @param {Buffer} bytes
 * @param {import("./findings.mjs").Findings} findings
 */
export async function clean(bytes, findings) {
  // A document that was cut off can often be mended, but then pages are missing and nobody is told.
  if (!bytes.subarray(-2048).includes("%%EOF")) throw new NoCopy("damaged");
  const document = /** @type {mupdf.PDFDocument} */ (mupdf.Document.openDocument(bytes, "application/pdf"));
  if (document.needsPassword()) throw new NoCopy("encrypted");
  const count = document.countPages();
  if (count > MOST_PAGES) throw new NoCopy("too_many_pages");
  if (count < 1) throw new NoCopy("damaged");
  for (const [code, path] of KEPT_IN) findings.addIf(isThere(document, path), code);
  const scale = SCALES.find(([upTo]) => count <= /** @type {number} */ (upTo))?.[1] ?? 1;
  const copy = new PicturePdf();
  for (let number = 0; number < count; number += 1) {
    drawPage(document, number, scale, copy, findings);
    if (copy.sizeBytes > LARGEST_COPY_BYTES) throw new NoCopy("too_large");
  }
  return { copy: copy.finished(), clean: "pdf", pages: copy.pictures };
}

function isThere(/** @type {mupdf.PDFDocument} */ document, /** @type {readonly string[]} */ path) {
  let object = document.getTrailer();
  for (const name of path) {
    if (object.isNull()) return false;
    object = object.get(name);
  }
  return !object.isNull();
}

/**
 * @param {mupdf.PDFDocument} document
 * @param {number} number
 * @param {number} wanted
 * @param {PicturePdf} copy
 * @param {import("./findings.mjs").Findings} findings
 */
function drawPage(document, number, wanted, copy, findings) {
  const page = document.loadPage(number);
  const [left, top, right, bottom] = page.getBounds();
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  const scale = Math.min(wanted, Math.sqrt(PAGE_PIXELS / (width * height)), LONGEST_SIDE / Math.max(width, height));
  const drawn = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true);
  findings.addIf(page.getLinks().length > 0, "links");
  findings.addIf(page.toStructuredText("").asText().trim() !== "", "selectable_text");
  const [wide, high] = [drawn.getWidth(), drawn.getHeight()];
  const picture = vips.Image.newFromMemory(new Uint8Array(drawn.getPixels()), wide, high, 3, vips.BandFormat.uchar);
  copy.add(picture.jpegsaveBuffer({ keep: "none", Q: 82 }), { wide, high, width, height });
  picture.delete();
  drawn.destroy();
  page.destroy();
}
