import { describe, expect, test } from "vitest";
import {
  BYTES_AN_ORGANISATION,
  FILES_A_CASE,
  FILES_BEFORE_A_TEAM,
  mayTake,
} from "#app/features/evidence/evidence-limits.ts";
import { shownName } from "#app/kernel/shown-name.ts";
import { kindOfName } from "#app/platform/sanitiser/file-kinds.ts";

describe("taking a file", () => {
  test("ends at twenty a case and at the organisation's room", () => {
    const side = "reporter";
    const almost = { files: FILES_A_CASE - 1, stored: BYTES_AN_ORGANISATION - 5, more: 5 };
    expect(mayTake({ side, ...almost }).ok).toBe(true);
    expect(mayTake({ side, files: FILES_A_CASE, stored: 0 })).toMatchObject({ refusal: { code: "file.too-many" } });
    expect(mayTake({ side, files: 0, stored: BYTES_AN_ORGANISATION, more: 1 })).toMatchObject({
      refusal: { code: "file.no-room" },
    });
  });

  test("ends earlier for a team, so that its reporter can always add something", () => {
    const side = "team";
    expect(mayTake({ side, files: FILES_BEFORE_A_TEAM - 1, stored: 0 }).ok).toBe(true);
    expect(mayTake({ side, files: FILES_BEFORE_A_TEAM, stored: 0 })).toMatchObject({
      refusal: { code: "file.kept-for-reporter" },
    });
    expect(mayTake({ side: "reporter", files: FILES_BEFORE_A_TEAM, stored: 0 }).ok).toBe(true);
  });
});

describe("the name of a file", () => {
  test.each([
    ["C:\\Users\\amina\\letter.pdf", "letter.pdf"],
    ["../../etc/letter.pdf", "letter.pdf"],
    ["a\u202Efdp.exe", "afdp.exe"],
    ["line\r\nbreak\0.txt", "linebreak.txt"],
    ["خطاب البنك.pdf", "خطاب البنك.pdf"],
  ])("%j is shown as %j", (given, shown) => {
    expect(shownName(given)).toBe(shown);
  });

  test("keeps its ending when it is cut", () => {
    const name = shownName(`${"letter ".repeat(40)}.pdf`);
    expect(name.length).toBeLessThanOrEqual(120);
    expect(kindOfName(name)).toBe("pdf");
  });

  test.each(["letter", "letter.exe", "letter.pdf.exe", ".", "a.constructor", "a.svg", "a.docm"])(
    "%j says nothing that is taken",
    (name) => {
      expect(kindOfName(name)).toBeNull();
    },
  );
});
