import { describe, expect, test } from "vitest";
import { briefingPdf } from "#app/features/briefings/files/briefing-document.server.ts";
import { chartPictures } from "#app/features/briefings/files/pictures.server.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { published, publishedFrom, sampleDraft, sampleLabelOf } from "../sample-briefing.ts";

const DAY = "2026-11-14";
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const pdfOf = async (text: PublishedText) => briefingPdf(text, await chartPictures(text), DAY);
const english = (briefing = published()) => briefing.texts.en as PublishedText;

describe("a briefing on paper", () => {
  test.each(LOCALES)("is a tagged PDF in its own language (%s)", async (locale) => {
    const pdf = latin1(await pdfOf(published().texts[locale] as PublishedText));
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain("/MarkInfo");
    expect(pdf).toContain(`/Lang (${locale})`);
    expect(pdf).toContain("pdfuaid:part");
  });
  test("is the same file twice, dated on the day of release", async () => {
    const pdf = await pdfOf(english());
    expect(await pdfOf(english())).toEqual(pdf);
    expect(latin1(pdf)).toContain("/CreationDate (D:20261114");
  });
  test("says in every language what became of the last asks", async () => {
    const texts = { en: "A channel.", fr: "Un canal.", es: "Un canal.", ar: "قناة." };
    const asks = [{ code: "SP2" as const, state: "begun" as const, texts, source: "https://example.org/a" }];
    const told = publishedFrom(sampleDraft({ followUp: { slug: "asp24", session: "ASP24", asks } }), sampleLabelOf);
    // One more part is one more entry of the outline.
    const parts = (pdf: Uint8Array) => latin1(pdf).match(/\/S \/H1\b|\/S\/H1\b/g)?.length ?? 0;
    for (const locale of LOCALES) {
      const bare = await pdfOf(published().texts[locale] as PublishedText);
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
