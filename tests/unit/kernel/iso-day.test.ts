import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, isIsoDay, isoDayOf } from "#app/kernel/iso-day.ts";

const days = fc.date({ min: new Date("0001-01-01"), max: new Date("9998-12-31"), noInvalidDate: true }).map(isoDayOf);

describe("a calendar day", () => {
  test("knows leap years", () => {
    expect(isIsoDay("2024-02-29")).toBe(true);
    expect(isIsoDay("2025-02-29")).toBe(false);
  });

  test.each(["2025-02", "2025-13-01", "2025-00-10", "2025-04-31", "2025-4-1", "2025-04-01T10:00:00Z", "", "soon"])(
    "is not %j",
    (text) => {
      expect(isIsoDay(text)).toBe(false);
    },
  );

  test("counts days across months and years", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(addDays("2025-12-31", 1)).toBe("2026-01-01");
  });

  test("comes back when the days that were added are counted", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -300, max: 300 }), (day, count) => {
        const moved = addDays(day, count);
        expect(daysBetween(day, moved)).toBe(count);
        expect(isIsoDay(day)).toBe(true);
      }),
    );
  });

  test("is the day of the instant in UTC, wherever the server stands", () => {
    expect(isoDayOf(new Date("2026-01-31T23:59:59+00:00"))).toBe("2026-01-31");
    expect(isoDayOf(new Date("2026-01-31T23:59:59-05:00"))).toBe("2026-02-01");
  });
});
