import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { barePattern, type Pattern, type System } from "#app/features/disclosure/system/system.ts";
import type { Cut } from "./cut.ts";

/** The cheapest pattern that meets all cuts so far. */
export interface MasterAnswer {
  readonly pattern: Pattern;
  /** no pattern that meets the cuts costs less */
  readonly bound: number;
}

export interface Master {
  /** Takes what it does not have yet; of a list that it has seen before, only what was added since. */
  addAll(cuts: readonly Cut[]): void;
  /** flags between 0 and 1 allowed */
  relaxed(): MasterAnswer | null;
  /** @param seconds  most time; @param gap  relative distance to the bound at which to stop */
  whole(seconds: number, gap: number): MasterAnswer | null;
  dispose(): void;
}

/**
 * Nearly all is done in the first node, by the solver's own cuts; searches in small neighbourhoods and starting over took
 * half the time and found nothing better.
 */
const MOST_IN_THE_ROOT = { mip_allow_restart: false, mip_heuristic_run_rins: false, mip_heuristic_run_rens: false };

/** The choice of complements as a program: one flag for each spot that may be withheld or not. */
export function openMaster(solver: Solver, system: System): Master {
  const { spots } = system;
  const free = spots.flatMap(({ withholding }, spot) => (withholding === "maybe" ? [spot] : []));
  const placeOf = new Map(free.map((spot, place) => [spot, place]));
  const width = free.length;
  const model = solver.createModel({
    numCols: width,
    numRows: 0,
    colCost: Float64Array.from(free, (spot) => spots[spot]!.cost),
    colLower: new Float64Array(width),
    colUpper: new Float64Array(width).fill(1),
    rowLower: [],
    rowUpper: [],
    matrix: { format: "csr", numRows: 0, numCols: width, starts: [0], indices: [], values: [] },
  });
  model.options.set({ output_flag: false, random_seed: 1, ...MOST_IN_THE_ROOT });
  const all = { kind: "range", from: 0, to: width - 1 } as const;
  const { modelStatus, variableType } = solver.constants;
  let isWhole = false;
  const known = new Set<string>();
  const taken = new Map<readonly Cut[], number>();

  function kind(whole: boolean): void {
    if (isWhole === whole) return;
    const type = whole ? variableType.integer : variableType.continuous;
    model.changeColsIntegrality(all, new Int32Array(width).fill(type));
    isWhole = whole;
  }

  function patternOf(flags: ArrayLike<number>, flagOf: (flag: number) => number): Pattern {
    const pattern = barePattern(system);
    for (const [place, spot] of free.entries()) pattern[spot] = flagOf(flags[place]!);
    return pattern;
  }

  return {
    addAll(cuts) {
      for (const { spots: cutSpots, weights, least } of cuts.slice(taken.get(cuts) ?? 0)) {
        // Divided by its right side, so that every cut has the size of one.
        const values = weights.map((weight) => weight / least);
        const name = cutSpots.map((spot, place) => `${spot} ${values[place]!.toFixed(6)}`).join();
        if (cutSpots.length === 0 || known.has(name)) continue;
        known.add(name);
        model.addRow(1, solver.infinity, { indices: cutSpots.map((spot) => placeOf.get(spot)!), values });
      }
      taken.set(cuts, cuts.length);
    },
    relaxed() {
      kind(false);
      model.zeroAllClocks();
      model.options.set({ time_limit: 1e6 });
      model.run();
      if (model.getModelStatus() !== modelStatus.optimal) return null;
      return { pattern: patternOf(model.getSolution().colValue, clamp), bound: model.getObjectiveValue() };
    },
    whole(seconds, gap) {
      kind(true);
      model.zeroAllClocks();
      model.options.set({ time_limit: Math.max(0.1, seconds), mip_rel_gap: gap });
      model.run();
      const status = model.getModelStatus();
      const isUsable =
        status === modelStatus.optimal ||
        (status === modelStatus.timeLimit && Number(model.info.get("primal_solution_status")) === 2);
      if (!isUsable) return null;
      const pattern = patternOf(model.getSolution().colValue, Math.round);
      return { pattern, bound: Number(model.info.get("mip_dual_bound")) };
    },
    dispose: () => model.dispose(),
  };
}

const clamp = (flag: number): number => Math.min(1, Math.max(0, flag));
