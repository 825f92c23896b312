import { describe, expect, test } from "vitest";
import type { CodeLists, Dimension } from "#app/features/briefings/figures/dimensions.ts";
import { STANDARD_TABLES, type TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import { cheaperLists, productsOf, secondsFor } from "#app/features/briefings/figures/table-cost.ts";

const LISTS: CodeLists = { measures: ["us_eo_14203"], lastYear: 2026 };
const table = (...dimensions: Dimension[]): TableChoice => ({ measure: "organisations", dimensions, where: null });
const seconds = (...choices: TableChoice[]) => secondsFor(choices, LISTS);

describe("what a list of tables costs", () => {
  test("hangs together in products: subjects that share no table stay apart, those that do are multiplied", () => {
    const apart = productsOf([table("affected_region"), table("severity")], LISTS);
    expect(apart.map(({ subjects }) => subjects)).toEqual([["affected_place"], ["severity"]]);
    const [joined, ...others] = productsOf([table("affected_region", "severity")], LISTS);
    expect(others).toEqual([]);
    expect(joined?.cells).toBe(apart.reduce((product, { cells }) => product * cells, 1));
  });

  test("a finer level anywhere makes its subject finer everywhere", () => {
    const [only] = productsOf([table("affected_region", "severity"), table("affected_country")], LISTS);
    expect(only?.cells).toBeGreaterThan(1_000);
  });

  // Processor time as it was measured (README): the estimate is of its size, and of the same order.
  test.each([
    [2.5, [table("affected_region", "incident_group")]],
    [5.6, [table("affected_region", "stated_reason")]],
    [38.7, [table("affected_region", "incident_type")]],
    [287.7, [table("institution_region", "affected_country")]],
    [2.2, [table("affected_country")]],
    [4.3, STANDARD_TABLES],
  ] as const)("%s s were measured", (measured, choices) => {
    const estimated = secondsFor(choices, LISTS);
    expect(estimated).toBeGreaterThan(measured / 1.6);
    expect(estimated).toBeLessThan(measured * 1.6);
  });

  test("more tables, and finer ones, never cost less", () => {
    expect(seconds(table("affected_region", "incident_type"))).toBeGreaterThan(
      seconds(table("affected_region", "incident_group")),
    );
    expect(seconds(table("affected_region"), table("outcome"))).toBeGreaterThan(seconds(table("affected_region")));
  });

  test("advice names one side at a coarser level, the cheapest first, and nothing where nothing is won", () => {
    const dear = table("affected_country", "incident_type");
    const [first, second] = cheaperLists([dear, table("severity")], LISTS);
    expect(first).toMatchObject({ table: dear, instead: { dimensions: ["affected_region", "incident_type"] } });
    expect(second!.seconds).toBeGreaterThanOrEqual(first!.seconds);
    expect(cheaperLists([table("affected_region", "severity")], LISTS)).toEqual([]);
    expect(cheaperLists([table("affected_country")], LISTS)).toEqual([]);
  });
});
