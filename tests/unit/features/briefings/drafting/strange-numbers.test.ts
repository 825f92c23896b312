import { describe, expect, test } from "vitest";
import { numbersToLookAt } from "#app/features/briefings/drafting/briefing-readiness.ts";
import { printedFigures, strangeNumbers } from "#app/features/briefings/drafting/strange-numbers.ts";
import { by, sampleDraft, sampleRelease } from "../sample-briefing.ts";
import { releaseWithSurvey } from "../sample-survey.ts";

describe("a number in the text", () => {
  const release = sampleRelease();
  const written = (text: string) => strangeNumbers(text, release).map((number) => number.written);
  test.each([
    ["31 of 40 refused", ["31"]],
    ["75 % of 85", ["75 %"]],
    ["in 2025, 85 organisations", []],
    ["about 1,200 cases", ["1,200"]],
    ["٨٥ منظمة و٣١ حالة", ["٣١"]],
    ["Order 14203", ["14203"]],
    [`{{${by("incident_group")}:code_31}} and 31`, ["31"]],
  ])("%j shows %j to the guardian", (text, numbers) => {
    expect(written(text)).toEqual(numbers);
  });
  test("comes with the printed figure next to it; a share has none", () => {
    const printed = printedFigures(release);
    const [number] = strangeNumbers("31 refused", release);
    const distance = Math.min(...printed.map(({ value }) => Math.abs(value - 31)));
    expect(Math.abs(number!.nearest!.value - 31)).toBe(distance);
    expect(printed).toContainEqual(number!.nearest);
    expect(strangeNumbers("75 %", release)).toEqual([{ written: "75 %", nearest: null }]);
    const share = { ...release.tables[0]!, id: "share-of-all", measure: "share" as const };
    const shares = { ...release, tables: [{ ...share, cells: [{ codes: ["account"], value: 72 }] }] };
    expect(strangeNumbers("75 %", shares)).toMatchObject([{ nearest: { table: "share-of-all", value: 72 } }]);
    expect(strangeNumbers("72 %", shares)).toEqual([]);
    const nothing = { ...release, population: { kind: "not_said" as const }, tables: [] };
    expect(strangeNumbers("31", nothing)).toEqual([{ written: "31", nearest: null }]);
  });
  test("passes where a survey prints it, and is told the nearest of its figures too", () => {
    const survey = { ...releaseWithSurvey(), tables: [] };
    expect(strangeNumbers("21 of 60, or 35 %", survey)).toEqual([]);
    expect(strangeNumbers("22", survey)).toMatchObject([
      { written: "22", nearest: { table: "survey-q13", codes: ["fees", "count"], value: 21 } },
    ]);
    expect(strangeNumbers("36 %", survey)).toMatchObject([{ nearest: { codes: ["fees", "share"], value: 35 } }]);
  });
  test("is named with its language and part", () => {
    const draft = sampleDraft();
    if (draft.texts.en) draft.texts.en.claim = "Three in four, or 31.";
    expect(numbersToLookAt(draft, release)).toMatchObject([{ place: "en.claim", numbers: [{ written: "31" }] }]);
  });
});
