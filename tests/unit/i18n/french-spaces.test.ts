import { describe, expect, test } from "vitest";
import { withFrenchSpaces } from "#app/i18n/french-spaces.ts";
import { textFor } from "#app/i18n/messages.server.ts";

describe("a French message", () => {
  test("never begins a line with a mark, nor ends one with an opening guillemet", () => {
    expect(withFrenchSpaces("Quoi ? « Rien » ; voici : {x} !")).toBe(
      "Quoi\u00a0? «\u00a0Rien\u00a0»\u00a0; voici\u00a0: {x}\u00a0!",
    );
  });

  test("keeps the syntax of placeholders", () => {
    const message = "{share, number, ::percent} des cas, {count, plural, =0 {aucun} other {# cas}}";
    expect(withFrenchSpaces(message)).toBe(message);
  });

  test("is read that way from the catalogue", () => {
    expect(textFor("fr")("report.affected.title")).toBe("De qui s’agit-il\u00a0?");
  });
});
