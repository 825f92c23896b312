import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { costOf, type Pattern, type System } from "#app/features/disclosure/system/system.ts";
import { cleanedUp, costs, repaired } from "./mending.server.ts";
import type { Problem } from "./problem.ts";
import type { Proofs } from "./proofs.server.ts";

/** A complement that is to be done without is priced at so many times its cost: it comes back only where nothing else will do. */
const UNWANTED = 10;

/**
 * Tries to do without each complement, the dearest first: shows it, withholds what is cheapest instead, takes back what is
 * then not needed, and keeps what costs less. Nearly all that is asked has been answered before, so a try takes few programs.
 * @param pattern  a safe one, and so is every one on the way
 * @param limits.programs  most of the attackers' programs; a number, not a time, so that the same input gives the same pattern
 */
export function exchanged(
  solver: Solver,
  problem: Problem,
  proofs: Proofs,
  pattern: Pattern,
  { deadline, programs }: { readonly deadline: number; readonly programs: number },
): Pattern {
  const { system } = problem;
  const last = proofs.programs + programs;
  const tried = new Set<number>();
  let best = pattern;
  for (;;) {
    const spot = dearest(system, best, tried);
    if (spot === undefined || proofs.programs >= last || performance.now() > deadline) return best;
    tried.add(spot);
    const start = best.slice();
    start[spot] = 0;
    const prices = costs(problem);
    prices[spot]! *= UNWANTED;
    const mended = repaired(solver, problem, proofs, { start, deadline, prices });
    if ("columns" in mended) continue;
    const other = cleanedUp(problem, proofs, mended, { deadline });
    if (costOf(system, other) < costOf(system, best)) best = other;
  }
}

function dearest({ spots }: System, pattern: Pattern, tried: ReadonlySet<number>): number | undefined {
  return spots
    .flatMap(({ withholding }, spot) =>
      withholding === "maybe" && pattern[spot] === 1 && !tried.has(spot) ? [spot] : [],
    )
    .sort((a, b) => spots[b]!.cost - spots[a]!.cost || a - b)[0];
}
