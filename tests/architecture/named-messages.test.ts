import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sourceFiles } from "./source-tree.ts";
import { fillings, type WordsInCode, wordsInCode } from "./words-in-code.ts";

const folder = join(import.meta.dirname, "../../app/i18n/messages/en");

function flat(value: unknown, path: string): string[] {
  if (typeof value === "string") return [path];
  return Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}.${key}`));
}

const keys = readdirSync(folder).flatMap((file) =>
  flat(JSON.parse(readFileSync(join(folder, file), "utf8")), file.slice(0, -".json".length)),
);

/**
 * Whether a program may ask for a key. It does where the key stands in it; where a template that begins with a slice makes
 * it, and what fills the template's holes are words of the program or keys themselves; and where the path of its group
 * stands there, to which code joins one of its words (`${messages}.${value}`).
 */
function namesOf({ words, strings, alone, templates }: WordsInCode, all: readonly string[]): (key: string) => boolean {
  const known = new Set(all);
  const slices = [...new Set(all.map((key) => key.slice(0, key.indexOf(".") + 1)))];
  const patterns = templates.filter(([head = ""]) => slices.some((slice) => head.startsWith(slice)));
  const isGiven = (filling: string) => words.has(filling) || (known.has(filling) && isNamed(filling));
  const isNamed = (key: string): boolean =>
    strings.has(key) ||
    dotsIn(key)
      .slice(1)
      .some((dot) => alone.has(key.slice(0, dot)) && words.has(key.slice(dot + 1))) ||
    patterns.some((around) => fillings(around, key).some((filled) => filled.every(isGiven)));
  return isNamed;
}

const dotsIn = (key: string): number[] => [...key].flatMap((letter, at) => (letter === "." ? [at] : []));

describe("messages", () => {
  test("are each named by the code that shows them", () => {
    const isNamed = namesOf(wordsInCode(sourceFiles("app")), keys);
    expect(keys.filter((key) => !isNamed(key))).toEqual([]);
  });

  test.each([
    ["stands in it", 't("wave.sent")', "wave.sent", true],
    ["stands in a comment alone", '// t("wave.sent")', "wave.sent", false],
    ["is made by a template", `const all = ["sent"]; t(\`wave.\${all[0]}\`)`, "wave.sent", true],
    ["is made by a template from a property's name", `const all = { sent: 1 }; t(\`wave.\${key}\`)`, "wave.sent", true],
    [
      "is made by a template from the end of a code",
      `act("case.sent"); t(\`wave.\${code.slice(5)}\`)`,
      "wave.sent",
      true,
    ],
    ["fits a template with a word that stands nowhere", `t(\`wave.$code\`)`, "wave.sent", false],
    ["is made around another key", `t("wave.of"); t(\`wave.instead.\${key}\`)`, "wave.instead.wave.of", true],
    ["is joined to its group's path", 'of("wave.state"); of({ sent: 1 })', "wave.state.sent", true],
    [
      "stands below a group that is one of a list",
      'const travels = ["wave.state"]; of({ sent: 1 })',
      "wave.state.sent",
      false,
    ],
    ["would be joined to the name of a slice", 'of("wave"); of("sent")', "wave.sent", false],
  ])("of a program in which the key %s", (_, text, key, isNamed) => {
    const found = wordsInCode([{ path: "app/sample.ts", text, imports: [] }]);
    expect(namesOf(found, [key, "wave.of"])(key)).toBe(isNamed);
  });
});
