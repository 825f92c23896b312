import { type KeptModel, keepModel, type Solved } from "#app/features/disclosure/solver/kept-model.server.ts";
import { localParts } from "#app/features/disclosure/solver/local-part.ts";
import type { Solver } from "#app/features/disclosure/solver/solver.server.ts";
import type { Pattern } from "#app/features/disclosure/system/system.ts";
import { type Cut, dualCut, isViolated, otherThan } from "./cut.ts";
import { type Aim, type Bounds, boundsUnder, isSmall, levelFor, type Problem, type Room, roomOf } from "./problem.ts";
import { openShortestWay } from "./shortest-way.server.ts";
import { enough, type Witness, witnessOf } from "./witness.ts";

/** What an attacker's program says: another possible world; or a cut that the pattern violates, where one can be had. */
export type Answer =
  | { readonly isSafe: true; readonly witness: Witness }
  | { readonly isSafe: false; readonly cut: Cut | null };

/** The attacker's program over one system, kept in the solver. */
export interface Attack {
  /** Whether this attacker, under this pattern, must leave an aim its level of room. */
  try(pattern: Pattern, attacker: number, aim: Aim): Answer;
  readonly count: number;
  dispose(): void;
}

/** Room that every shown figure is lent, as a share of the least level. Small enough not to close what is open. */
const LENT = 1e-3;

/**
 * Three programs of the same attacker. The plain one tells whether an aim is open. Its prices are one proof among many of
 * the same worth, and often one that leans on hundreds of figures. In the other every shown figure has a little room, so
 * that the cheapest proof is the shortest: far fewer and stronger cuts. Before many attackers, a whole pattern is asked for
 * the shortest way to the level first: its witnesses answer for most of them at once.
 * @see Koch and Martin (1998), "creep flow", for Steiner trees
 */
export function openAttack(solver: Solver, problem: Problem): Attack {
  const { system, attackers, aims } = problem;
  const partOf = localParts(system.columns.length, system.rows);
  const rooms = new Map<number, Room>();
  const lent = LENT * Math.min(...aims.map(({ level }) => level));
  const roomFor = (attacker: number): Room => {
    const room = rooms.get(attacker) ?? roomOf(problem, attackers[attacker]!);
    // Rooms of pairs would fill the memory; those of single organisations come again and again.
    if (attacker <= system.units.length) rooms.set(attacker, room);
    return room;
  };
  const plain = openProgram(solver, problem, roomFor, 0);
  // Where only the heuristic runs, cuts are no more than hints, and short ones are not worth their price.
  const short = isSmall(problem) ? openProgram(solver, problem, roomFor, lent) : null;
  const shortest = attackers.length > 1 ? openShortestWay(solver, problem) : null;

  return {
    try(pattern, attacker, aim) {
      const level = levelFor(aim, attacker);
      const isWhole = pattern.every((flag) => flag === 0 || flag === 1);
      const way = isWhole && shortest?.find(plain.look(pattern, attacker), attacker, aim);
      if (way) return { isSafe: true, witness: witnessOf(problem, partOf(way, aim.column)) };
      const solved = plain.reach(pattern, attacker, aim);
      if (solved && solved.point[aim.column]! * aim.direction >= enough(level))
        return { isSafe: true, witness: witnessOf(problem, partOf(solved.point, aim.column)) };
      for (const proof of [short?.reach(pattern, attacker, aim) ?? null, solved]) {
        const cut = proof && dualCut(problem, roomFor(attacker), aim, level, proof.rowPrices);
        if (cut && isViolated(cut, pattern)) return { isSafe: false, cut };
      }
      // No answer proves nothing: of a whole pattern we then say only that it is not enough.
      return { isSafe: false, cut: isWhole ? otherThan(system, pattern) : null };
    },
    get count() {
      return plain.count + (short?.count ?? 0) + (shortest?.count ?? 0);
    },
    dispose() {
      plain.dispose();
      short?.dispose();
      shortest?.dispose();
    },
  };
}

/** @param lent  least room of a figure that has room when it is withheld */
function openProgram(solver: Solver, problem: Problem, roomFor: (attacker: number) => Room, lent: number) {
  const { columns, rows } = problem.system;
  const model = keepModel(solver, { columns: columns.length, rows, signs: [1] });
  let present: { pattern: Pattern; attacker: number; bounds: Bounds } | null = null;

  function look(pattern: Pattern, attacker: number): Bounds {
    if (present && present.pattern === pattern && present.attacker === attacker) return present.bounds;
    const bounds = boundsUnder(problem, roomFor(attacker), pattern, lent);
    model.setBounds(bounds.lower, bounds.upper);
    present = { pattern, attacker, bounds };
    return bounds;
  }

  return {
    look,
    reach: (pattern: Pattern, attacker: number, aim: Aim) =>
      reach(model, aim, levelFor(aim, attacker), look(pattern, attacker)),
    get count() {
      return model.count;
    },
    dispose: () => model.dispose(),
  };
}

/** Goes as far as the level and no further: a witness that moves little contradicts few. */
function reach(model: KeptModel, { column, direction }: Aim, level: number, bounds: Bounds): Solved | null {
  const [lower, upper] = [bounds.lower[column]!, bounds.upper[column]!];
  model.setCost(column, -direction);
  if (direction === 1) model.setBound(column, lower, Math.min(upper, level));
  else model.setBound(column, Math.max(lower, -level), upper);
  const solved = model.solve();
  model.setCost(column, 0);
  model.setBound(column, lower, upper);
  return solved;
}
