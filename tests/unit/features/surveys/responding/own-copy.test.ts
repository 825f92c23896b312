import { describe, expect, test } from "vitest";
import { answersText, MOST_ANSWER_BYTES } from "#app/features/surveys/answering/answers-text.ts";
import { ownCopyJson, readOwnCopy } from "#app/features/surveys/responding/own-copy.ts";
import { inRoom } from "#app/features/surveys/waves/answer-room.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { instrument, longText, page, yesNo } from "../sample-instruments.ts";

const MOST = MOST_ANSWER_BYTES;
const ASKED = instrument([
  page("one", [yesNo("q1"), longText("q2", { most: 20_000 }), longText("q3", { most: MOST })]),
]);
const PANEL = { words: "abandon ability able about shoot", mark: "m".repeat(43) };

describe("what a respondent keeps", () => {
  test.each([PANEL, null])("comes back as it was, with words for comparison and without", (panel) => {
    const own = { answers: { q1: "yes", q2: 'He said "no" \\ \n and left' }, panel };
    const kept = JSON.parse(JSON.stringify(valueFrom(ownCopyJson(ASKED, own))));
    expect(readOwnCopy(ASKED, kept)).toEqual(own);
  });

  test("is read where it was kept before there were words for comparison, and where it is damaged", () => {
    const answers = { q1: "yes" };
    expect(readOwnCopy(ASKED, valueFrom(answersText(ASKED, answers)))).toEqual({ answers, panel: null });
    for (const damaged of [null, undefined, 7, {}, { form: 2, answers: {}, panel: "words" }])
      expect(readOwnCopy(ASKED, damaged)).toEqual({ answers: {}, panel: null });
  });

  test("fits its room with the longest answers there may be, though every letter of them is a quotation mark", () => {
    // In JSON each of them takes two bytes.
    const q3 = '"'.repeat(29_000);
    const own = { answers: { q1: "yes", q3 }, panel: PANEL };
    const kept = valueFrom(ownCopyJson(ASKED, own));
    expect(inRoom(JSON.stringify(kept))).not.toBeNull();
    const tooLong = { ...own, answers: { ...own.answers, q2: '"'.repeat(19_000) } };
    expect(ownCopyJson(ASKED, tooLong)).toMatchObject({ ok: false, refusal: { code: "answers.too-large" } });
  });
});
