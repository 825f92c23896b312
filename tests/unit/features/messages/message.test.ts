import { describe, expect, test } from "vitest";
import { CASE_STATUSES } from "#app/features/cases/case-status.ts";
import { authorOf, languageOf, openQuestion, sideOf } from "#app/features/messages/message.ts";
import { whyClosed } from "#app/features/messages/message-openness.ts";

describe("a conversation", () => {
  test("has two sides: coordinators and lead are one", () => {
    expect((["reporter", "intake", "lead"] as const).map(sideOf)).toEqual(["reporter", "team", "team"]);
    expect(() => authorOf("analyst")).toThrow(TypeError);
  });

  test("waits for the answer to the last question, as long as the case does", () => {
    const messages = [{ asks: true }, { asks: false }, { asks: true }, { asks: false }];
    expect(openQuestion("needs_clarification", messages)).toBe(messages[2]);
    expect(openQuestion("received", messages)).toBeNull();
    expect(openQuestion("needs_clarification", [])).toBeNull();
  });

  test("is in the language in which the organisation last wrote, else in that of its report", () => {
    expect(languageOf([{ language: "ar" }, { language: "fr" }, { language: null }], "en")).toBe("fr");
    expect(languageOf([{ language: null }], "en")).toBe("en");
    expect(languageOf([], null)).toBeNull();
  });

  test("takes nothing more once its reporter has ended the case, nor where nobody reads", () => {
    const closed = CASE_STATUSES.filter((status) => whyClosed(status, "account") !== null);
    expect(closed).toEqual(["withdrawn_by_reporter", "erased"]);
    expect(whyClosed("received", "import")).toBe("message.nobody");
  });
});
