import type { Reason } from "#app/features/disclosure/rules/primary.ts";
import type { ProtectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";

/**
 * Everything a reader of a release can know, as one set of linear equations over all its cells. A column is one figure
 * of one measure; a spot is a place in the release, and holds the columns of every measure there: they are withheld
 * together or not at all.
 */
export interface System {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly spots: readonly Spot[];
  /** organisations that contributed, in a fixed order; columns name them by their place */
  readonly units: readonly string[];
  /** false where tables are only joined in pairs, because the whole would be too large */
  readonly isComplete: boolean;
}

export interface Column {
  /** measure and coordinates; virtual cells say so */
  readonly key: string;
  readonly spot: number;
  /** the truth */
  readonly value: number;
  /** what each organisation adds, by its place among the units */
  readonly parts: ReadonlyMap<number, number>;
  /** counts: attackers know that they are whole */
  readonly whole: boolean;
  /** false for a figure that follows from the tables without being in one: no reader sees it, and nobody marks it */
  readonly isPrinted: boolean;
  /** how far the truth may lie below and above what is printed, by rounding */
  readonly printedBelow: number;
  readonly printedAbove: number;
  /** present where the figure must not be computed by anybody */
  readonly target: Target | null;
}

export interface Target {
  readonly level: ProtectionLevel;
  readonly reasons: readonly Reason[];
}

/** `always` withheld (sensitive, or in no table), `never` (asked for, impossible or published before), or as needed. */
export type Withholding = "always" | "never" | "maybe";

export interface Spot {
  readonly coordinates: string;
  readonly withholding: Withholding;
  /** what it costs to withhold; 0 where there is nothing to decide */
  readonly cost: number;
  readonly columns: readonly number[];
}

/** `least <= sum of coefficient × deviation <= most`, deviations being attacker's value minus truth. */
export interface Row {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** One flag a spot: 1 withheld, 0 shown. Between the two only inside the search. */
export type Pattern = Float64Array;

/** Largest figure a deviation may take: twice the largest of the same kind, which every attacker may assume. */
export function largestDeviation(system: System): number {
  return 2 * Math.max(1, ...system.columns.map(({ value }) => value));
}

/** The pattern that withholds only what must be withheld. */
export function barePattern({ spots }: System): Pattern {
  return Float64Array.from(spots, ({ withholding }) => (withholding === "always" ? 1 : 0));
}

export function costOf({ spots }: System, pattern: Pattern): number {
  return spots.reduce(
    (sum, { cost, withholding }, spot) => sum + (withholding === "maybe" ? cost * (pattern[spot] ?? 0) : 0),
    0,
  );
}
