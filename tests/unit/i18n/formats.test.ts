import { describe, expect, test } from "vitest";
import { formatsFor } from "#app/i18n/formats.ts";
import { LOCALES } from "#app/i18n/locales.ts";

const en = formatsFor("en");
const ar = formatsFor("ar");
const day = new Date("2026-11-14T23:30:00Z");

describe("dates", () => {
  test("are written as each language writes them", () => {
    expect(LOCALES.map((locale) => formatsFor(locale).date(day))).toEqual([
      "14 November 2026",
      "14 novembre 2026",
      "14 de noviembre de 2026",
      "14 نوفمبر 2026",
    ]);
  });

  test("show only what is known", () => {
    expect(["2025", "2025-02", "2025-02-03"].map((text) => en.date(text))).toEqual([
      "2025",
      "February 2025",
      "3 February 2025",
    ]);
    expect(en.knownDate({ date: "2025-02", precision: "month_uncertain" })).toBe("February 2025");
    expect(en.knownDate({ date: null, precision: "unknown" })).toBeNull();
  });

  test("are days and hours in UTC, and say so", () => {
    expect(en.dateTime(day)).toMatch(/14 Nov 2026.*23:30.*UTC/);
  });

  test("of the near future are words", () => {
    expect([en.inDays(1), en.inDays(-3)]).toEqual(["tomorrow", "3 days ago"]);
  });
});

describe("numbers", () => {
  test("have Latin digits in Arabic", () => {
    const written = [
      ar.number(1234.5),
      ar.percent(0.68),
      ar.date(day),
      ar.money({ amountMinor: 123450, currency: "EUR" }),
    ];
    expect(written.join(" ")).not.toMatch(/[\u0660-\u0669]/);
  });

  test("are grouped, shared and measured", () => {
    expect([en.number(1234567), en.percent(0.684, 1), en.bytes(1_500_000)]).toEqual(["1,234,567", "68.4%", "1.5 MB"]);
    expect([en.bytes(1), en.bytes(592), en.bytes(6_276)]).toEqual(["1 byte", "592 bytes", "6 kB"]);
  });

  test("of money keep the currency's own decimals", () => {
    expect([
      en.money({ amountMinor: 5000, currency: "JPY" }),
      en.money({ amountMinor: 5000, currency: "KWD" }),
    ]).toEqual(["5,000 JPY", "5.000 KWD"]);
  });

  test("of lists are joined by words", () => {
    expect(formatsFor("fr").list(["a", "b", "c"])).toBe("a, b et c");
  });
});
