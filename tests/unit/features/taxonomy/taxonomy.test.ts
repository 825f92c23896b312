import { describe, expect, test } from "vitest";
import { CONSEQUENCES, INCIDENT_TYPES, LIST_NAMES, LISTS } from "#app/features/taxonomy/codes.ts";
import { CONSEQUENCE_GROUPS, consequenceGroupOf, consequencesOf } from "#app/features/taxonomy/consequence-groups.ts";
import { codeAt, numberOf, parseCode } from "#app/features/taxonomy/dictionary.ts";
import { incidentGroupOf } from "#app/features/taxonomy/incident-groups.ts";
import { LABEL_LOCALES, labelOf, labelsOf } from "#app/features/taxonomy/labels.server.ts";
import { readSeedRows } from "#app/features/taxonomy/seed-csv.server.ts";

const rows = readSeedRows("taxonomy");

describe("the taxonomy", () => {
  test("has 315 codes in 22 lists, in the code as in the file", () => {
    const inFile = rows.map(({ list, code }) => `${list} ${code}`);
    const inCode = LIST_NAMES.flatMap((list) => LISTS[list].map((code) => `${list} ${code}`));
    expect(inCode).toHaveLength(315);
    expect(LIST_NAMES).toHaveLength(22);
    expect(new Set(inCode)).toEqual(new Set(inFile));
  });

  test("gives each code the number that stands in the file", () => {
    const wrong = rows.filter(({ list, code, number }) => numberOf(list as never, code as never) !== Number(number));
    expect(wrong).toEqual([]);
  });

  test("puts each consequence into one group", () => {
    expect(CONSEQUENCE_GROUPS.flatMap(consequencesOf).sort()).toEqual([...CONSEQUENCES].sort());
    for (const group of CONSEQUENCE_GROUPS)
      expect(new Set(consequencesOf(group).map(consequenceGroupOf))).toEqual(new Set([group]));
  });

  test("finds each code again by its number", () => {
    const lost = LIST_NAMES.flatMap((list) =>
      LISTS[list].filter((code) => {
        const found = codeAt(list, numberOf(list, code as never));
        return !found.ok || found.value !== code;
      }),
    );
    expect(lost).toEqual([]);
  });

  test("refuses numbers and codes it does not know", () => {
    expect(codeAt("severity", 0).ok).toBe(false);
    expect(codeAt("severity", 5).ok).toBe(false);
    expect(parseCode("severity", "huge")).toMatchObject({ ok: false, refusal: { code: "taxonomy.unknown-code" } });
  });

  test("puts every kind of incident into the group the file names", () => {
    const groups = Object.fromEntries(
      rows.filter(({ list }) => list === "incident_type").map((row) => [row.code, row.group]),
    );
    expect(Object.fromEntries(INCIDENT_TYPES.map((type) => [type, incidentGroupOf(type)]))).toEqual(groups);
  });

  test.each(LABEL_LOCALES)("has a label for every code in %s", (locale) => {
    const unnamed = LIST_NAMES.flatMap((list) => LISTS[list].filter((code) => !labelsOf(list, locale)[code as never]));
    expect(unnamed).toEqual([]);
  });

  test("does not give two codes of a list the same label", () => {
    const doubled = LABEL_LOCALES.flatMap((locale) =>
      LIST_NAMES.filter((list) => {
        const labels = Object.values(labelsOf(list, locale));
        return new Set(labels).size !== labels.length;
      }).map((list) => `${list} ${locale}`),
    );
    expect(doubled).toEqual([]);
  });

  test("speaks Arabic", () => {
    expect(labelOf("incident_type", "account_frozen", "ar")).toBe("تجميد الحساب أو حجزه");
  });
});
