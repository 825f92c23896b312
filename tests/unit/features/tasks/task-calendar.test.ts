import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketOf, inBuckets } from "#app/features/tasks/task-buckets.ts";
import { FURTHEST_MONTHS, monthOffsetIn, monthSheet } from "#app/features/tasks/task-calendar.ts";
import { escaped, folded, icalendar } from "#app/features/tasks/task-icalendar.ts";
import { addDays, daysBetween } from "#app/kernel/iso-day.ts";

const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));

describe("a sheet of the calendar", () => {
  test("holds whole weeks from Monday, every day of its month once, and no gap", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -24, max: 24 }), (today, offset) => {
        const { month, weeks } = monthSheet(today, offset);
        const days = weeks.flat();
        expect(weeks.every((week) => week.length === 7)).toBe(true);
        expect(new Date(days[0]!).getUTCDay()).toBe(1);
        expect(days.every((day, at) => day === addDays(days[0]!, at))).toBe(true);
        const [year, number] = month.split("-").map(Number) as [number, number];
        const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
        expect(days.filter((day) => day.startsWith(month))).toHaveLength(length);
        expect(weeks.every((week) => week.some((day) => day.startsWith(month)))).toBe(true);
      }),
    );
  });

  test("is the month of today, and others by their distance, over the end of the year", () => {
    expect(monthSheet("2026-11-22", 0).month).toBe("2026-11");
    expect(monthSheet("2026-11-30", 3).month).toBe("2027-02");
    expect(monthSheet("2026-01-31", -1).month).toBe("2025-12");
  });

  test("is read from an address, and from a strange one is this month", () => {
    const offset = (page: string) => monthOffsetIn(new URLSearchParams({ page }));
    expect(offset("-3")).toBe(-3);
    for (const strange of ["x", "1.5", String(FURTHEST_MONTHS + 1), "1e9", ""]) expect(offset(strange)).toBe(0);
  });
});

describe("a day's work", () => {
  test("is late from the day after, today on the day, and this week for seven days", () => {
    const today = "2026-11-22";
    expect(bucketOf("2026-11-21", today)).toBe("overdue");
    expect(bucketOf("2026-11-22", today)).toBe("today");
    expect(bucketOf("2026-11-29", today)).toBe("week");
    expect(bucketOf("2026-11-30", today)).toBe("later");
    expect(bucketOf(null, today)).toBe("undated");
  });

  test("is laid out without losing or doubling anything, the earliest first", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ dueOn: fc.option(aDay) })), aDay, (entries, today) => {
        const laid = inBuckets(entries, today);
        expect(laid.flatMap(({ entries: some }) => some)).toHaveLength(entries.length);
        for (const { bucket, entries: some } of laid) {
          expect(some.length).toBeGreaterThan(0);
          expect(some.every(({ dueOn }) => bucketOf(dueOn, today) === bucket)).toBe(true);
          const days = some.map(({ dueOn }) => dueOn ?? "");
          expect(days).toEqual([...days].sort());
        }
      }),
    );
  });
});

describe("a calendar file", () => {
  const octets = (text: string) => new TextEncoder().encode(text).length;

  test("is what RFC 5545 asks for: whole days, ends after, CRLF everywhere", () => {
    const text = icalendar([{ uid: "a-1", on: "2026-12-31", summary: "TH-7F3K-9QMR" }], "2026-11-22");
    expect(text.split("\r\n")).toEqual([
      ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//calendar//days//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"],
      ...["BEGIN:VEVENT", "UID:a-1", "DTSTAMP:20261122T000000Z", "DTSTART;VALUE=DATE:20261231"],
      ...["DTEND;VALUE=DATE:20270101", "SUMMARY:TH-7F3K-9QMR", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT"],
      ...["END:VCALENDAR", ""],
    ]);
  });

  test("folds lines at 75 octets, never within a letter, and unfolds to what it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        const line = escaped(text);
        const parts = folded(line).split("\r\n");
        expect(parts.every((part) => octets(part) <= 75)).toBe(true);
        expect(parts.map((part, at) => (at === 0 ? part : part.slice(1))).join("")).toBe(line);
        expect(parts.slice(1).every((part) => part.startsWith(" "))).toBe(true);
      }),
    );
  });

  test("says what has a meaning of its own in a text so that it has none, and no line can be slipped in", () => {
    expect(escaped("a;b,c\\d\r\nEND:VCALENDAR\u0007")).toBe("a\\;b\\,c\\\\d\\nEND:VCALENDAR");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escaped(text)).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test("has a day each, whatever the days are", () => {
    fc.assert(
      fc.property(fc.array(aDay, { maxLength: 30 }), (days) => {
        const text = icalendar(
          days.map((on, at) => ({ uid: String(at), on, summary: "x" })),
          "2026-11-22",
        );
        const found = [
          ...text.matchAll(/DTSTART;VALUE=DATE:(\d{4})(\d\d)(\d\d)\r\nDTEND;VALUE=DATE:(\d{4})(\d\d)(\d\d)/g),
        ];
        expect(found.map(([, y, m, d]) => `${y}-${m}-${d}`)).toEqual(days);
        expect(found.every(([, y, m, d, y2, m2, d2]) => daysBetween(`${y}-${m}-${d}`, `${y2}-${m2}-${d2}`) === 1)).toBe(
          true,
        );
      }),
    );
  });
});
