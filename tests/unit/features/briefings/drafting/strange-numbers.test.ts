import { describe, expect, test } from "vitest";
import { numbersToLookAt } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { strangeNumbers } from "#app/features/briefings/drafting/strange-numbers.ts";
import { sampleDraft, sampleRelease } from "../sample-briefing.ts";

describe("a number in the text", () => {
  const release = sampleRelease();
  test.each([
    ["31 of 40 refused", ["31"]],
    ["75 % of 85", ["75 %"]],
    ["in 2025, 85 organisations", []],
    ["about 1,200 cases", ["1,200"]],
    ["٨٥ منظمة و٣١ حالة", ["٣١"]],
    ["Order 14203", ["14203"]],
  ])("%j shows %j to the guardian", (text, numbers) => {
    expect(strangeNumbers(text, release)).toEqual(numbers);
  });
  test("is named with its language and part", () => {
    const draft = sampleDraft();
    if (draft.texts.en) draft.texts.en.claim = "Three in four, or 31.";
    expect(numbersToLookAt(draft, release)).toEqual([{ place: "en.claim", numbers: ["31"] }]);
  });
});
