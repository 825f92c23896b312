import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tableChoiceForm } from "#app/features/briefings/drafting/table-choice-form.ts";
import { codesOf, DIMENSIONS } from "#app/features/briefings/figures/dimensions.ts";
import { currencyOf, kindOf, moneyIn, QUANTITIES, quantityOf } from "#app/features/briefings/figures/quantities.ts";
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
    expect(ids({ measure: "sum", of: "amount", currency: "CHF" })).toEqual(["sum-amount-chf-by-severity"]);
    expect(ids({ measure: "sum", of: "extra_cost", currency: "CHF" })).toEqual(["sum-extra-cost-chf-by-severity"]);
    expect(ids({ measure: "sum", of: "staff_days", currency: "CHF" })).toEqual(["sum-staff-days-by-severity"]);
  });

  test("money without a currency is asked for its currency, and keeps the list", () => {
    const fields = { recordVersion: "1", tables: ["cases.severity"], only: "", rows: "measure", columns: "" };
    const read = tableChoiceForm.safeParse({ ...fields, measure: "sum", of: "extra_cost" });
    expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([
      "currency",
      "briefings.tables.currency",
    ]);
  });
});

const NOTHING = { duration: null, amount: null, extra_cost: null, staff_days: null };

test("an amount counts in its own currency alone; a part of a day counts as a day", () => {
  const yen = { ...NOTHING, duration: 0, amount: { amountMinor: 250_000, currency: "JPY" } };
  expect(quantityOf(yen, moneyIn("amount", "JPY"))).toBe(250_000);
  expect(quantityOf(yen, moneyIn("amount", "USD"))).toBe(0);
  expect(quantityOf(yen, moneyIn("extra_cost", "JPY"))).toBe(0);
  expect(quantityOf(yen, "duration")).toBe(1);
  expect(quantityOf({ ...NOTHING, extra_cost: { amountMinor: 12_345, currency: "EUR" } }, "extra_cost_eur")).toBe(
    123.45,
  );
  expect(quantityOf({ ...NOTHING, staff_days: 12 }, "staff_days")).toBe(12);
  for (const of of QUANTITIES) expect(quantityOf(NOTHING, of)).toBe(0);
});

test("every quantity is of one kind, and money is of one currency", () => {
  expect(kindOf("extra_cost_eur")).toBe("extra_cost");
  for (const of of QUANTITIES) expect(currencyOf(of) === null).toBe(["duration", "staff_days"].includes(kindOf(of)));
});
