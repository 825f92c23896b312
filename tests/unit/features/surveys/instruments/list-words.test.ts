import { expect, test } from "vitest";
import { CODE_LISTS, type CodeListName } from "#app/features/surveys/instruments/code-lists.ts";
import { codeWordsIn } from "#app/features/surveys/instruments/list-words.server.ts";
import { LOCALES } from "#app/i18n/locales.ts";

test.each(LOCALES)("every code that an instrument can name has words of its own in %s", (locale) => {
  const words = codeWordsIn(locale);
  const bare = (Object.keys(CODE_LISTS) as CodeListName[]).flatMap((list) =>
    CODE_LISTS[list].filter((code) => ["", code].includes(words(list, code))).map((code) => `${list}: ${code}`),
  );
  expect(bare).toEqual([]);
});

test("a code or a list that nobody knows is its own word", () => {
  const words = codeWordsIn("fr");
  expect(words("remedy", "prayer")).toBe("prayer");
  expect(words("colour", "red")).toBe("red");
});
