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

  test("keeps a per cent sign with its number, and a number in one piece", () => {
    expect(withFrenchSpaces("De 25 à 50 % de 1 250 000 réponses, 12 ans")).toBe(
      "De 25 à 50\u00a0% de 1\u00a0250\u00a0000 réponses, 12 ans",
    );
  });

  test("is read that way from the catalogue", () => {
    expect(textFor("fr")("report.affected.title")).toBe("De qui s’agit-il\u00a0?");
  });
});
