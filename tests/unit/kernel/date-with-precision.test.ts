import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareDates,
  DATE_PRECISIONS,
  type DateWithPrecision,
  dateWithPrecision,
  earliestDay,
  latestDay,
  parseDate,
} from "#app/kernel/date-with-precision.ts";

const dates = fc
  .tuple(
    fc.option(fc.constantFrom("2024", "2025", "2025-02", "2024-02", "2025-02-28", "2024-12-31"), { nil: null }),
    fc.constantFrom(...DATE_PRECISIONS),
  )
  .map(([date, precision]) => dateWithPrecision(date, precision))
  .filter((date): date is DateWithPrecision => date !== null);

describe("a date with its precision", () => {
  test("is read in the form in which the source gives it", () => {
    expect(parseDate("2025-02")).toEqual({ date: "2025-02", precision: "month" });
    expect(parseDate("2025")).toEqual({ date: "2025", precision: "year" });
    expect(parseDate("2025-02-03")).toEqual({ date: "2025-02-03", precision: "day" });
    expect(parseDate("")).toEqual({ date: null, precision: "unknown" });
  });

  test.each(["2025-13", "2025-02-30", "25-02", "2025-2", "yesterday"])("is refused as %s", (text) => {
    expect(parseDate(text)).toBeNull();
  });

  test("is refused where text and precision disagree", () => {
    expect(dateWithPrecision("2025-02", "day")).toBeNull();
    expect(dateWithPrecision("2025", "unknown")).toBeNull();
    expect(dateWithPrecision(null, "month")).toBeNull();
  });

  test("spans every day it can mean", () => {
    const february = { date: "2024-02", precision: "month" } as const;
    expect([earliestDay(february), latestDay(february)]).toEqual(["2024-02-01", "2024-02-29"]);
    const year = { date: "2025", precision: "year" } as const;
    expect([earliestDay(year), latestDay(year)]).toEqual(["2025-01-01", "2025-12-31"]);
  });

  test("without an end ends on the day of the report", () => {
    const since = { date: "2025-02", precision: "after_or_in" } as const;
    expect(latestDay(since)).toBeNull();
    expect(latestDay(since, "2025-05-15")).toBe("2025-05-15");
    expect(latestDay({ date: null, precision: "before_report" }, "2025-05-15")).toBe("2025-05-15");
  });

  test("never begins after it ends", () => {
    fc.assert(
      fc.property(dates, (date) => {
        const [first, last] = [earliestDay(date), latestDay(date)];
        expect(first === null || last === null || first <= last).toBe(true);
      }),
    );
  });

  test("sorts the same way whichever is asked first, the unknown last", () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(compareDates(a, b) + compareDates(b, a)).toBe(0);
      }),
    );
    expect(compareDates({ date: null, precision: "unknown" }, { date: "2025", precision: "year" })).toBeGreaterThan(0);
  });
});
