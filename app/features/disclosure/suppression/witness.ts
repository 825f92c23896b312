import type { Pattern } from "#app/features/disclosure/system/system.ts";
import { type Problem, TOLERANCE } from "./problem.ts";

/**
 * Another set of figures that a reader cannot tell from the truth, as deviations from it. One witness proves protection
 * for every aim it reaches and for every attacker whose own knowledge it does not contradict.
 */
export interface Witness {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  /** 1 for attackers who know that it is not so */
  readonly contradicted: Uint8Array;
}

export function witnessOf(problem: Problem, point: Float64Array): Witness {
  const columns: number[] = [];
  const values: number[] = [];
  for (const [column, value] of point.entries()) {
    if (Math.abs(value) <= TOLERANCE) continue;
    columns.push(column);
    values.push(value);
  }
  const contradicted = new Uint8Array(problem.attackers.length);
  for (const [place, column] of columns.entries()) {
    const least = problem.system.columns[column]!.value + values[place]!;
    for (const { attacker, part, isAll } of problem.owners[column]!) {
      if (isAll || least < part - TOLERANCE) contradicted[attacker] = 1;
    }
  }
  return { columns, values, contradicted };
}

/** Whether it stays possible under a pattern: nothing moves further than its flag allows. */
export function holdsUnder({ system, room }: Problem, { columns, values }: Witness, pattern: Pattern): boolean {
  return columns.every((column, place) => {
    const flag = pattern[system.columns[column]!.spot]!;
    if (flag === 1) return true;
    const value = values[place]!;
    const [printed, withheld] =
      value > 0
        ? [room.printedAbove[column]!, room.withheldAbove[column]!]
        : [room.printedBelow[column]!, room.withheldBelow[column]!];
    return Math.abs(value) <= printed + (withheld - printed) * flag + TOLERANCE;
  });
}

/** The solver's figures are exact to seven digits, and so must be ours. */
export const enough = (level: number): number => level - TOLERANCE * Math.max(1, level);
