import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FREE_TEXT_FIELDS } from "#app/features/cases/questionnaire/free-text-fields.ts";
import { accountNumbersIn, withMaskedNumbers } from "#app/features/cases/questionnaire/report-account-numbers.ts";
import { REPORT_FIELDS } from "#app/features/cases/questionnaire/report-fields.ts";
import { accountNumberPlaces, maskAccountNumbers } from "#app/kernel/account-number-mask.ts";

const IBAN = "DE89 3704 0044 0532 0130 00";
const CARD = "4111-1111-1111-1111";

describe("account numbers in a text", () => {
  test("are named by line and last four characters", () => {
    expect(accountNumberPlaces(`first\nsecond ${IBAN}\n\n${CARD}`)).toEqual([
      { kind: "iban", line: 2, ending: "3000" },
      { kind: "card", line: 4, ending: "1111" },
    ]);
  });

  test("are cut down to four characters, and nothing around them is touched", () => {
    expect(maskAccountNumbers(`a ${IBAN}, b ${CARD}.`)).toBe("a ••••3000, b ••••1111.");
  });

  test("are never found again in a text that was masked", () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom(IBAN, CARD, " ", "\n", "3000", "٤١١١١١١١١١١١١١١١"));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(accountNumberPlaces(maskAccountNumbers(pieces.join("")))).toEqual([]);
      }),
    );
  });

  test("are masked in a few readings of the text; where each leans on the one before, the next press goes on", () => {
    const links = ["4002000000004002", ...Array.from({ length: 1_500 }, () => "000000004002")];
    const masked = maskAccountNumbers(links.join(" "));
    const marks = (text: string) => text.match(/••••/g)?.length ?? 0;
    expect(marks(masked)).toBe(12);
    expect(accountNumberPlaces(masked)).toHaveLength(1);
    expect(marks(maskAccountNumbers(masked))).toBe(24);
  });

  test("are named by their line however many there are", () => {
    const places = accountNumberPlaces(`${CARD}\n`.repeat(1_000));
    expect(places.map(({ line }) => line)).toEqual(Array.from({ length: 1_000 }, (_, place) => place + 1));
  });

  test("are found and masked in every answer that takes a text", () => {
    const report = {
      affectedName: { affectedName: CARD },
      story: { story: IBAN },
      recipients: { recipients: "nobody" },
    };
    expect(accountNumbersIn(report).map(({ key }) => key)).toEqual(["affectedName", "story"]);
    expect(withMaskedNumbers(report)).toEqual({
      affectedName: { affectedName: "••••1111" },
      story: { story: "••••3000" },
      recipients: { recipients: "nobody" },
    });
  });

  test("are looked for in every input that takes a text", () => {
    const texts = Object.values(REPORT_FIELDS)
      .flat()
      .filter(({ kind }) => kind === "text" || kind === "long-text");
    expect(texts.map(({ name }) => name)).toEqual(FREE_TEXT_FIELDS);
  });
});
