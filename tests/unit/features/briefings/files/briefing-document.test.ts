import { describe, expect, test } from "vitest";
import { briefingPdf } from "#app/features/briefings/files/briefing-document.server.ts";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { published, publishedFrom, sampleDraft } from "../sample-briefing.ts";

const DAY = "2026-11-14";
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const english = (briefing = published()) => briefing.texts.en as PublishedText;

describe("a briefing on paper", () => {
  test.each(LOCALES)("is a tagged PDF in its own language (%s)", (locale) => {
    const pdf = latin1(briefingPdf(published().texts[locale] as PublishedText, DAY));
    expect(pdf).toMatch(/^%PDF-1\.7/);
    expect(pdf).toContain("/MarkInfo");
    expect(pdf).toContain(`/Lang (${locale})`);
    expect(pdf).toContain("pdfuaid:part");
  });
  test("is the same file twice, dated on the day of release", () => {
    const pdf = briefingPdf(english(), DAY);
    expect(briefingPdf(english(), DAY)).toEqual(pdf);
    expect(latin1(pdf)).toContain("/CreationDate (D:20261114");
  });
  test("sets what people type as text, whatever it looks like", () => {
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
    const hostile = publishedFrom({ ...draft, texts: { en: text } }, () => code);
    expect(briefingPdf(english(hostile), DAY).length).toBeGreaterThan(10_000);
  });
});
