import { describe, expect, test } from "vitest";
import { inserted, sectionForm, sentTexts, tooLong } from "#app/features/briefings/drafting/section-form.ts";

const form = (fields: object) => sectionForm.parse({ en: "One.", fr: "", reference: "{{a-by-b:c}}", ...fields });

describe("the form of one part", () => {
  test("is saved by its own button, and inserts by the other one", () => {
    expect(form({}).insertion).toBeNull();
    expect(form({ insert: "yes" }).insertion).toMatchObject({ into: "every" });
  });

  test("puts a figure at the end of every text, or of one", () => {
    expect(inserted(form({ insert: "yes" }))).toEqual({ en: "One. {{a-by-b:c}}", fr: "{{a-by-b:c}}" });
    const one = form({ insert: "yes", into: "fr", unit: "yes" });
    expect(inserted(one)).toEqual({ en: "One.", fr: "{{a-by-b:c #}}" });
  });

  test.each(["", "words", "{{a-by-b:c}} and words"])("inserts nothing but a reference: %j", (reference) => {
    expect(inserted(form({ insert: "yes", reference }))).toBeNull();
  });

  test("a line that was pasted in several is one line in a title, and stays as it is in a section", () => {
    expect(sentTexts("title", { fr: "Une\n ligne" })).toEqual([{ locale: "fr", part: "title", text: "Une ligne" }]);
    expect(sentTexts("what_happened", { fr: "Une\n\nDeux" })[0]?.text).toBe("Une\n\nDeux");
  });

  test("title and claim are shorter than a section", () => {
    const texts = { en: "x".repeat(121), fr: "x".repeat(120) };
    expect(tooLong("title", texts)).toEqual({ en: "briefings.text.too-long" });
    expect(tooLong("what_happened", texts)).toEqual({});
  });
});
