import { describe, expect, test } from "vitest";
import { drawChart } from "#app/features/briefings/files/chart.server.ts";
import { inkedChart } from "#app/features/briefings/files/on-paper.ts";
import type { ChartContent } from "#app/features/briefings/published/chart-content.ts";
import { isPlainDrawing } from "#app/features/briefings/published/plain-drawing.ts";

const chart: ChartContent = {
  id: "organisations-by-severity",
  title: "How <bad> it was",
  kind: "bar",
  description: 'Bars "and" words',
  direction: "rtl",
  bars: [
    { code: "c1", label: "Low & quiet", value: 10 },
    { code: "c2", label: "<script>alert(1)</script>", value: null },
    { code: "c3", label: "Latin American and Caribbean States, in two lines", value: 40 },
  ],
  longest: 40,
  withheld: "withheld",
  marks: [],
  notes: [],
};

describe("a drawing in a published page", () => {
  test("is shown as it was drawn, on a page and on paper", () => {
    expect(isPlainDrawing(drawChart(chart))).toBe(true);
    expect(isPlainDrawing(inkedChart(drawChart(chart)))).toBe(true);
  });

  test.each([
    "",
    "no drawing",
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    '<svg><a href="https://example.org"><text>read on</text></a></svg>',
    '<svg onload="alert(1)"></svg>',
    "<svg/onload=alert(1)>",
    '<svg><foreignObject><form action="/sign-in"></form></foreignObject></svg>',
    '<svg><image href="https://example.org/a.png"/></svg>',
    '<svg><path style="position:fixed"/></svg>',
    "<svg><script>alert(1)</script></svg>",
    "<svg><text>unfinished</text><img src=x",
    '<svg><text fill="a"onload="b">x</text></svg>',
    "<svg><!-- <script> --></svg>",
  ])("is not shown where it is anything else: %s", (svg) => {
    expect(isPlainDrawing(svg)).toBe(false);
  });
});
