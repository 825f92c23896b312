import { describe, expect, test } from "vitest";
import { contactLines } from "#app/features/surveys/waves/contact-lines.ts";

describe("how somebody wishes to be reached", () => {
  test("is read with what was asked, and in which language to write", () => {
    const lines = [
      { label: "By which safe channel?", text: "Signal +00 111" },
      { label: "When?", text: "In the morning" },
    ];
    expect(contactLines({ language: "fr", lines })).toEqual({ language: "fr", lines });
  });

  test.each([
    ["a text", "Signal +00", ["Signal +00"]],
    ["fields of another form", { q39: "yes", channel: ["Signal", 7], empty: " " }, ["yes", "Signal", "7"]],
    ["a language nobody knows", { language: "xx", lines: [] }, ["xx"]],
    ["what cannot be read", null, []],
  ])("is told as it is where it is written another way: %s", (_name, contact, texts) => {
    expect(contactLines(contact)).toEqual({ language: null, lines: texts.map((text) => ({ label: null, text })) });
  });
});
