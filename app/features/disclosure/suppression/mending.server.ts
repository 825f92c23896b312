import { keepModel } from "#app/features/disclosure/solver/kept-model.server.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { barePattern, type Pattern } from "#app/features/disclosure/system/system.ts";
import { levelFor, type Problem, roomOf, TOLERANCE } from "./problem.ts";
import type { Proofs } from "./proofs.server.ts";

/** Aims that no pattern can protect: too few neighbours that are not zero, or they must be shown; or time ran out. */
export interface Unprotectable {
  readonly columns: readonly number[];
  readonly isLate: boolean;
}

export interface Mending {
  /** a pattern to mend; the bare one where nothing is known */
  readonly start?: Pattern;
  /** instant of `performance.now()` */
  readonly deadline?: number;
  /** by spot: what withholding it seems to cost; the cost itself where nothing else is known */
  readonly prices?: Float64Array;
}

export const costs = ({ system }: Problem) => Float64Array.from(system.spots, ({ cost }) => cost);

/** Adds complements until nothing is open. */
export function repaired(
  solver: Solver,
  problem: Problem,
  proofs: Proofs,
  { start = barePattern(problem.system), deadline = Number.POSITIVE_INFINITY, prices = costs(problem) }: Mending,
): Pattern | Unprotectable {
  const { aims } = problem;
  const flow = openFlow(solver, problem, prices);
  try {
    let pattern = start.slice();
    const order = aims.map((_, place) => place).sort((a, b) => aims[b]!.level - aims[a]!.level || a - b);
    for (const place of order) {
      for (;;) {
        const [violation] = proofs.violations(pattern, { most: 1, aims: [place] });
        if (!violation) break;
        if (performance.now() > deadline) return { columns: [], isLate: true };
        const more = flow.cheapest(pattern, violation.attacker, place);
        if (!more) return { columns: [aims[place]!.column], isLate: false };
        pattern = pattern.slice();
        for (const spot of more) pattern[spot] = 1;
      }
    }
    return pattern;
  } finally {
    flow.dispose();
  }
}

/** The flow program: how far each figure moves up and down, as two columns, at the least cost. */
function openFlow(solver: Solver, problem: Problem, prices: Float64Array) {
  const { system, aims, attackers } = problem;
  const width = system.columns.length;
  const model = keepModel(solver, { columns: width, rows: system.rows, signs: [1, -1], isNewEachTime: true });
  return {
    /** @returns spots to withhold besides, or null where there is no way out */
    cheapest(pattern: Pattern, attacker: number, place: number): number[] | null {
      const aim = aims[place]!;
      const room = roomOf(problem, attackers[attacker]!);
      const costs = new Float64Array(2 * width);
      const upper = new Float64Array(2 * width);
      const lower = new Float64Array(2 * width);
      for (const [column, { spot }] of system.columns.entries()) {
        const { withholding } = system.spots[spot]!;
        const isOpen = withholding === "maybe" || pattern[spot] === 1;
        upper[column] = (isOpen ? room.withheldAbove : room.printedAbove)[column]!;
        upper[width + column] = (isOpen ? room.withheldBelow : room.printedBelow)[column]!;
        // What is withheld already is nearly free, yet not quite: of two free ways the shorter one.
        costs[column] = costs[width + column] = pattern[spot] === 1 ? 1e-3 : prices[spot]!;
      }
      const level = levelFor(aim, attacker);
      const [along, against] =
        aim.direction === 1 ? [aim.column, width + aim.column] : [width + aim.column, aim.column];
      if (upper[along]! < level - TOLERANCE || system.spots[system.columns[aim.column]!.spot]!.withholding === "never")
        return null;
      lower[along] = upper[along] = level;
      upper[against] = 0;
      model.setBounds(lower, upper);
      model.setCosts(costs);
      const solved = model.solve();
      if (!solved) return null;
      const moved = system.columns.flatMap(({ spot }, column) => {
        const by = solved.point[column]! - solved.point[width + column]!;
        const isNew =
          pattern[spot] !== 1 &&
          (by > room.printedAbove[column]! + TOLERANCE || -by > room.printedBelow[column]! + TOLERANCE);
        return isNew ? [spot] : [];
      });
      return moved.length > 0 ? moved : null;
    },
    dispose: () => model.dispose(),
  };
}

/** From the dearest complement down, by what it seems to cost: what can be shown again without opening anything, is. */
export function cleanedUp(
  problem: Problem,
  proofs: Proofs,
  pattern: Pattern,
  { deadline = Number.POSITIVE_INFINITY, prices = costs(problem) }: Mending = {},
): Pattern {
  const { spots } = problem.system;
  let best = pattern;
  const complements = spots
    .flatMap(({ withholding }, spot) => (withholding === "maybe" && pattern[spot] === 1 ? [spot] : []))
    .sort((a, b) => prices[b]! - prices[a]! || a - b);
  for (const spot of complements) {
    if (performance.now() > deadline) return best;
    const without = best.slice();
    without[spot] = 0;
    if (proofs.isRefuted(without)) continue;
    if (proofs.violations(without, { most: 1 }).length === 0) best = without;
  }
  return best;
}
