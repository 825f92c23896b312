import { keepModel } from "#app/features/disclosure/solver/kept-model.server.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import { type Aim, type Bounds, levelFor, type Problem } from "./problem.ts";

/** The other possible world in which least is different. */
export interface ShortestWay {
  /**
   * @param bounds  what the attacker leaves open under the pattern
   * @returns deviations by column that bring the aim to its level, or null where none do
   */
  find(bounds: Bounds, attacker: number, aim: Aim): Float64Array | null;
  readonly count: number;
  dispose(): void;
}

/**
 * The attacker's program again, with up and down as columns of their own and the sum of all deviations to be kept small.
 * It takes two or three times as long; but what moves few figures contradicts few contributors, and still holds when marks
 * that it does not use are taken back. Against hundreds of contributors that saves four programs in five.
 */
export function openShortestWay(solver: Solver, { system }: Problem): ShortestWay {
  const width = system.columns.length;
  const model = keepModel(solver, { columns: width, rows: system.rows, signs: [1, -1], isNewEachTime: true });
  model.setCosts(new Float64Array(2 * width).fill(1));
  const lower = new Float64Array(2 * width);
  const upper = new Float64Array(2 * width);
  let present: Bounds | null = null;

  function look(bounds: Bounds): void {
    if (present === bounds) return;
    present = bounds;
    upper.set(bounds.upper);
    upper.set(
      bounds.lower.map((least) => -least),
      width,
    );
    model.setBounds(lower, upper);
  }

  return {
    find(bounds, attacker, aim) {
      look(bounds);
      const level = levelFor(aim, attacker);
      const [up, down] = [aim.column, width + aim.column];
      const [along, against] = aim.direction === 1 ? [up, down] : [down, up];
      if (upper[along]! < level) return null;
      model.setBound(along, level, level);
      model.setBound(against, 0, 0);
      const solved = model.solve();
      model.setBound(along, 0, upper[along]!);
      model.setBound(against, 0, upper[against]!);
      return (
        solved &&
        Float64Array.from(system.columns, (_, column) => solved.point[column]! - solved.point[width + column]!)
      );
    },
    get count() {
      return model.count;
    },
    dispose: () => model.dispose(),
  };
}
