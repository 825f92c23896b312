import type { Pattern, System } from "#app/features/disclosure/system/system.ts";
import type { Aim, Problem, Room } from "./problem.ts";

/** A condition on patterns that every safe one meets: `sum of weight × flag >= least`, and `least > 0`. */
export interface Cut {
  readonly spots: readonly number[];
  readonly weights: readonly number[];
  readonly least: number;
}

/** Share of its right side by which a pattern must miss a cut: a rounding error must not refute what a program would allow. */
const CLEARLY = 1e-4;

/** Share of a level that must be left to ask for: of less, half may be rounding. */
const WORTH = 1e-2;
/** Prices smaller than this are the solver's rounding. */
const NOTHING = 1e-9;

export function isViolated({ spots, weights, least }: Cut, pattern: Pattern): boolean {
  const enoughToHold = least * (1 - CLEARLY);
  let sum = 0;
  for (const [place, spot] of spots.entries()) {
    sum += weights[place]! * pattern[spot]!;
    if (sum >= enoughToHold) return false;
  }
  return true;
}

/**
 * The capacity cut of Fischetti and Salazar, from any prices of the rows: what the prices leave of each column, times the
 * room it would have if withheld, must come to the level. Prices are taken as they come and made sound here, so that a
 * rounded one weakens the cut and never makes it wrong.
 * @returns null where what is withheld anyway leaves room enough: then these prices say nothing
 */
export function dualCut({ system }: Problem, room: Room, aim: Aim, level: number, prices: Float64Array): Cut | null {
  const left = new Float64Array(system.columns.length);
  left[aim.column] = -aim.direction;
  let bound = 0;
  for (const [place, row] of system.rows.entries()) {
    const price = soundPrice(prices[place]!, row.least, row.most);
    if (price === 0) continue;
    bound += price > 0 ? -price * row.least : -price * row.most;
    for (const [index, column] of row.columns.entries()) left[column]! -= price * row.coefficients[index]!;
  }
  const weights = new Map<number, number>();
  for (const [column, rest] of left.entries()) {
    if (rest === 0) continue;
    const { spot } = system.columns[column]!;
    const side = rest > 0 ? "Below" : "Above";
    const [printed, withheld] = [room[`printed${side}`][column]!, room[`withheld${side}`][column]!];
    const { withholding } = system.spots[spot]!;
    // What is next to nothing is counted as room that there always is: that costs nothing and stays sound.
    const isNothing = Math.abs(rest) < NOTHING;
    if (withholding === "always" || isNothing) bound += Math.abs(rest) * withheld;
    else bound += Math.abs(rest) * printed;
    if (withholding === "maybe" && !isNothing)
      weights.set(spot, (weights.get(spot) ?? 0) + Math.abs(rest) * (withheld - printed));
  }
  const least = level - bound;
  if (least < WORTH * level) return null;
  const entries = [...weights].filter(([, weight]) => weight > 0).sort(([a], [b]) => a - b);
  return {
    spots: entries.map(([spot]) => spot),
    weights: entries.map(([, weight]) => Math.min(weight, least)),
    least,
  };
}

function soundPrice(price: number, least: number, most: number): number {
  if (price > 0 && !Number.isFinite(least)) return 0;
  if (price < 0 && !Number.isFinite(most)) return 0;
  return Math.abs(price) < NOTHING ? 0 : price;
}

/** At least one more than these. */
export function otherThan({ spots: all }: System, pattern: Pattern): Cut {
  const spots = all.flatMap(({ withholding }, spot) => (withholding === "maybe" && pattern[spot] === 0 ? [spot] : []));
  return { spots, weights: spots.map(() => 1), least: 1 };
}
