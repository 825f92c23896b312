import { beforeAll, describe, expect, test } from "vitest";
import type { CountedRow } from "#app/features/briefings/figures/counted-row.ts";
import { codesOf } from "#app/features/briefings/figures/dimensions.ts";
import { type ProtectedRelease, protectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import { ALL, microRecords, releaseSpecification } from "#app/features/briefings/figures/release-specification.ts";
import { adviceOn } from "#app/features/briefings/figures/table-advice.ts";
import { type TableChoice, tableIdOf } from "#app/features/briefings/figures/table-choice.ts";
import { readRelease } from "#app/features/disclosure/input/release-request.ts";
import { protectRelease } from "#app/features/disclosure/protect.server.ts";
import type { Outcome } from "#app/features/disclosure/protect-outcome.ts";
import { loadSolver } from "#app/features/disclosure/solver/solver.server.ts";
import { LISTS, sampleLabelOf, sampleRows } from "../sample-briefing.ts";

const CHOICES: readonly TableChoice[] = [
  { measure: "organisations", dimensions: ["incident_type"], where: null },
  { measure: "cases", dimensions: ["severity", "affected_region"], where: null },
  { measure: "organisations", dimensions: ["outcome"], where: { dimension: "severity", code: "high" } },
];

/** The sample's organisations, each with a type of each of its groups. */
const rows: CountedRow[] = sampleRows().map(({ organisationKey, codes }, place) => ({
  organisationKey,
  codes: { ...codes, incident_type: [codesOf("incident_type", LISTS)[place % 20]!], incident_group: [] },
}));

async function released(counted: readonly CountedRow[]): Promise<{ outcome: Outcome; release: ProtectedRelease }> {
  const words = { en: "", fr: "", es: "", ar: "" };
  const context = { cohort: "asp25", seed: "kept", lists: LISTS, labelOf: sampleLabelOf };
  const request = readRelease({
    specification: releaseSpecification(CHOICES, {
      ...context,
      wholeLabel: words,
      notSaidLabel: words,
      partLabels: { other: { amount: words, extra_cost: words, staff_days: words }, told: words },
    }),
    microdata: microRecords(counted, CHOICES, LISTS),
    date: "2026-11-14",
  });
  if (!request.ok) throw new Error(JSON.stringify(request.errors));
  const outcome = protectRelease(await loadSolver(), request.value);
  const organisations = new Set(counted.map(({ organisationKey }) => organisationKey)).size;
  return { outcome, release: protectedRelease(outcome, CHOICES, organisations, "all_teams") };
}

describe("the tables of a release", () => {
  let made: Awaited<ReturnType<typeof released>>;
  beforeAll(async () => {
    made = await released(rows);
  });

  test("are those that were chosen, at the chosen levels, with every cell", () => {
    const { tables, leftOut, population } = made.release;
    expect(tables.map(({ id }) => id)).toEqual(CHOICES.map(tableIdOf));
    expect(tables.map(({ dimensions }) => dimensions)).toEqual(CHOICES.map(({ dimensions }) => dimensions));
    expect(leftOut).toEqual([]);
    expect(population).toEqual({ kind: "rounded", organisations: 85 });
    const [types, crossed] = tables;
    // All together, any refusal and anything else, eight groups, their types, and those who gave no answer.
    expect(types?.cells).toHaveLength(1 + 2 + 8 + codesOf("incident_type", LISTS).length + 1);
    expect(crossed?.cells.find(({ codes }) => codes.every((code) => code === ALL))?.value).toBe(83);
  });

  test("print no number of organisations that is not a multiple of five", () => {
    const printed = made.release.tables
      .filter(({ measure }) => measure === "organisations")
      .flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(printed.some((value) => value === null)).toBe(true);
    expect(printed.every((value) => value === null || value % 5 === 0)).toBe(true);
  });

  test("carry their certificate, and say to analysts what their marks cost", () => {
    expect(made.release.certificate).toMatchObject({ release: "asp25", attackersCovered: expect.any(Array) });
    const [types] = adviceOn(made.release, made.outcome.guardian);
    expect(types).toMatchObject({
      id: CHOICES[0] && tableIdOf(CHOICES[0]),
      coarser: { dimensions: ["incident_group"] },
    });
    expect(types?.withheld).toBeGreaterThan(0);
  });

  test("are all held where one cannot be protected, and the cells are named", () => {
    const held = {
      kind: "held",
      guardian: {
        ...made.outcome.guardian,
        held: [
          {
            table: tableIdOf(CHOICES[0]!),
            reason: "audit-failed",
            details: ["organisations@incident=account_closed|severity=high", "2 records were withdrawn"],
          },
        ],
      },
    } satisfies Outcome;
    const release = protectedRelease(held, CHOICES, 83, "all_teams");
    expect(release.leftOut.map(({ reason }) => reason)).toEqual([
      "audit-failed",
      "held-with-others",
      "held-with-others",
    ]);
    expect(release.leaks).toEqual([
      [
        { dimension: "incident_type", code: "account_closed" },
        { dimension: "severity", code: "high" },
      ],
    ]);
  });

  test("are none where fewer than ten organisations were counted", async () => {
    const { release } = await released(rows.slice(0, 9));
    expect(release).toMatchObject({ population: { kind: "more_than_five" }, tables: [], certificate: null });
    expect(release.leaks).toEqual([]);
    expect(release.leftOut.map(({ reason }) => reason)).toEqual(CHOICES.map(() => "population-too-small"));
  });
});
