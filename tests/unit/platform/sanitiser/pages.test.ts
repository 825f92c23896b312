import { ColorSpace, Document, Matrix, type PDFDocument } from "mupdf";
import { describe, expect, test } from "vitest";
import { page, pdf, stream } from "../../../support/documents.ts";
import { CANARY } from "../../../support/pictures.ts";
import { cleaned, has, reason } from "./cleaning.ts";

const opened = (bytes: Uint8Array) => Document.openDocument(bytes, "application/pdf") as PDFDocument;

describe("the copy of a document of pages", () => {
  test("shows the same pages, and nothing in it can be read but what is drawn", async () => {
    const original = pdf(
      {
        1: `<< /Type /Catalog /Pages 2 0 R /Metadata 20 0 R /OpenAction 21 0 R /Names << /JavaScript << /Names [(a) 21 0 R] >> /EmbeddedFiles << /Names [(${CANARY}) 22 0 R] >> >> /AcroForm << /Fields [] >> >>`,
        20: stream(`<x:xmpmeta>${CANARY}</x:xmpmeta>`),
        21: `<< /S /JavaScript /JS (app.alert\\("${CANARY}"\\)) >>`,
        22: `<< /Type /Filespec /F (${CANARY}) >>`,
        23: `<< /Title (${CANARY}) /Author (${CANARY}) >>`,
        24: `<< /Type /Annot /Subtype /Link /Rect [0 0 50 50] /A << /S /URI /URI (https://${CANARY}.example) >> >>`,
        100: page("/Contents 4 0 R /Annots [24 0 R]"),
      },
      "/Info 23 0 R",
    );
    expect(has(original, CANARY)).toBe(true);
    const copy = await cleaned("pdf", original);
    expect(has(copy.bytes, CANARY)).toBe(false);
    for (const trace of ["JavaScript", "/Info", "Metadata", "EmbeddedFiles", "/URI", "AcroForm", "Producer"])
      expect(has(copy.bytes, trace)).toBe(false);
    expect(copy.removed).toEqual([
      "attachments",
      "document_properties",
      "editing_data",
      "form_fields",
      "links",
      "scripts",
      "selectable_text",
    ]);
    const seen = opened(copy.bytes);
    expect([seen.countPages(), seen.wasRepaired()]).toEqual([1, false]);
    expect(seen.loadPage(0).getBounds()).toEqual([0, 0, 300, 200]);
    expect(seen.loadPage(0).toStructuredText("").asText().trim()).toBe("");
    expect(darkPoints(copy.bytes)).toBeGreaterThan(500);
  });

  test("keeps words under a black bar hidden", async () => {
    const hidden = stream("BT /F 24 Tf 20 100 Td (Account closed) Tj ET 0 g 0 80 300 60 re f");
    const copy = await cleaned("pdf", pdf({ 4: hidden }));
    expect(opened(copy.bytes).loadPage(0).toStructuredText("").asText().trim()).toBe("");
  });

  test("gives each page as a picture out of its own bytes", async () => {
    const copy = await cleaned("pdf", pdf({}, "", 3));
    expect(copy.pages).toHaveLength(3);
    for (const [offset, sizeBytes] of copy.pages) {
      const picture = copy.bytes.subarray(offset, offset + sizeBytes);
      expect([...picture.subarray(0, 3), ...picture.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xff, 0xd9]);
    }
  });

  test("of 300 pages is done in time", { timeout: 60_000 }, async () => {
    expect((await cleaned("pdf", pdf({}, "", 300))).pages).toHaveLength(300);
  });

  test("of a page as large as a field is as small as a picture may be", async () => {
    const copy = await cleaned("pdf", pdf({ 100: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14400 14400] >>" }));
    expect(copy.bytes.length).toBeLessThan(1_000_000);
  });
});

describe("there is no copy of a document of pages", () => {
  test("with a password", async () => {
    const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -4 >> /ID [<41> <41>]`;
    expect(await reason("pdf", pdf({}, locked))).toBe("encrypted");
  });

  test("that was cut off", async () => {
    const whole = pdf({}, "", 5);
    expect(await reason("pdf", whole.subarray(0, whole.length - 60))).toBe("damaged");
  });

  test("with more than 300 pages", async () => {
    expect(await reason("pdf", pdf({}, "", 301))).toBe("too_many_pages");
  });

  test("that goes in circles", async () => {
    const circle = pdf({ 2: "<< /Type /Pages /Count 5 /Kids [2 0 R 2 0 R] >>" });
    expect(["damaged", "failed", "too_slow"]).toContain(await reason("pdf", circle));
  });

  test("that begins as something else", async () => {
    expect(await reason("pdf", Buffer.concat([Buffer.from("<script>alert(1)</script>"), pdf()]))).toBe(
      "differs_from_name",
    );
  });
});

function darkPoints(bytes: Uint8Array): number {
  const drawn = opened(bytes).loadPage(0).toPixmap(Matrix.identity, ColorSpace.DeviceGray, false);
  return drawn.getPixels().filter((grey) => grey < 100).length;
}
