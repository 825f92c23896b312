import { describe, expect, test } from "vitest";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { inkedChart } from "#app/features/briefings/files/on-paper.ts";
import { shortOutlines } from "#app/features/briefings/files/short-outlines.ts";
import { regionOutlines } from "#app/features/briefings/files/world-regions.server.ts";
import type { ChartContent } from "#app/features/briefings/published/chart-content.ts";
import { isPlainDrawing } from "#app/features/briefings/published/plain-drawing.ts";
import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";

const shared = { title: "T <&>", description: "in words", direction: "ltr", withheld: "withheld" } as const;
const line: ChartContent = {
  ...shared,
  id: "by-year",
  kind: "line",
  bars: [
    ["2023", 10],
    ["2024", null],
    ["2025", 40],
    ["2026", 15],
  ].map(([code, value]) => ({ code: String(code), label: String(code), value: value as number | null })),
  longest: 40,
  marks: [
    { at: 2025.1, label: "6 February 2025: an order" },
    { at: 2025.12, label: "13 February 2025: a <listing>" },
    { at: 2025.95, label: "18 December 2025: another" },
  ],
  notes: ["Not on the line: Not said: 5."],
};
const map: ChartContent = {
  ...shared,
  id: "by-region",
  kind: "map",
  bars: [...REGIONAL_GROUPS, "not_said"].map((code, place) => ({
    code,
    label: code,
    value: place === 1 ? null : place * 20,
  })),
  longest: 100,
  marks: [],
  notes: [],
};
const wordsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words ?? "");

describe.each([
  ["a line over time", line],
  ["a map", map],
])("%s", (_, chart) => {
  test("is lines and words alone, the same twice, on a page and on paper", () => {
    expect(isPlainDrawing(drawChart(chart))).toBe(true);
    expect(isPlainDrawing(inkedChart(drawChart(chart)))).toBe(true);
    expect(inkedChart(drawChart(chart))).not.toMatch(/var\(|currentColor/);
    expect(drawChart(chart)).toBe(drawChart(chart));
  });
  test("has its name and words", () => {
    expect(drawChart(chart)).toContain(`<title id="${chart.id}-name">T &lt;&amp;&gt;</title>`);
    expect(drawChart(chart)).toContain(`<desc id="${chart.id}-words">in words</desc>`);
  });
  test("prints every printed figure and none that is not", () => {
    const numbers = new Set(wordsOf(drawChart(chart)).flatMap((words) => words.match(/\d+/g) ?? []));
    for (const { value } of chart.bars) if (value !== null) expect(numbers).toContain(String(value));
  });
  test("goes from the right in Arabic", () => {
    const words = wordsOf(
      drawChart({ ...chart, direction: "rtl", bars: chart.bars.map((one) => ({ ...one, label: "تحويل" })) }),
    );
    expect(words.some((one) => one.includes("\u2067"))).toBe(true);
  });
});

describe("a line over time", () => {
  test("breaks off where a figure is withheld, and a hatched bar stands there", () => {
    const svg = drawChart(line);
    expect(svg.match(/fill="url\(#hatch-by-year\)"/g)).toHaveLength(1);
    const strokes = [...svg.matchAll(/<path d="([^"]*)" stroke="var\(--glacier\)"/g)].map(([, path]) => path);
    expect(strokes.filter((path) => path?.includes("L"))).toHaveLength(1);
  });
  test("has a dashed rule with a number for each measure, a row lower where the neighbour is too near, and a key", () => {
    const svg = drawChart(line);
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(3);
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(["1", "2", "3", "1 – 6 February 2025: an order"]));
    const tops = ["1", "2", "3"].map((number) =>
      Number(new RegExp(`translate\\([\\d.]+,([\\d.]+)\\)[^>]*>${number}<`).exec(svg)?.[1]),
    );
    expect(tops[1]).toBeGreaterThan(tops[0] ?? 0);
    expect(tops[2]).toBe(tops[0]);
  });
  test("runs to the left in Arabic", () => {
    const years = (direction: "ltr" | "rtl") =>
      ["2023", "2026"].map((year) =>
        Number(new RegExp(`translate\\(([\\d.]+),[^>]*>${year}<`).exec(drawChart({ ...line, direction }))?.[1]),
      );
    expect(years("ltr")[0]).toBeLessThan(years("ltr")[1] ?? 0);
    expect(years("rtl")[0]).toBeGreaterThan(years("rtl")[1] ?? 0);
  });
});

describe("a map", () => {
  test("has the land of every regional group, by the register's own groups", () => {
    expect(regionOutlines().map(({ properties }) => properties.region)).toEqual([...REGIONAL_GROUPS]);
    for (const { geometry } of regionOutlines()) expect(geometry.coordinates.length).toBeGreaterThan(0);
  });
  test("shows five steps of stripes, and hatches what is withheld", () => {
    const svg = drawChart(map);
    expect(svg.match(/<pattern id="stripe-/g)).toHaveLength(4);
    for (const range of ["5–20", "25–40", "45–60", "65–80", "85–100", "withheld"])
      expect(wordsOf(svg)).toContain(range);
    // One for the land and one for the key.
    expect(svg.match(/fill="url\(#hatch-by-region\)"/g)).toHaveLength(2);
    expect(wordsOf(svg)).toContain("B – asia_pacific · withheld");
  });
  test("keeps rows without a place on earth in its key", () => {
    expect(wordsOf(drawChart(map))).toContain("not_said · 100");
  });
  test("is small enough for a page", () => {
    expect(drawChart(map).length).toBeLessThan(25_000);
  });
});

describe("a shortened outline", () => {
  test("keeps corners, drops points on the way and islands nobody sees, and leaves short paths alone", () => {
    const square = `M0,0${Array.from({ length: 80 }, (_, place) => `L${place / 4},0`).join("")}L20,0L20,20.2L0,20Z`;
    expect(shortOutlines(`<path d="${square}M50,50L50.4,50L50.4,50.3Z" fill="x"/>`)).toBe(
      '<path d="M0,0l20,0 0,20-20,0z" fill="x"/>',
    );
    expect(shortOutlines('<path d="M0,0L1.5,0L1,1Z"/>')).toBe('<path d="M0,0L1.5,0L1,1Z"/>');
  });
});
