import { describe, expect, test } from "vitest";
import { briefingTextSchema, specificationSchema } from "#app/features/briefings/briefing.ts";
import { type Sample, sampleAsks, sampleFigures } from "#app/features/briefings/demo/sample.ts";
import { SAMPLE } from "#app/features/briefings/demo/sample-briefing.ts";
import { SECOND_SAMPLE } from "#app/features/briefings/demo/second-sample.ts";
import { SECTIONS } from "#app/features/briefings/figures/dimensions.ts";
import { withoutReferences } from "#app/features/briefings/references/figure-reference.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { sampleRelease } from "../sample-briefing.ts";

describe.each<[string, Sample]>([
  ["first", SAMPLE],
  ["second", SECOND_SAMPLE],
])("the %s sample briefing", (_, sample) => {
  const { specification, texts } = sample;
  const wordsIn = (locale: Locale) => {
    const { title, claim, sections } = texts[locale];
    return [title, claim, ...Object.values(sections)].join(" ");
  };

  test("is a specification and texts as an editor could have written them", () => {
    expect(specificationSchema.parse(specification)).toEqual(specification);
    for (const locale of LOCALES) expect(briefingTextSchema.parse(texts[locale])).toEqual(texts[locale]);
  });

  test.each(LOCALES)("in %s has a text for every part, and every number in it is a reference", (locale) => {
    for (const section of SECTIONS) expect(texts[locale].sections[section].length).toBeGreaterThan(40);
    expect(withoutReferences(wordsIn(locale))).not.toMatch(/\p{Nd}/u);
  });

  test.each(LOCALES)("in %s points to the same cells as in English", (locale) => {
    const references = (one: Locale) => (wordsIn(one).match(/\{\{[^}]*\}\}/g) ?? []).sort();
    expect(references(locale)).toEqual(references("en"));
  });

  test("shows and asks nothing that no table bears out", () => {
    const nothing = { ...sampleRelease(), tables: [] };
    expect(sampleFigures(sample, nothing)).toEqual([]);
    expect(sampleAsks(sample, nothing)).toEqual([]);
  });
});
