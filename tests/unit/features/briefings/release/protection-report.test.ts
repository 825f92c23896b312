import { describe, expect, test } from "vitest";
import type { CountedFacts } from "#app/features/briefings/briefing-record.ts";
import { protectedGroups } from "#app/features/briefings/release/protection-report.ts";
import type { Interval } from "#app/features/disclosure/audit/audit-report.ts";
import type { Mark } from "#app/features/disclosure/protect-outcome.ts";

const TRUTH = 424_242;

const interval = (place: string, overrides: Partial<Interval> = {}): Interval => ({
  ...{ measure: "organisations", place, truth: TRUTH, least: 0, most: 9, reasons: ["threshold"] },
  ...overrides,
});

const reportOf = (intervals: readonly Interval[], marks: readonly Mark[]) =>
  ({ seed: "s", report: { marks, audit: { intervals } } }) as unknown as CountedFacts["protection"];

describe("how figures were protected", () => {
  test("is told by measure and subject, each with its reason and how near readers come, and the figure stays out", () => {
    const places = ["incident=account_closed", "affected_place=africa|incident=account", "affected_place=KE"];
    const groups = protectedGroups(
      reportOf(
        [
          interval(places[0]!, { inside: { least: 1, most: 6 } }),
          interval(places[0]!, { measure: "cases", reasons: ["dominance"] }),
          interval(places[1]!, { reasons: [] }),
          interval(places[2]!),
        ],
        [{ place: places[1]!, reasons: [], isComplement: true }],
      ),
    );
    expect(groups.map(({ measure, dimensions }) => [measure, ...dimensions])).toEqual([
      ["organisations", "incident_type"],
      ["cases", "incident_type"],
      ["organisations", "affected_region", "incident_group"],
      ["organisations", "affected_country"],
    ]);
    expect(groups[0]?.figures).toEqual([
      {
        codes: [{ dimension: "incident_type", code: "account_closed" }],
        reasons: ["threshold"],
        outside: { least: 0, most: 9 },
        inside: { least: 1, most: 6 },
      },
    ]);
    expect(groups[2]?.figures[0]).toMatchObject({ reasons: [], inside: null });
    expect(JSON.stringify(groups)).not.toContain(String(TRUTH));
  });

  test("joins the reasons of a place and of its figure, and says nothing where nothing was audited", () => {
    const [group] = protectedGroups(
      reportOf(
        [interval("severity=high")],
        [{ place: "severity=high", reasons: ["homogeneity"], isComplement: false }],
      ),
    );
    expect(group?.figures[0]?.reasons).toEqual(["threshold", "homogeneity"]);
    expect(protectedGroups({ seed: "s", report: { marks: [], audit: null } } as never)).toEqual([]);
  });
});
