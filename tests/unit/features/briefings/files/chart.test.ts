import { describe, expect, test } from "vitest";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { inkedChart } from "#app/features/briefings/files/on-paper.ts";
import type { ChartContent } from "#app/features/briefings/published/chart-content.ts";

const chart: ChartContent = {
  id: "organisations-by-severity",
  title: "How <bad> it was",
  kind: "bar",
  description: 'Bars "and" words',
  direction: "ltr",
  bars: [
    { code: "c1", label: "Low & quiet", value: 10 },
    { code: "c2", label: "<script>alert(1)</script>", value: null },
    { code: "c3", label: "Critical", value: 40 },
    { code: "c4", label: "A label that is longer than any line could be and goes on for ever and ever", value: null },
  ],
  longest: 40,
  withheld: "withheld",
  marks: [],
  notes: [],
};
const MEDIA = [
  ["page", drawChart],
  ["paper", (content: ChartContent) => inkedChart(drawChart(content))],
] as const;
const pathsOf = (svg: string, mark: string) =>
  [...svg.matchAll(/<path d="([^"]+)" fill="([^"]+)"/g)].filter(([, , fill]) => fill?.includes(mark));

describe("a chart", () => {
  test.each(MEDIA)("needs no style, script or link, on %s", (_, draw) => {
    expect(draw(chart)).not.toMatch(/ style=|<style|<script|href|<image| on[a-z]+=|class=/);
  });
  test("is a picture with a name and words", () => {
    const svg = drawChart(chart);
    expect(svg).toContain(
      'role="img" aria-labelledby="organisations-by-severity-name organisations-by-severity-words"',
    );
    expect(svg).toContain('<title id="organisations-by-severity-name">How &lt;bad&gt; it was</title>');
    expect(svg).toContain("Bars &quot;and&quot; words</desc>");
  });
  test("writes labels as text, whatever they hold", () => {
    expect(drawChart(chart)).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(drawChart({ ...chart, bars: [{ code: "c5", label: "', 1); datum.x", value: 5 }] })).toContain(
      "', 1); datum.x",
    );
  });
  test("breaks a label of capitals and digits sooner, for they are wide", () => {
    const svg = drawChart({ ...chart, bars: [{ code: "c6", label: "US Executive Order 14203 (2025)", value: 5 }] });
    expect(svg).not.toContain("14203 (2025)");
    expect(svg).toContain("(2025)");
  });
  test("is the same twice", () => {
    expect(drawChart(chart)).toBe(drawChart(chart));
  });
  test("draws withheld bars alike, hatched and said in a word", () => {
    const svg = inkedChart(drawChart(chart));
    const widths = pathsOf(svg, "hatch").map(([, path]) => /h([\d.]+)/.exec(path ?? "")?.[1]);
    expect(widths).toEqual(["56", "56"]);
    expect(svg.match(/>withheld</g)).toHaveLength(2);
  });
  test("keeps the order of its table", () => {
    const tops = pathsOf(inkedChart(drawChart(chart)), "#0b6670").map(([, path]) =>
      Number(/,([\d.]+)h/.exec(path ?? "")?.[1]),
    );
    expect(tops).toEqual([...tops].sort((one, other) => one - other));
    expect(tops).toHaveLength(2);
  });
  test("is mirrored in Arabic, with each label isolated", () => {
    const svg = drawChart({ ...chart, direction: "rtl", bars: [{ code: "c6", label: "تحويل SEPA", value: 10 }] });
    expect(svg).toMatch(/text-anchor="start" transform="translate\(336,[^>]*>\u2067تحويل SEPA\u2069/);
  });
});
