import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableChoiceForm } from "#app/features/briefings/drafting/table-choice-form.ts";
import { codesOf, DIMENSIONS } from "#app/features/briefings/figures/dimensions.ts";
import { amountIn, QUANTITIES, quantityOf } from "#app/features/briefings/figures/quantities.ts";
import {
  choiceFrom,
  choiceText,
  MEASURES,
  restsOn,
  STANDARD_TABLES,
  sectionOfTable,
  type TableChoice,
  tableChoiceSchema,
  tableIdOf,
  withBases,
} from "#app/features/briefings/figures/table-choice.ts";
import { LISTS } from "../sample-briefing.ts";

const anyChoice: fc.Arbitrary<TableChoice> = fc
  .record({
    measure: fc.constantFrom(...MEASURES),
    of: fc.option(fc.constantFrom(...QUANTITIES), { nil: undefined }),
    dimensions: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { minLength: 1, maxLength: 2 }),
    where: fc.option(
      fc
        .constantFrom(...DIMENSIONS)
        .chain((dimension) => fc.constantFrom(...codesOf(dimension, LISTS)).map((code) => ({ dimension, code }))),
      { nil: null },
    ),
  })
  .map(({ of, ...choice }) => ({ ...choice, ...(of && { of }) }))
  .filter((choice) => tableChoiceSchema.safeParse(choice).success);

describe("a choice of a table", () => {
  test("comes back from the field of a form as it was", () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        expect(choiceFrom(choiceText(choice))).toEqual(choice);
      }),
    );
  });

  test("has a name of its own, however long the names of its parts: no base of a share is taken for another's", () => {
    const names = new Map<string, string>();
    const longest = [...DIMENSIONS].sort((a, b) => b.length - a.length).slice(0, 5);
    const pairs = longest.flatMap((first) => longest.map((second) => [first, second]));
    const filters = DIMENSIONS.flatMap((dimension) => codesOf(dimension, LISTS).map((code) => ({ dimension, code })));
    for (const dimensions of pairs)
      for (const where of filters) {
        const choice: TableChoice = { measure: "organisations", dimensions, where };
        names.set(tableIdOf(choice), choiceText(choice));
      }
    expect(names.size).toBe(pairs.length * filters.length);
  });

  test("has an id that files and addresses take, and another one for every other quantity", () => {
    fc.assert(
      fc.property(anyChoice, (choice) => {
        expect(tableIdOf(choice)).toMatch(/^[a-z0-9][a-z0-9-]{0,79}$/);
      }),
    );
    const ids = QUANTITIES.map((of) => tableIdOf({ measure: "medianBand", of, dimensions: ["measure"], where: null }));
    expect(new Set(ids).size).toBe(QUANTITIES.length);
  });

  test("brings what it rests on before it, once, and what was brought rests on nothing more", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyChoice, { selector: tableIdOf, maxLength: 6 }), (choices) => {
        const all = withBases(choices);
        const ids = all.map(tableIdOf);
        expect(new Set(ids).size).toBe(ids.length);
        expect(withBases(all)).toEqual(all);
        for (const choice of choices) for (const base of restsOn(choice)) expect(ids).toContain(tableIdOf(base));
      }),
    );
  });

  test.each([
    [{ measure: "sum" }, "briefings.tables.quantity"],
    [{ measure: "sum", of: "duration" }, "briefings.tables.sum-of-days"],
    [{ measure: "medianBand" }, "briefings.tables.quantity"],
    [{ measure: "cases", of: "duration" }, "briefings.tables.quantity"],
    [{ measure: "share" }, "briefings.tables.share-of-what"],
    [{ measure: "sum", of: "amount_xau" }, "Invalid input"],
  ])("%j is no table", (wanted, message) => {
    const read = tableChoiceSchema.safeParse({ dimensions: ["severity"], where: null, ...wanted });
    expect(read.error?.issues[0]?.message).toBe(message);
  });

  test("sums and medians stand in the part on time and money, and so do bands of both", () => {
    expect(sectionOfTable({ measure: "sum", dimensions: ["severity"] })).toBe("time_and_money");
    expect(sectionOfTable({ measure: "organisations", dimensions: ["duration_band"] })).toBe("time_and_money");
    expect(sectionOfTable({ measure: "share", dimensions: ["severity"] })).toBe("what_happened");
    expect(STANDARD_TABLES.filter((choice) => sectionOfTable(choice) === "time_and_money")).toHaveLength(2);
  });

  test("the form takes a quantity where it matters and puts the bases on the list", () => {
    const send = (fields: object) =>
      tableChoiceForm.parse({ recordVersion: "1", tables: [], only: "", rows: "severity", columns: "", ...fields });
    const ids = (fields: object) => send(fields).choices.map(tableIdOf);
    expect(ids({ measure: "cases", of: "duration" })).toEqual(["cases-by-severity"]);
    expect(ids({ measure: "medianBand", of: "duration" })).toEqual([
      "organisations-by-severity",
      "median-duration-by-severity",
    ]);
    expect(ids({ measure: "sum", of: "amount_chf" })).toEqual(["sum-amount-chf-by-severity"]);
  });
});

test("an amount counts in its own currency alone; a part of a day counts as a day", () => {
  const yen = { durationDays: 0, amount: { amountMinor: 250_000, currency: "JPY" } };
  expect(quantityOf(yen, amountIn("JPY"))).toBe(250_000);
  expect(quantityOf(yen, amountIn("USD"))).toBe(0);
  expect(quantityOf(yen, "duration")).toBe(1);
  expect(quantityOf({ durationDays: null, amount: { amountMinor: 12_345, currency: "EUR" } }, amountIn("EUR"))).toBe(
    123.45,
  );
  expect(quantityOf({ durationDays: null, amount: null }, "duration")).toBe(0);
});
