import { ownReasons, type Reason } from "#app/features/disclosure/rules/primary.ts";
import {
  levelWithout,
  notComputed,
  type ProtectionLevel,
  protectionLevel,
} from "#app/features/disclosure/rules/protection-levels.ts";
import { type Rules, SIZES } from "#app/features/disclosure/settings.ts";
import { type KeptModel, keepModel } from "#app/features/disclosure/solver/kept-model.server.ts";
import { localParts } from "#app/features/disclosure/solver/local-part.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import type { Measure } from "#app/features/disclosure/tables/table-plan.ts";
import type { Facts, Figure } from "./audit-facts.ts";

/** What a reader from outside can say of a figure that is not printed. Sealed: it is never published. */
export interface Interval {
  readonly measure: string;
  readonly place: string;
  readonly truth: number;
  readonly least: number;
  readonly most: number;
  readonly reasons: readonly Reason[];
}

export interface Failure {
  readonly measure: string;
  readonly place: string;
  /** organisations that together come too near; nobody is the reader from outside */
  readonly attacker: readonly string[];
  readonly kind: "too-narrow" | "printed" | "known-sum" | "no-answer";
}

export interface AuditReport {
  readonly failures: readonly Failure[];
  readonly intervals: readonly Interval[];
  readonly programs: number;
  readonly attackers: readonly ("outsider" | "each organisation" | "each pair of organisations")[];
  /** width of the narrowest sensitive interval over its figure; null where nothing is sensitive */
  readonly leastRelativeWidth: number | null;
  readonly isComplete: boolean;
}

interface Sensitive {
  readonly place: number;
  readonly reasons: readonly Reason[];
  readonly level: ProtectionLevel;
}

const CLOSE = 1e-6;

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
  const furthest = furthestIn(model, facts);
  try {
    const sensitive = sensitiveOf(facts, rules, extraReasons);
    const printed = sensitive.filter(({ place }) => facts.figures[place]!.printed);
    const hidden = sensitive.filter(({ place }) => !facts.figures[place]!.printed);
    const outside = fromOutside(model, furthest, facts, hidden);
    const units = [...new Set(facts.figures.flatMap(({ parts }) => [...parts.keys()]))].sort();
    const withPairs = rules.insiders === 2 || units.length <= SIZES.pairs;
    const alone = units.map((unit) => [unit]);
    const pairs = withPairs ? units.flatMap((one, place) => units.slice(place + 1).map((other) => [one, other])) : [];
    const inside = asContributors(model, furthest, facts, hidden, [...alone, ...pairs], outside.points, rules);
    return {
      failures: [
        ...printed.map(({ place }) => failure(facts.figures[place]!, [], "printed")),
        ...outside.failures,
        ...knownSums(facts, rules),
        ...inside,
      ],
      intervals: outside.intervals,
      programs: model.count,
      attackers: ["outsider", "each organisation", ...(withPairs ? ["each pair of organisations" as const] : [])],
      leastRelativeWidth: narrowest(outside.intervals),
      isComplete: facts.isComplete,
    };
  } finally {
    model.dispose();
  }
}

const failure = ({ measure, place }: Figure, attacker: readonly string[], kind: Failure["kind"]): Failure => ({
  measure,
  place,
  attacker,
  kind,
});

/** Shared status: what one measure finds sensitive is sensitive for all measures at the same place. */
function sensitiveOf({ figures }: Facts, rules: Rules, extra: ReadonlyMap<string, readonly Reason[]>): Sensitive[] {
  const reasons = new Map<string, Set<Reason>>();
  for (const { measure, place, parts } of figures) {
    const own = [...ownReasons(parts, measure as Measure, rules), ...(extra.get(place) ?? [])];
    reasons.set(place, new Set([...(reasons.get(place) ?? []), ...own]));
  }
  return figures.flatMap((figure, place) => {
    const own = [...(reasons.get(figure.place) ?? [])].sort();
    if (own.length === 0 || figure.truth === 0) return [];
    const level = figure.isInTable
      ? protectionLevel(figure.parts, own, rules, figure.whole)
      : notComputed(figure.truth, rules);
    return [{ place, reasons: own, level }];
  });
}

/** Bounds of deviations for somebody who knows `own` parts. */
function boundsFor({ figures }: Facts, attacker: readonly string[]): { lower: Float64Array; upper: Float64Array } {
  const largest = 2 * Math.max(1, ...figures.map(({ truth }) => truth));
  const lower = new Float64Array(figures.length);
  const upper = new Float64Array(figures.length);
  for (const [place, { truth, parts, printed }] of figures.entries()) {
    const own = attacker.filter((unit) => parts.has(unit));
    const known = own.reduce((sum, unit) => sum + parts.get(unit)!, 0);
    const seesThrough = own.length > 0 && own.length === parts.size;
    lower[place] = seesThrough ? 0 : Math.max(known, printed?.[0] ?? 0) - truth;
    upper[place] = seesThrough ? 0 : printed ? printed[1] - truth : largest;
  }
  return { lower: lower.map((bound) => Math.min(0, bound)), upper: upper.map((bound) => Math.max(0, bound)) };
}

