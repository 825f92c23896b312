import { describe, expect, test } from "vitest";
import { briefingTextSchema, specificationSchema } from "#app/features/briefings/briefing.ts";
import {
  SAMPLE_SPECIFICATION,
  SAMPLE_TEXTS,
  sampleAsks,
  sampleFigures,
} from "#app/features/briefings/demo/sample-briefing.ts";
import { SECTIONS } from "#app/features/briefings/figures/dimensions.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { sampleRelease } from "../sample-briefing.ts";

describe("the sample briefing", () => {
  test("is a specification and texts as an editor could have written them", () => {
    expect(specificationSchema.parse(SAMPLE_SPECIFICATION)).toEqual(SAMPLE_SPECIFICATION);
    for (const locale of LOCALES) expect(briefingTextSchema.parse(SAMPLE_TEXTS[locale])).toEqual(SAMPLE_TEXTS[locale]);
  });

  test.each(LOCALES)("in %s has a text for every part and no number in it", (locale) => {
    const { title, claim, sections } = SAMPLE_TEXTS[locale];
    for (const section of SECTIONS) expect(sections[section].length).toBeGreaterThan(50);
    expect([title, claim, ...Object.values(sections)].join(" ")).not.toMatch(/\p{Nd}/u);
  });

  test("shows and asks nothing that no table bears out", () => {
    const nothing = { ...sampleRelease(), tables: [] };
    expect(sampleFigures(nothing)).toEqual([]);
    expect(sampleAsks(nothing)).toEqual([]);
  });
});
