import { describe, expect, test } from "vitest";
import { briefingDraftSchema, withEverySection } from "#app/features/briefings/briefing.ts";
import { sampleDraft } from "./sample-briefing.ts";

describe("a draft", () => {
  test("comes back from its sealed form unchanged", () => {
    expect(briefingDraftSchema.parse(JSON.parse(JSON.stringify(sampleDraft())))).toEqual(sampleDraft());
  });
  test.each(["turned \u202e around", "a bell \u0007", "half a pair \ud800"])(
    "refuses text with characters nobody sees: %j",
    (title) => {
      const draft = sampleDraft();
      const text = { ...draft.texts.en, title };
      const answer = briefingDraftSchema.safeParse({ ...draft, texts: { en: text } });
      expect(answer.error?.issues[0]?.message).toBe("briefings.text.unseen");
    },
  );
  test("takes Arabic with its joiners, and empty lines between paragraphs", () => {
    const draft = sampleDraft();
    const text = { ...draft.texts.ar, title: "می\u200cخواهم\n\nنص" };
    expect(briefingDraftSchema.safeParse({ ...draft, texts: { ar: text } }).success).toBe(true);
  });
  test("that was sealed before there was a part on time and money has that part empty", () => {
    const draft = sampleDraft();
    const { time_and_money: _, ...earlier } = draft.texts.en?.sections ?? {};
    const sealed = { ...draft, texts: { en: { ...draft.texts.en, sections: earlier } } };
    const opened = withEverySection(JSON.parse(JSON.stringify(sealed)));
    expect(opened.texts.en).toEqual({ ...draft.texts.en, sections: { ...earlier, time_and_money: "" } });
    expect(briefingDraftSchema.safeParse(opened).success).toBe(true);
  });
  test("asks each thing once", () => {
    const draft = sampleDraft();
    expect(briefingDraftSchema.safeParse({ ...draft, asks: [...draft.asks, draft.asks[0]] }).success).toBe(false);
  });
});
