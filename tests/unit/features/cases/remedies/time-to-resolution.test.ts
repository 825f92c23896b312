import { describe, expect, test } from "vitest";
import { type CaseEnding, timeToResolution } from "#app/features/cases/remedies/time-to-resolution.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";

const RECEIVED = "2026-02-10T18:30:00.000Z";
const OPEN: CaseEnding = { outcome: null, outcomeOn: null, status: "support_ongoing", resolvedAt: null };
const since = (date: string | null, precision: DatePrecision): DateWithPrecision => ({ date, precision });
type DatePrecision = DateWithPrecision["precision"];
const settled = (outcomeOn: DateWithPrecision | null, outcome: CaseEnding["outcome"] = "reversed") =>
  timeToResolution(RECEIVED, { ...OPEN, outcome, outcomeOn }, "2026-11-22");

describe("the time from a report to its resolution", () => {
  test("is not there while nothing is settled, and neither for what was lost or given up", () => {
    expect(timeToResolution(RECEIVED, OPEN, "2026-11-22")).toBeNull();
    expect(settled(since("2026-03-01", "day"), "open")).toBeNull();
    expect(settled(since("2026-03-01", "day"), "lost")).toBeNull();
    expect(settled(null)).toBeNull();
  });

  test("is exact between two days", () => {
    expect(settled(since("2026-02-10", "day"))).toEqual({ kind: "days", least: 0, most: 0 });
    expect(settled(since("2026-03-01", "day"))).toEqual({ kind: "days", least: 19, most: 19 });
    expect(settled(since("2026-08-10", "day"))).toEqual({ kind: "months", least: 6, most: 6 });
  });

  test("says no more than the date does", () => {
    expect(settled(since("2026-03", "month"))).toEqual({ kind: "days", least: 19, most: 49 });
    expect(settled(since("2026-02", "month"))).toEqual({ kind: "days", least: 0, most: 18 });
    expect(settled(since("2026", "year"))).toEqual({ kind: "months", least: 0, most: 11 });
    expect(settled(since("2026-10-01", "after_or_in"))).toEqual({ kind: "months", least: 8, most: 9 });
  });

  test("is none where it was settled before the report came", () => {
    expect(settled(since("2026-01", "month"))).toEqual({ kind: "before" });
    expect(settled(since("2026-02-09", "day"))).toEqual({ kind: "before" });
  });

  test("without a date counts to the step that marked the case as resolved, as long as it stays so", () => {
    const resolved: CaseEnding = { ...OPEN, status: "resolved", resolvedAt: "2026-02-20T09:00:00.000Z" };
    expect(timeToResolution(RECEIVED, resolved, "2026-11-22")).toEqual({ kind: "days", least: 10, most: 10 });
    expect(timeToResolution(RECEIVED, { ...resolved, status: "support_ongoing" }, "2026-11-22")).toBeNull();
    const dated = { ...resolved, outcome: "won", outcomeOn: since("2026-02-15", "day") } as const;
    expect(timeToResolution(RECEIVED, dated, "2026-11-22")).toEqual({ kind: "days", least: 5, most: 5 });
  });
});
