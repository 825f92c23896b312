import { LIMITS, PROFILES, type Rules } from "#app/features/disclosure/settings.ts";
import { loadSolver, type Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { openAttack } from "#app/features/disclosure/suppression/attack.server.ts";
import { exactPattern } from "#app/features/disclosure/suppression/exact.server.ts";
import { heuristicPattern } from "#app/features/disclosure/suppression/heuristic.server.ts";
import { type Attacker, attackersOf, OUTSIDER, problemOf } from "#app/features/disclosure/suppression/problem.ts";
import { newProofs } from "#app/features/disclosure/suppression/proofs.server.ts";
import { suppress } from "#app/features/disclosure/suppression/suppress.server.ts";
import { costOf, type System } from "#app/features/disclosure/system/system.ts";
import { type BenchRow, residentMb } from "./bench-row.ts";
import { hypercubePattern } from "./disclosure-hypercube.ts";
import { syntheticSystem, type TableShape } from "./disclosure-tables.ts";

/** m 3, p 10 and no jitter: as the sizes were measured when the method was chosen. */
const RULES: Rules = { ...PROFILES.partners, m: 3, p: 10, cost: { ...PROFILES.partners.cost, jitter: 0 } };

/** Cells, equations and sensitive cells as the method was measured when it was chosen. */
const SHAPES: readonly TableShape[] = [
  { name: "20×10, two levels", leaves: [20, 10], groups: [5, 0], records: 1250 },
  { name: "30×20, two levels each", leaves: [30, 20], groups: [6, 5], records: 3900 },
  { name: "10×10×10", leaves: [10, 10, 10], groups: [0, 0, 0], records: 12000 },
  { name: "20×10×6, two levels", leaves: [20, 10, 6], groups: [5, 0, 0], records: 7900 },
];
/** Prices of rules are compared where everything is solved exactly. */
const PRICED = SHAPES[0]!;

/** What complements cost and how long they take to find, by each method; and what single rules cost. */
export async function measure({ shapes = SHAPES, seconds = 60 } = {}): Promise<BenchRow[]> {
  const solver = await loadSolver();
  return [...shapes.flatMap((shape) => methods(solver, shape, seconds)), ...prices(solver, seconds)];
}

function methods(solver: Solver, shape: TableShape, seconds: number): BenchRow[] {
  const system = syntheticSystem(shape, RULES);
  const sensitive = system.columns.filter(({ target }) => target).length;
  const size = `${shape.name} (${system.columns.length}/${system.rows.length}/${sensitive})`;
  return [
    cost(`${size}: hypercube`, costOf(system, hypercubePattern(system))),
    ...searched(solver, system, `${size}, outsider`, [OUTSIDER], seconds),
    ...searched(solver, system, `${size}, every organisation`, attackersOf(system, RULES), seconds),
  ];
}

function searched(
  solver: Solver,
  system: System,
  what: string,
  attackers: readonly Attacker[],
  seconds: number,
): BenchRow[] {
  const problem = problemOf(system, RULES, attackers);
  const attack = openAttack(solver, problem);
  try {
    const proofs = newProofs(problem, attack);
    const start = performance.now();
    const found = heuristicPattern(solver, problem, proofs);
    if ("columns" in found) return [cost(`${what}: cannot be protected`, Number.NaN)];
    const between = performance.now();
    const exact = exactPattern(solver, problem, proofs, found, { deadline: between + seconds * 1000, gap: 0.001 });
    return [
      cost(`${what}: heuristic`, costOf(system, found)),
      time(`${what}: heuristic`, between - start),
      cost(`${what}: exact`, exact.cost),
      cost(`${what}: exact, lower bound`, exact.bound),
      time(`${what}: exact`, performance.now() - between),
      { what: `memory after ${what}`, median: residentMb(process.pid), unit: "MB", budget: null },
    ];
  } finally {
    attack.dispose();
  }
}

/** One rule left out at a time, everything else as it is. */
function prices(solver: Solver, seconds: number): BenchRow[] {
  const variants: readonly (readonly [string, Rules])[] = [
    ["all rules", RULES],
    ["without presence", { ...RULES, protection: { ...RULES.protection, presence: false } }],
    ["without withheld zeros", { ...RULES, zeros: "publish" }],
    ["without implied sums", { ...RULES, impliedAggregates: false }],
  ];
  return variants.map(([name, rules]) => {
    const found = suppress(solver, syntheticSystem(PRICED, rules), rules, { ...LIMITS, seconds, gap: 0.001 });
    return cost(`${PRICED.name}, ${name}`, found.kind === "suppressed" ? found.cost : Number.NaN);
  });
}

const cost = (what: string, value: number): BenchRow => ({
  what: `cost of complements, ${what}`,
  median: value,
  unit: "points",
  budget: null,
});
const time = (what: string, ms: number): BenchRow => ({ what: `time, ${what}`, median: ms, unit: "ms", budget: null });
