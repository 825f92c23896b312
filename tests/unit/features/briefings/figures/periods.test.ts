import { expect, test } from "vitest";
import {
  periodParts,
  periodQuarters,
  periodYears,
  quarterOf,
  yearOfQuarter,
} from "#app/features/briefings/figures/periods.ts";

const dayOf = (iso: string) => Date.parse(iso) / 86_400_000;

test("a day lies in a quarter that has a row, and each quarter in a year that has one", () => {
  const quarters = periodQuarters(2026);
  for (const iso of ["2001-09-23", "2019-12-31", "2020-01-01", "2025-06-30", "2026-11-22"])
    for (const isMonthKnown of [true, false]) expect(quarters).toContain(quarterOf(dayOf(iso), isMonthKnown));
  for (const quarter of quarters) expect(periodYears(2026)).toContain(yearOfQuarter(quarter));
});

test("who knows the year alone is put into no quarter", () => {
  expect(quarterOf(dayOf("2025-01-01"), false)).toBe("2025-Q0");
  expect(quarterOf(dayOf("2025-06-30"), true)).toBe("2025-Q2");
  expect(quarterOf(null, true)).toBeNull();
});

test("codes come apart for their labels", () => {
  expect(periodParts("2025-Q3")).toEqual({ year: "2025", quarter: "Q3" });
  expect(periodParts("2025-Q0").quarter).toBe("unknown");
  expect(periodParts("2025").quarter).toBe("none");
  expect(periodParts("before_2020")).toEqual({ year: "2020", quarter: "before" });
});
