import { describe, expect, test } from "vitest";
import { draftTitle } from "#app/features/briefings/drafting/draft-title.server.ts";
import { publishedFrom, sampleDraft, sampleLabelOf } from "../sample-briefing.ts";

describe("what an editor types in French", () => {
  const draft = sampleDraft();
  const typed = { ...draft.texts.fr!, title: "Un an après : éconduits", claim: "Qui paie ? « Eux », à 25 %." };
  const french = { ...draft, texts: { ...draft.texts, fr: typed } };

  test("is printed with spaces that hold", () => {
    const { title, claim } = publishedFrom(french, sampleLabelOf).texts.fr!;
    expect(title).toBe("Un an après\u00a0: éconduits");
    expect(claim).toBe("Qui paie\u00a0? «\u00a0Eux\u00a0», à 25\u00a0%.");
  });

  test("is called so wherever it is only named", () => {
    expect(draftTitle(french, null, "fr")).toBe("Un an après\u00a0: éconduits");
    expect(draftTitle({ texts: { en: { ...typed, title: "Why ?" } } }, null, "fr")).toBe("Why ?");
  });
});
