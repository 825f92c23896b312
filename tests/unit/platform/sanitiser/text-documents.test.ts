import { describe, expect, test } from "vitest";
import { archive, docx, picture, relations, wordDocument } from "../../../support/documents.ts";
import { CANARY, photograph } from "../../../support/pictures.ts";
import { cleaned, partsOf, reason } from "./cleaning.ts";

const run = (text: string, properties = "") => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;

describe("the copy of a text document", () => {
  test("has the words and not who wrote them", async () => {
    const copy = await cleaned("docx", docx());
    const parts = partsOf(copy);
    expect(Object.keys(parts)).toEqual(["[Content_Types].xml", "_rels/.rels", "word/document.xml"]);
    expect(parts["word/document.xml"]).toContain("The bank closed it.");
    expect(Object.values(parts).join()).not.toContain(CANARY);
    expect(copy.removed).toEqual(["document_properties"]);
  });

  test("leaves out what was deleted, hidden, noted in the margin, and who did it", async () => {
    const body = `<w:p w:rsidR="${CANARY}">
      <w:ins w:author="${CANARY}" w:date="2026-01-01T00:00:00Z">${run("kept")}</w:ins>
      <w:del w:author="${CANARY}"><w:r><w:delText>${CANARY}</w:delText></w:r></w:del>
      ${run(CANARY, "<w:rPr><w:vanish/></w:rPr>")}${run("shown", '<w:rPr><w:b/><w:vanish w:val="0"/></w:rPr>')}
      <w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>`;
    const comments = `<w:comments>${CANARY}</w:comments>`;
    const copy = await cleaned(
      "docx",
      docx({ "word/document.xml": wordDocument(body), "word/comments.xml": comments }),
    );
    const text = partsOf(copy)["word/document.xml"];
    expect(text).toContain("<w:t>kept</w:t>");
    expect(text).toContain("<w:rPr><w:b/></w:rPr><w:t>shown</w:t>");
    expect(Object.values(partsOf(copy)).join()).not.toContain(CANARY);
    expect(copy.removed).toEqual(["comments", "document_properties", "hidden_text", "tracked_changes"]);
  });

  test("asks nothing from outside and runs nothing", async () => {
    const body = `<w:p><w:hyperlink r:id="rId1">${run("our bank")}</w:hyperlink>
      <w:r><w:instrText>INCLUDEPICTURE "http://${CANARY}.example/a.png"</w:instrText></w:r>
      <w:r><w:object><o:OLEObject xmlns:o="urn:o" r:id="rId3">${CANARY}</o:OLEObject></w:object></w:r>${picture("rId2")}</w:p>`;
    const copy = await cleaned(
      "docx",
      docx({
        "word/document.xml": wordDocument(body),
        "word/_rels/document.xml.rels": relations(
          ["rId1", "hyperlink", `https://${CANARY}.example`, true],
          ["rId2", "image", `file://server/${CANARY}.png`, true],
          ["rId3", "oleObject", "embeddings/a.bin"],
        ),
        "word/embeddings/a.bin": archive({ nested: CANARY }),
        "word/settings.xml": `<w:settings>${CANARY}</w:settings>`,
      }),
    );
    expect(partsOf(copy)["word/document.xml"]).toContain("our bank");
    expect(Object.keys(partsOf(copy))).toHaveLength(3);
    expect(Object.values(partsOf(copy)).join()).not.toContain(CANARY);
    expect(copy.removed).toEqual([
      "document_properties",
      "embedded_objects",
      "fields",
      "links",
      "template_and_settings",
    ]);
  });

  test("keeps styles, notes, heads of pages and pictures, the pictures re-encoded", async () => {
    const copy = await cleaned(
      "docx",
      docx({
        "word/document.xml": wordDocument(
          `<w:p>${picture("rId9")}${picture("rId8")}</w:p><w:sectPr><w:headerReference w:type="default" r:id="rId5"/></w:sectPr>`,
        ),
        "word/_rels/document.xml.rels": relations(
          ["rId5", "header", "header7.xml"],
          ["rId6", "styles", "styles.xml"],
          ["rId8", "image", "media/drawing.emf"],
          ["rId9", "image", `media/${CANARY}.jpg`],
        ),
        "word/header7.xml": wordDocument("")
          .replaceAll("w:document", "w:hdr")
          .replace("<w:body></w:body>", `<w:p>${run("Head")}</w:p>`),
        "word/styles.xml": wordDocument("")
          .replaceAll("w:document", "w:styles")
          .replace("<w:body></w:body>", '<w:style w:styleId="A"/>'),
        [`word/media/${CANARY}.jpg`]: photograph(),
        "word/media/drawing.emf": new TextEncoder().encode(CANARY),
      }),
    );
    const parts = partsOf(copy);
    expect(Object.keys(parts).sort()).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "word/_rels/document.xml.rels",
      "word/document.xml",
      "word/header1.xml",
      "word/media/image1.png",
      "word/media/image2.jpeg",
      "word/styles.xml",
    ]);
    expect(parts["word/header1.xml"]).toContain("Head");
    expect(Object.values(parts).join()).not.toContain(CANARY);
    expect(Object.values(parts).join()).not.toContain("Exif");
    for (const [, id] of parts["word/document.xml"]!.matchAll(/r:(?:embed|id)="(rId\d+)"/g))
      expect(parts["word/_rels/document.xml.rels"]).toContain(`Id="${id}"`);
    expect(copy.removed).toEqual([
      "camera_data",
      "document_properties",
      "editing_data",
      "foreign_pictures",
      "location",
      "picture_comments",
    ]);
  });

  test("carries no time of its making", async () => {
    const { bytes } = await cleaned("docx", docx());
    expect(Buffer.from(bytes).readUInt32LE(10)).toBe(0x00210000);
  });
});

