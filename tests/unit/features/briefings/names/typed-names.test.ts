import { expect, test } from "vitest";
import type { PrintableNames } from "#app/features/briefings/names/edition-names.ts";
import { typedNames } from "#app/features/briefings/names/typed-names.ts";
import { aRegister } from "../../../../support/institutions.ts";

const register = aRegister(
  { id: "a", names: ["Quillmere Trust Bank", "QTB Group"] },
  { id: "b", names: ["Visa"] },
  { id: "c", names: ["Brindlecote"] },
  { id: "d", names: ["Old Quillmere Bank"], foldedInto: "a" as never },
);
const common = () => new Set(["visa"]);
const none: PrintableNames = new Map();
const found = (text: string, printable = none) =>
  typedNames([{ locale: "en", place: "en.claim", text }], { register, printable, common }).map(
    ({ written }) => written,
  );

test.each([
  ["an account at quillmere   TRUST bank was closed", ["quillmere   TRUST bank"]],
  ["the QTB Group, and the QTB Group again", ["QTB Group"]],
  ["Brindlecote’s branch", ["Brindlecote’s"]],
  ["her visa was refused, and a bank shut the door", []],
  ["", []],
])("in “%s”", (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test("an institution that the edition prints beside its reply may be named, by every spelling that was folded into it", () => {
  const printable = new Map([["commercial_bank-1", { entryId: "a" }]]) as unknown as PrintableNames;
  expect(found("Quillmere Trust Bank, once Old Quillmere Bank, and Brindlecote", printable)).toEqual(["Brindlecote"]);
});
