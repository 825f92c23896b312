import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { barePattern, type Pattern } from "#app/features/disclosure/system/system.ts";
import { bridgeCuts } from "./bridge-cuts.ts";
import { exchanged } from "./exchange.server.ts";
import { openMaster } from "./master.server.ts";
import { cleanedUp, costs, type Mending, repaired, type Unprotectable } from "./mending.server.ts";
import { isSmall, type Problem } from "./problem.ts";
import type { Proofs } from "./proofs.server.ts";
import { relaxedPattern } from "./relaxed.server.ts";

/** Share of the time that the heuristic may spend on finding out what is worth withholding. */
const RELAXING = 0.3;
/** Least share of its cost at which a spot is priced that the relaxed pattern withholds: of two free ways the cheaper one. */
const LEAST_PRICE = 0.01;
/**
 * Programs for exchanging complements: a whole pass against the reader from outside on the largest tables, a quarter of a
 * minute against every organisation.
 */
const EXCHANGING = 4000;

/**
 * Where the system is small, looks first at the cheapest pattern with fractions: what that withholds is likely to be withheld in the end, and is
 * priced by what of it is still shown. Then withholds the cheapest way out for each open aim, one after the other, and
 * takes back what is not needed. Last it tries to exchange each complement for cheaper ones.
 * @see de Wolf (2002) and Castro (2012) for the network heuristics it follows; cells already withheld cost nothing
 */
export function heuristicPattern(
  solver: Solver,
  problem: Problem,
  proofs: Proofs,
  { start = barePattern(problem.system), deadline = Number.POSITIVE_INFINITY }: Mending = {},
): Pattern | Unprotectable {
  const begun = performance.now();
  const prices = isSmall(problem)
    ? relaxedPrices(solver, problem, proofs, begun + RELAXING * (deadline - begun))
    : costs(problem);
  const pattern = repaired(solver, problem, proofs, { start, deadline, prices });
  if ("columns" in pattern) return pattern;
  const cleaned = cleanedUp(problem, proofs, pattern, { deadline, prices });
  if (!isSmall(problem)) return cleaned;
  return exchanged(solver, problem, proofs, cleaned, { deadline, programs: EXCHANGING });
}

function relaxedPrices(solver: Solver, problem: Problem, proofs: Proofs, deadline: number): Float64Array {
  const master = openMaster(solver, problem.system);
  try {
    master.addAll(bridgeCuts(problem));
    const relaxed = relaxedPattern(master, problem, proofs, () => performance.now() > deadline);
    return costs(problem).map((cost, spot) => cost * Math.max(LEAST_PRICE, 1 - (relaxed?.pattern[spot] ?? 0)));
  } finally {
    master.dispose();
  }
}