describe("there is no copy of a text document", () => {
  test("with macros", async () => {
    expect(await reason("docx", docx({ "word/vbaProject.bin": "x" }))).toBe("macro");
    const types =
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    expect(await reason("docx", docx({ "[Content_Types].xml": types }))).toBe("macro");
  });

  test("with a password", async () => {
    const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await reason("docx", old)).toBe("encrypted");
    const locked = docx();
    locked.writeUInt16LE(1, locked.indexOf("PK\x01\x02") + 8);
    expect(await reason("docx", locked)).toBe("encrypted");
  });

  test("that unpacks to far more than it is", async () => {
    expect(await reason("docx", docx({ "word/bomb.xml": new Uint8Array(20_000_000) }))).toBe("bomb");
    expect(
      await reason("docx", docx(Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`a/${at}`, "x"])))),
    ).toBe("bomb");
  });

  test("that says less of its parts than they are", async () => {
    const lying = docx({ "word/document.xml": wordDocument("<w:p/>".repeat(40_000)) });
    const at = lying.indexOf("word/document.xml", lying.indexOf("PK\x01\x02")) - 46;
    lying.writeUInt32LE(100, at + 24);
    expect(await reason("docx", lying)).toBe("bomb");
  });

  test("whose parts lie over one another", async () => {
    const overlapping = docx();
    const first = overlapping.indexOf("PK\x01\x02");
    const second = overlapping.indexOf("PK\x01\x02", first + 4);
    overlapping.writeUInt32LE(overlapping.readUInt32LE(first + 42), second + 42);
    expect(await reason("docx", overlapping)).toBe("bomb");
  });

  test("that is another archive, or was cut off", async () => {
    expect(await reason("docx", archive({ "a.txt": "x" }))).toBe("differs_from_name");
    expect(await reason("docx", docx().subarray(0, 500))).toBe("damaged");
  });

  test("that brings entities of its own", async () => {
    const laughing = wordDocument("<w:p/>").replace("<w:document", '<!DOCTYPE l [<!ENTITY l "ha">]><w:document');
    expect(await reason("docx", docx({ "word/document.xml": laughing }))).toBe("damaged");
  });

  test("that is deeper than anybody writes", async () => {
    const deep = wordDocument("<w:tbl>".repeat(5_000) + "</w:tbl>".repeat(5_000));
    expect(await reason("docx", docx({ "word/document.xml": deep }))).toBe("damaged");
  });
});
