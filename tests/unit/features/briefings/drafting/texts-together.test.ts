import { describe, expect, test } from "vitest";
import { NO_TEXT } from "#app/features/briefings/briefing.ts";
import { shownTexts, wasShownBy } from "#app/features/briefings/drafting/shown-texts.server.ts";
import { type SentText, textsTogether } from "#app/features/briefings/drafting/texts-together.ts";

const title = (text: string): SentText => ({ locale: "en", part: "title", text });
const claim = (text: string): SentText => ({ locale: "en", part: "claim", text });

/** Two parts were shown as "Old" each; one writer sends, another has saved meanwhile. */
function together(
  sent: readonly SentText[],
  saved: { title: string; claim: string },
  shown = [title("Old"), claim("Old")],
) {
  const { texts, overtaken } = textsTogether(sent, { en: { ...NO_TEXT, ...saved } }, wasShownBy(shownTexts(shown)));
  return { texts: texts.map(({ text }) => text), overtaken: overtaken.map(({ part }) => part) };
}

describe("texts that two people write", () => {
  test("in different parts, both stand", () => {
    const both = together([title("Mine"), claim("Old")], { title: "Old", claim: "Theirs" });
    expect(both).toEqual({ texts: ["Mine", "Theirs"], overtaken: [] });
  });

  test("in the same part, the later one has to look", () => {
    const both = together([title("Mine"), claim("Old")], { title: "Theirs", claim: "Old" });
    expect(both).toEqual({ texts: ["Mine", "Old"], overtaken: ["title"] });
  });

  test("who both wrote the same are of one mind", () => {
    expect(together([title("Same")], { title: "Same", claim: "" }).overtaken).toEqual([]);
  });

  test("what somebody has emptied stays empty, and what a colleague has emptied too", () => {
    const both = together([title(""), claim("Old")], { title: "Old", claim: "" });
    expect(both).toEqual({ texts: ["", ""], overtaken: [] });
  });

  test("a form that does not say what it showed overwrites nothing", () => {
    expect(together([title("Mine")], { title: "Theirs", claim: "" }, []).overtaken).toEqual(["title"]);
  });
});
