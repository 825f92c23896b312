import { describe, expect, test } from "vitest";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { referencedText } from "#app/features/briefings/references/referenced-text.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { by, publishedFrom, sampleDraft, sampleLabelOf, sampleRelease } from "../sample-briefing.ts";
import { releaseWithSurvey } from "../sample-survey.ts";

const ID = by("incident_group");

function releaseWith(values: Readonly<Record<string, number | null>>): ProtectedRelease {
  const cells = Object.entries(values).map(([code, value]) => ({ codes: [code], value }));
  const table = {
    id: ID,
    measure: "organisations" as const,
    dimensions: ["incident_group"] as const,
    where: null,
    cells,
  };
  return { ...sampleRelease(), tables: [table] };
}

const printed = (text: string, locale: Locale, release = releaseWith({ account: 1235, payment: null })) =>
  referencedText(text, { release, t: textFor(locale), formats: formatsFor(locale) });

describe("a text with references", () => {
  test.each([
    ["en", "1,235", "1,235 organisations"],
    ["fr", "1\u202f235", "1\u202f235 organisations"],
    ["es", "1235", "1235 organizaciones"],
    ["ar", "1,235", "1,235 منظمة"],
  ] as const)("prints the cell as %s writes numbers", (locale, number, withUnit) => {
    expect(printed(`{{${ID}:account}}!`, locale)).toBe(`${number}!`);
    expect(printed(`{{${ID}:account #}}`, locale)).toBe(withUnit);
  });

  test.each(LOCALES)("in %s says withheld in words, never a number", (locale) => {
    for (const written of [`{{${ID}:payment}}`, `{{${ID}:payment #}}`]) {
      const words = printed(written, locale);
      expect(words).not.toMatch(/\p{Nd}/u);
      expect(words).toMatch(/\p{L}{4}/u);
      expect(words).not.toContain("{");
    }
  });

  test("follows the table: other figures, other text", () => {
    expect(printed(`{{${ID}:account}}`, "en", releaseWith({ account: 40 }))).toBe("40");
  });

  test.each([
    ["en", "21 of 60 organisations, 35%"],
    ["fr", "21 of 60 organisations, 35 %"],
    ["es", "21 of 60 organizaciones, 35 %"],
    ["ar", "21 of 60 منظمة"],
  ] as const)("prints what a survey says, in %s", (locale, beginning) => {
    const text = "{{survey-q13:fees,count}} of {{survey-q13:fees,_asked #}}, {{survey-q13:fees,share}}";
    const said = printed(text, locale, releaseWithSurvey());
    expect(said.replaceAll(/\s/g, " ")).toMatch(new RegExp(`^${beginning}`));
    expect(printed("{{survey-q13:cards,count}}{{survey-q13:cards,share #}}", locale, releaseWithSurvey())).not.toMatch(
      /\p{Nd}/u,
    );
  });

  test("knows how many organisations there are", () => {
    expect(printed("{{organisations #}}", "en")).toBe("85 organisations");
    const few = { ...releaseWith({}), population: { kind: "more_than_five" as const } };
    expect(printed("{{organisations #}}", "es", few)).toBe("más de 5 organizaciones");
  });

  test("in a preview names what is not there", () => {
    expect(printed("{{organisations-by-outcome:open}}", "en")).toContain("{{organisations-by-outcome:open}}");
    expect(printed("{{nonsense", "en")).toContain("{{nonsense");
  });

  test("is frozen with its figures in title, claim and sections of the page", () => {
    const draft = sampleDraft();
    const text = draft.texts.fr!;
    text.title = "Refus : {{organisations}}";
    text.claim = `{{${ID}:account #}} sans compte.`;
    text.sections.what_happened = `Un.\n\n{{${ID}:account}} deux.`;
    const value = sampleRelease()
      .tables.find(({ id }) => id === ID)!
      .cells.find(({ codes }) => codes[0] === "account")!.value;
    const { title, claim, sections } = publishedFrom(draft, sampleLabelOf).texts.fr!;
    expect(title).toBe("Refus\u00a0: 85");
    expect(claim).toBe(`${value} organisations sans compte.`);
    expect(sections.find(({ id }) => id === "what_happened")!.paragraphs).toEqual(["Un.", `${value} deux.`]);
  });
});
