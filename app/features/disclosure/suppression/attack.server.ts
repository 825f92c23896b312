import { type KeptModel, keepModel, type Solved } from "#app/features/disclosure/solver/kept-model.server.ts";
import { localParts } from "#app/features/disclosure/solver/local-part.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import type { Pattern } from "#app/features/disclosure/system/system.ts";
import { type Aim, boundsUnder, levelFor, type Problem, type Room, roomOf } from "./problem.ts";
import { enough, type Witness, witnessOf } from "./witness.ts";

/** A condition on patterns that every safe one meets: `sum of weight × flag >= least`. */
export interface Cut {
  readonly spots: readonly number[];
  readonly weights: readonly number[];
  readonly least: number;
}

/** What an attacker's program says: either another possible world, or a cut that the pattern violates. */
export type Answer =
  | { readonly isSafe: true; readonly witness: Witness }
  | { readonly isSafe: false; readonly cut: Cut };

/** The attacker's program over one system, kept in the solver. */
export interface Attack {
  /** Whether this attacker, under this pattern, must leave an aim its level of room. */
  try(pattern: Pattern, attacker: number, aim: Aim): Answer;
  readonly count: number;
  dispose(): void;
}

export function openAttack(solver: Solver, problem: Problem): Attack {
  const { system, attackers } = problem;
  const model = keepModel(solver, { columns: system.columns.length, rows: system.rows, signs: [1] });
  const partOf = localParts(system.columns.length, system.rows);
  const rooms = new Map<number, Room>();
  let present: { pattern: Pattern; attacker: number; bounds: ReturnType<typeof boundsUnder>; room: Room } | null = null;

  function look(pattern: Pattern, attacker: number) {
    if (present && present.pattern === pattern && present.attacker === attacker) return present;
    const room = rooms.get(attacker) ?? roomOf(problem, attackers[attacker]!);
    // Rooms of pairs would fill the memory; those of single organisations come again and again.
    if (attacker <= system.units.length) rooms.set(attacker, room);
    const bounds = boundsUnder(problem, room, pattern);
    model.setBounds(bounds.lower, bounds.upper);
    present = { pattern, attacker, bounds, room };
    return present;
  }

  return {
    try(pattern, attacker, aim) {
      const { bounds, room } = look(pattern, attacker);
      const level = levelFor(aim, attacker);
      const solved = reach(model, aim, level, bounds);
      const witness = solved && solved.point[aim.column]! * aim.direction >= enough(level);
      if (witness) return { isSafe: true, witness: witnessOf(problem, partOf(solved.point, aim.column)) };
      // No answer proves nothing: the cut then says only that this pattern is not enough.
      const cut = solved ? dualCut(problem, room, aim, level, solved.rowPrices) : otherThan(problem, pattern);
      return { isSafe: false, cut };
    },
    get count() {
      return model.count;
    },
    dispose: () => model.dispose(),
  };
}

/** Goes as far as the level and no further: a witness that moves little contradicts few. */
function reach(
  model: KeptModel,
  { column, direction }: Aim,
  level: number,
  bounds: { lower: Float64Array; upper: Float64Array },
): Solved | null {
  const [lower, upper] = [bounds.lower[column]!, bounds.upper[column]!];
  model.setCost(column, -direction);
  if (direction === 1) model.setBound(column, lower, Math.min(upper, level));
  else model.setBound(column, Math.max(lower, -level), upper);
  const solved = model.solve();
  model.setCost(column, 0);
  model.setBound(column, lower, upper);
  return solved;
}

/**
 * The capacity cut of Fischetti and Salazar, from any prices of the rows: what the prices leave of each column, times the
 * room it would have if withheld, must come to the level. Prices are taken as they come and made sound here, so that a
 * rounded one weakens the cut and never makes it wrong.
 */
export function dualCut({ system }: Problem, room: Room, aim: Aim, level: number, prices: Float64Array): Cut {
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
    if (Math.abs(rest) < 1e-9) continue;
    const { spot } = system.columns[column]!;
    const side = rest > 0 ? "Below" : "Above";
    const [printed, withheld] = [room[`printed${side}`][column]!, room[`withheld${side}`][column]!];
    const { withholding } = system.spots[spot]!;
    if (withholding === "always") bound += Math.abs(rest) * withheld;
    else bound += Math.abs(rest) * printed;
    if (withholding === "maybe") weights.set(spot, (weights.get(spot) ?? 0) + Math.abs(rest) * (withheld - printed));
  }
  const least = level - bound;
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
  return Math.abs(price) < 1e-9 ? 0 : price;
}

/** At least one more than these. */
function otherThan({ system }: Problem, pattern: Pattern): Cut {
  const spots = system.spots.flatMap(({ withholding }, spot) =>
    withholding === "maybe" && pattern[spot]! < 0.5 ? [spot] : [],
  );
  return { spots, weights: spots.map(() => 1), least: 1 };
}
