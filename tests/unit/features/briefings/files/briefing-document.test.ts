import { Document, type PDFDocument, type PDFObject } from "mupdf";
import { describe, expect, test } from "vitest";
import { briefingPdf } from "#app/features/briefings/files/briefing-document.server.ts";
import { chartPictures } from "#app/features/briefings/files/pictures.server.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { conformanceFaults } from "../../../../support/pdf/conformance.ts";
import { heardBeforeCells } from "../../../../support/pdf/row-heads.ts";
import { allTags, tagTree } from "../../../../support/pdf/structure.ts";
import { published, publishedFrom, sampleDraft, sampleLabelOf } from "../sample-briefing.ts";

const DAY = "2026-11-14";
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const pdfOf = async (text: PublishedText) => briefingPdf(text, await chartPictures(text), DAY);
/** Each is set once for all who look at it. */
const plain = new Map<Locale, Promise<Uint8Array>>();
const plainPdf = (locale: Locale): Promise<Uint8Array> => {
  const pdf = plain.get(locale) ?? pdfOf(published().texts[locale] as PublishedText);
  plain.set(locale, pdf);
  return pdf;
};
const english = (briefing = published()) => briefing.texts.en as PublishedText;

describe("a briefing on paper", () => {
  test.each(LOCALES)("is a tagged PDF in its own language (%s)", async (locale) => {
    const pdf = latin1(await plainPdf(locale));
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain("/MarkInfo");
    expect(pdf).toMatch(new RegExp(`/Lang ?\\(${locale}\\)`));
    expect(pdf).toContain("pdfuaid:part");
  });
  test.each(LOCALES)("keeps what PDF/UA asks for, as far as a second program can see (%s)", async (locale) => {
    expect(conformanceFaults(await plainPdf(locale))).toEqual([]);
  });
  test.each(LOCALES)("names the row and the column before each figure of its tables (%s)", async (locale) => {
    const tables = heardBeforeCells(await plainPdf(locale));
    expect(tables.length).toBeGreaterThan(5);
    for (const cells of tables) {
      expect(cells.length).toBeGreaterThan(0);
      expect(new Set(cells)).toEqual(new Set(["row column"]));
    }
  });
  test("is found wanting where a tag, a word or a mark is taken out of it", async () => {
    const pdf = await plainPdf("en");
    const document = Document.openDocument(pdf, "application/pdf") as PDFDocument;
    const root = document.getTrailer().get("Root");
    const everyTag = (type: string, harm: (tag: PDFObject) => void) => {
      for (const { object } of allTags(tagTree(root.get("StructTreeRoot"))))
        if (object.get("S").asName() === type) harm(object);
    };
    const retag = (from: string, to: string) => everyTag(from, (tag) => tag.put("S", document.newName(to)));
    root.delete("Lang");
    root.delete("Metadata");
    everyTag("Figure", (tag) => tag.delete("Alt"));
    everyTag("TH", (tag) => tag.delete("A"));
    everyTag("P", (tag) => tag.delete("K"));
    retag("H1", "H3");
    retag("TBody", "Card");
    retag("Link", "Span");
    const contents = document.findPage(0).get("Contents");
    const text = Buffer.from(contents.readStream().asUint8Array()).toString("latin1");
    contents.writeStream(Buffer.from(text.replace(/\/MCID 0\b/, "/Nothing 0"), "latin1"));
    const faults = conformanceFaults(document.saveToBuffer("").asUint8Array().slice()).map((fault) =>
      fault.slice(0, 6),
    );
    const expected = [
      "01-004",
      "01-005",
      "02-001",
      "06-002",
      "06-003",
      "11-006",
      "13-004",
      "14-003",
      "15-003",
      "28-002",
    ];
    for (const checkpoint of expected) expect(faults).toContain(checkpoint);
  });
  test("is the same file twice, dated on the day of release", async () => {
    const pdf = await plainPdf("en");
    expect(await pdfOf(english())).toEqual(pdf);
    expect(latin1(pdf)).toMatch(/\/CreationDate ?\(D:20261114/);
  });
  test("says in every language what became of the last asks", async () => {
    const texts = { en: "A channel.", fr: "Un canal.", es: "Un canal.", ar: "قناة." };
    const asks = [{ code: "SP2" as const, state: "begun" as const, texts, source: "https://example.org/a" }];
    const told = publishedFrom(sampleDraft({ followUp: { slug: "asp24", session: "ASP24", asks } }), sampleLabelOf);
    // One more part is one more entry of the outline.
    const parts = (pdf: Uint8Array) => latin1(pdf).match(/\/S \/H1\b|\/S\/H1\b/g)?.length ?? 0;
    for (const locale of LOCALES) {
      const bare = await plainPdf(locale);
      expect(parts(await pdfOf(told.texts[locale] as PublishedText))).toBe(parts(bare) + 1);
      expect(parts(bare)).toBeGreaterThan(3);
    }
  });
  test("sets what people type as text, whatever it looks like", async () => {
    const code = '#panic("read as code") #read("/etc/passwd") [$ x^2 $ `raw` *b* _i_ <label> @ref \\ // /* ] " }';
    const draft = sampleDraft();
    const text = {
      title: code,
      claim: code,
      sections: {
        who_answered: code,
        what_happened: code,
        who_refused: code,
        time_and_money: code,
        what_it_does: code,
        what_helped: code,
      },
    };
    const asks = [{ code: "SP2" as const, state: "done" as const, texts: { en: code }, source: code }];
    const followUp = { slug: "asp24", session: "ASP24", asks };
    const hostile = publishedFrom({ ...draft, texts: { en: text }, followUp }, () => code);
    expect((await pdfOf(english(hostile))).length).toBeGreaterThan(10_000);
  });
});