function fromOutside(model: KeptModel, furthest: Furthest, facts: Facts, hidden: readonly Sensitive[]) {
  const bounds = boundsFor(facts, []);
  model.setBounds(bounds.lower, bounds.upper);
  const points: Float64Array[] = [];
  const failures: Failure[] = [];
  const intervals: Interval[] = [];
  const levels = new Map(hidden.map((one) => [one.place, one]));
  for (const [place, figure] of facts.figures.entries()) {
    const target = levels.get(place);
    if (figure.printed || (!figure.isInTable && !target)) continue;
    const [down, up] = [furthest(place, -1), furthest(place, 1)];
    if (!down || !up) {
      failures.push(failure(figure, [], "no-answer"));
      continue;
    }
    const least = inwards(figure.truth + down[place]!, figure.whole, Math.ceil);
    const most = inwards(figure.truth + up[place]!, figure.whole, Math.floor);
    intervals.push({
      measure: figure.measure,
      place: figure.place,
      truth: figure.truth,
      least,
      most,
      reasons: target?.reasons ?? [],
    });
    if (!target) continue;
    points.push(down, up);
    const isWide = most - figure.truth >= target.level.up - CLOSE && figure.truth - least >= target.level.down - CLOSE;
    // What stands in no table must not be exact; from which side it stays open does not matter.
    const isOpen = figure.isInTable ? isWide : most - least > CLOSE;
    if (!isOpen) failures.push(failure(figure, [], "too-narrow"));
  }
  return { points, failures, intervals };
}

/** Counts are whole: what the program leaves between two numbers is no room. */
function inwards(bound: number, whole: boolean, round: (value: number) => number): number {
  // A negative zero would be written as one.
  return whole ? round(bound + (round === Math.ceil ? -CLOSE : CLOSE)) + 0 : bound;
}

/** The furthest that one figure can go, and nothing that need not go with it. */
type Furthest = (place: number, direction: 1 | -1) => Float64Array | null;

function furthestIn(model: KeptModel, { figures, rows }: Facts): Furthest {
  const partOf = localParts(figures.length, rows);
  return (place, direction) => {
    model.setCost(place, -direction);
    const solved = model.solve();
    model.setCost(place, 0);
    return solved && partOf(solved.point, place);
  };
}

/** Points found for one reader serve another who knows nothing against them; a program runs only where none is left. */
function asContributors(
  model: KeptModel,
  furthest: Furthest,
  facts: Facts,
  hidden: readonly Sensitive[],
  attackers: readonly (readonly string[])[],
  outsiders: readonly Float64Array[],
  rules: Rules,
): Failure[] {
  const failures: Failure[] = [];
  const points = [...outsiders];
  for (const attacker of attackers) {
    const bounds = boundsFor(facts, attacker);
    const touched = facts.figures.flatMap(({ parts }, place) =>
      attacker.some((unit) => parts.has(unit)) ? [place] : [],
    );
    const isPossible = (point: Float64Array) =>
      touched.every(
        (place) => point[place]! >= bounds.lower[place]! - CLOSE && point[place]! <= bounds.upper[place]! + CLOSE,
      );
    const possible = points.filter(isPossible);
    let isSet = false;
    for (const target of hidden) {
      const level = levelFor(facts.figures[target.place]!, target, attacker, rules);
      for (const direction of [1, -1] as const) {
        const needed = direction === 1 ? level.up : level.down;
        const reaches = (point: Float64Array) =>
          point[target.place]! * direction >= needed - CLOSE * Math.max(1, needed);
        if (needed <= 0 || possible.some(reaches)) continue;
        if (!isSet) model.setBounds(bounds.lower, bounds.upper);
        isSet = true;
        const point = furthest(target.place, direction);
        if (point && reaches(point)) {
          possible.push(point);
          points.push(point);
        } else failures.push(failure(facts.figures[target.place]!, attacker, point ? "too-narrow" : "no-answer"));
      }
    }
  }
  return failures;
}

function levelFor(
  figure: Figure,
  { level, reasons }: Sensitive,
  attacker: readonly string[],
  rules: Rules,
): ProtectionLevel {
  if (!attacker.some((unit) => figure.parts.has(unit))) return level;
  const own = levelWithout(new Set(attacker), { contributions: figure.parts, reasons, whole: figure.whole }, rules);
  return { up: Math.min(level.up, own.up), down: Math.min(level.down, own.down) };
}

/** Sums that are printed by subtraction: everything else in their addition is known exactly. */
function knownSums({ figures, rows }: Facts, rules: Rules): Failure[] {
  if (!rules.impliedAggregates) return [];
  const isExact = (place: number) => {
    const { printed } = figures[place]!;
    return printed !== null && printed[0] === printed[1];
  };
  return rows.flatMap(({ columns, least, most }) => {
    const whole = columns.at(-1)!;
    const parts = columns.slice(0, -1).filter((place) => !isExact(place));
    if (least !== 0 || most !== 0 || !isExact(whole) || parts.length < 2) return [];
    const together = new Map<string, number>();
    for (const part of parts)
      for (const [unit, amount] of figures[part]!.parts) together.set(unit, (together.get(unit) ?? 0) + amount);
    const measure = figures[whole]!.measure as Measure;
    return ownReasons(together, measure, rules).length > 0 ? [failure(figures[whole]!, [], "known-sum")] : [];
  });
}

function narrowest(intervals: readonly Interval[]): number | null {
  const widths = intervals
    .filter(({ reasons, truth }) => reasons.length > 0 && truth > 0)
    .map(({ least, most, truth }) => (most - least) / truth);
  return widths.length > 0 ? Math.min(...widths) : null;
}
