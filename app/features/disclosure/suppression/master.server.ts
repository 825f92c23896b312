import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import type { Pattern, System } from "#app/features/disclosure/system/system.ts";
import type { Cut } from "./cut.ts";

/** The cheapest pattern that meets all cuts so far. */
export interface MasterAnswer {
  readonly pattern: Pattern;
  /** no pattern that meets the cuts costs less */
  readonly bound: number;
}

export interface Master {
  add(cut: Cut): void;
  /** flags between 0 and 1 allowed */
  relaxed(): MasterAnswer | null;
  /** @param seconds  most time; @param gap  relative distance to the bound at which to stop */
  whole(seconds: number, gap: number): MasterAnswer | null;
  dispose(): void;
}

/** The choice of complements as a program: one flag for each spot that may be withheld or not. */
export function openMaster(solver: Solver, { spots }: System): Master {
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
  model.options.set({ output_flag: false, random_seed: 1 });
  const all = { kind: "range", from: 0, to: width - 1 } as const;
  const { modelStatus, variableType } = solver.constants;
  let isWhole = false;
  const known = new Set<string>();

  function kind(whole: boolean): void {
    if (isWhole === whole) return;
    const type = whole ? variableType.integer : variableType.continuous;
    model.changeColsIntegrality(all, new Int32Array(width).fill(type));
    isWhole = whole;
  }

  function answer(round: boolean): MasterAnswer {
    const { colValue } = model.getSolution();
    const pattern = Float64Array.from(spots, ({ withholding }) => (withholding === "always" ? 1 : 0));
    for (const [place, spot] of free.entries())
      pattern[spot] = round ? Math.round(colValue[place]!) : clamp(colValue[place]!);
    const bound = round ? Number(model.info.get("mip_dual_bound")) : model.getObjectiveValue();
    return { pattern, bound };
  }

  return {
    add({ spots: cutSpots, weights, least }) {
      const key = cutSpots.map((spot, place) => `${spot}:${(weights[place]! / least).toFixed(6)}`).join();
      if (known.has(key)) return;
      known.add(key);
      // Divided by its right side, so that every cut has the size of one.
      const indices = cutSpots.map((spot) => placeOf.get(spot)!);
      model.addRow(1, solver.infinity, { indices, values: weights.map((weight) => weight / least) });
    },
    relaxed() {
      kind(false);
      model.zeroAllClocks();
      model.options.set({ time_limit: 1e6 });
      model.run();
      return model.getModelStatus() === modelStatus.optimal ? answer(false) : null;
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
      return isUsable ? answer(true) : null;
    },
    dispose: () => model.dispose(),
  };
}

const clamp = (flag: number): number => Math.min(1, Math.max(0, flag));
