import fc from "fast-check";
import { composeIBAN } from "ibantools";
import { describe, expect, test } from "vitest";
import { findAccountNumbers } from "#app/kernel/iban-and-card-finder.ts";

const kinds = (text: string) => findAccountNumbers(text).map(({ kind }) => kind);

describe("account numbers in free text", () => {
  test.each([
    "DE89370400440532013000",
    "DE89 3704 0044 0532 0130 00",
    "de89-3704-0044-0532-0130-00",
    "DE89.3704.0044.0532.0130.00",
    "DE89\u00a03704\u202f0044\u200b0532 0130 00",
    "ＤＥ８９ ３７０４ ００４４ ０５３２ ０１３０ ００",
    "ps92 palS 0000 0000 0400 1234 5670 2",
  ])("are found as IBAN in %j", (iban) => {
    expect(kinds(`They closed account ${iban}, we think.`)).toEqual(["iban"]);
  });

  test.each(["4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005", "٤١١١ ١١١١ ١١١١ ١١١١"])(
    "are found as card in %j",
    (card) => expect(kinds(`My card ${card} was cancelled`)).toEqual(["card"]),
  );

  test("are found two in a row", () => {
    expect(kinds("4111 1111 1111 1111 5500 0000 0000 0004")).toEqual(["card", "card"]);
    expect(kinds("DE89370400440532013000 GB29 NWBK 6016 1331 9268 19")).toEqual(["iban", "iban"]);
  });

  test("are told by place and ending, never in full", () => {
    const text = "Account DE89 3704 0044 0532 0130 00 closed";
    const [found] = findAccountNumbers(text);
    expect(found).toEqual({ kind: "iban", start: 8, end: 35, ending: "3000" });
    expect(text.slice(found!.start, found!.end)).toBe("DE89 3704 0044 0532 0130 00");
  });

  test.each([
    "DE89370400440532013001",
    "On 2025-02-03 and 2025-04-05 we called +31 70 123 45 67.",
    "Case 02-25, reference 1234567890123456789012345",
    "We lost 1 250 000 euros and 300 000 000 pounds.",
    "They kept only the ending 3000.",
    "",
  ])("are not seen in %j", (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test("are found wherever they stand and however they are grouped", () => {
    const digits = fc.string({ minLength: 18, maxLength: 18, unit: fc.constantFrom(..."0123456789") });
    fc.assert(
      fc.property(
        digits,
        fc.constantFrom(" ", "-", "", "\u00a0"),
        fc.constantFrom("", "voir ", "قبل "),
        (bban, gap, before) => {
          const iban = composeIBAN({ countryCode: "DE", bban });
          fc.pre(iban !== null);
          const grouped = iban!.match(/.{1,4}/g)!.join(gap);
          expect(findAccountNumbers(`${before}${grouped}.`).some(({ kind }) => kind === "iban")).toBe(true);
        },
      ),
    );
  });
});
