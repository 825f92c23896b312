import type { Reason } from "#app/features/disclosure/rules/primary.ts";
import type { ProtectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import { type Rules, SIZES } from "#app/features/disclosure/settings.ts";
import { keepModel } from "#app/features/disclosure/solver/kept-model.server.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { type AuditReport, failure, type Interval } from "./audit-report.ts";
import { asContributors } from "./contributing-readers.server.ts";
import type { Facts } from "./facts.ts";
import { knownSums } from "./known-sums.ts";
import { fromOutside } from "./outside-reader.server.ts";
import { readerOf } from "./reader-bounds.server.ts";
import { sensitiveOf } from "./sensitive-figures.ts";

/**
 * Bounds everything that was not printed, as a reader would who owns a solver: from outside, as each contributor, and as
 * each pair of them where they are few.
 * @param extraReasons  of places that are sensitive by what stands around them; the audit judges all others itself
 */
export function audit(
  solver: Solver,
  facts: Facts,
  rules: Rules,
  extraReasons: ReadonlyMap<string, readonly Reason[]> = new Map(),
): AuditReport {
  const model = keepModel(solver, { columns: facts.figures.length, rows: facts.rows, signs: [1] });
  const reader = readerOf(model, facts);
  try {
    const sensitive = sensitiveOf(facts, rules, extraReasons);
    const printed = sensitive.filter(({ place }) => facts.figures[place]!.printed);
    const hidden = sensitive.filter(({ place }) => !facts.figures[place]!.printed);
    const outside = fromOutside(reader, hidden);
    const units = [...new Set(facts.figures.flatMap(({ parts }) => [...parts.keys()]))].sort();
    const withPairs = rules.insiders === 2 || units.length <= SIZES.pairs;
    const alone = units.map((unit) => [unit]);
    const pairs = withPairs ? units.flatMap((one, place) => units.slice(place + 1).map((other) => [one, other])) : [];
    const inside = asContributors(reader, hidden, [...alone, ...pairs], outside.points, rules);
    const keyed = [...inside.room].map(([place, level]) => [keyOf(facts.figures[place]!), level] as const);
    const roomAt = new Map(keyed);
    return {
      failures: [
        ...printed.map(({ place }) => failure(facts.figures[place]!, [], "printed")),
        ...outside.failures,
        ...knownSums(facts, rules),
        ...inside.failures,
      ],
      intervals: outside.intervals.map((interval) => withInside(interval, roomAt)),
      programs: model.count,
      attackers: ["outsider", "each organisation", ...(withPairs ? ["each pair of organisations" as const] : [])],
      leastRelativeWidth: narrowest(outside.intervals),
      isComplete: facts.isComplete,
    };
  } finally {
    model.dispose();
  }
}

const keyOf = ({ measure, place }: Pick<Interval, "measure" | "place">): string => `${measure}@${place}`;

/** Nobody who contributed knows less than a reader from outside. */
function withInside(interval: Interval, roomAt: ReadonlyMap<string, ProtectionLevel>): Interval {
  const level = roomAt.get(keyOf(interval));
  if (!level) return interval;
  const { truth, least, most } = interval;
  return {
    ...interval,
    inside: { least: Math.max(least, truth - level.down), most: Math.min(most, truth + level.up) },
  };
}

function narrowest(intervals: readonly Interval[]): number | null {
  const widths = intervals
    .filter(({ reasons, truth }) => reasons.length > 0 && truth > 0)
    .map(({ least, most, truth }) => (most - least) / truth);
  return widths.length > 0 ? Math.min(...widths) : null;
}
