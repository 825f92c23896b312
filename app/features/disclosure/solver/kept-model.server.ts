import type { Row } from "#app/features/disclosure/system/system.ts";
import type { Solver } from "./solver.server.ts";

/** The best point of a linear program, and the row prices that prove it. */
export interface Solved {
  readonly value: number;
  readonly point: Float64Array;
  readonly rowPrices: Float64Array;
}

/**
 * One program kept in the solver, of which only costs and bounds change: ten times quicker than building it anew.
 * Always minimises. Columns stay in deviations from the truth, so that zero is feasible and a warm start is sound.
 */
export interface KeptModel {
  setBounds(lower: Float64Array, upper: Float64Array): void;
  setBound(column: number, lower: number, upper: number): void;
  setCosts(costs: Float64Array): void;
  setCost(column: number, cost: number): void;
  /** @returns null where the program has no answer, also after one cold start */
  solve(): Solved | null;
  /** programs solved so far */
  readonly count: number;
  dispose(): void;
}

/** Where rows repeat: `times` copies of the columns side by side, each with its own sign. */
export interface Shape {
  readonly columns: number;
  readonly rows: readonly Row[];
  readonly signs: readonly (1 | -1)[];
  /** costs and bounds all change from one program to the next: then the last point is no help, and the dual method is quicker */
  readonly isNewEachTime?: boolean;
}

/** Names of the solver's methods. */
const [DUAL, PRIMAL] = [1, 4];

export function keepModel(solver: Solver, { columns, rows, signs, isNewEachTime = false }: Shape): KeptModel {
  const width = columns * signs.length;
  const model = solver.createModel({
    numCols: width,
    numRows: rows.length,
    colCost: new Float64Array(width),
    colLower: new Float64Array(width),
    colUpper: new Float64Array(width),
    rowLower: Float64Array.from(rows, ({ least }) => (Number.isFinite(least) ? least : -solver.infinity)),
    rowUpper: Float64Array.from(rows, ({ most }) => (Number.isFinite(most) ? most : solver.infinity)),
    matrix: rowMatrix(columns, rows, signs),
  });
  model.options.set({ output_flag: false, presolve: "off", simplex_strategy: isNewEachTime ? DUAL : PRIMAL });
  const all = { kind: "range", from: 0, to: width - 1 } as const;
  const { optimal } = solver.constants.modelStatus;
  let count = 0;
  const run = (): boolean => {
    model.zeroAllClocks();
    model.run();
    count += 1;
    return model.getModelStatus() === optimal;
  };
  return {
    setBounds: (lower, upper) => void model.changeColsBounds(all, lower, upper),
    setBound: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    setCosts: (costs) => void model.changeColsCost(all, costs),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    solve() {
      if (isNewEachTime) model.clearSolver();
      if (!run()) {
        model.clearSolver();
        if (!run()) return null;
      }
      const { colValue, rowDual } = model.getSolution();
      return { value: model.getObjectiveValue(), point: colValue, rowPrices: rowDual };
    },
    get count() {
      return count;
    },
    dispose: () => model.dispose(),
  };
}

function rowMatrix(columns: number, rows: readonly Row[], signs: readonly number[]) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (const [copy, sign] of signs.entries()) {
      for (const [place, column] of row.columns.entries()) {
        indices.push(copy * columns + column);
        values.push(sign * row.coefficients[place]!);
      }
    }
    starts.push(indices.length);
  }
  return { format: "csr", numRows: rows.length, numCols: columns * signs.length, starts, indices, values } as const;
}
