import type { Pattern } from "#app/features/disclosure/system/system.ts";
import { type AttackerSet, include, noAttackers } from "./attacker-set.ts";
import { type Problem, TOLERANCE } from "./problem.ts";

/**
 * Another set of figures that a reader cannot tell from the truth, as deviations from it. One witness proves protection
 * for every aim it reaches and for every attacker whose own knowledge it does not contradict.
 */
export interface Witness {
  readonly columns: readonly number[];
  readonly values: readonly number[];
  /** attackers who know that it is not so */
  readonly contradicted: AttackerSet;
}

export function witnessOf(problem: Problem, point: Float64Array): Witness {
  const columns: number[] = [];
  const values: number[] = [];
  for (const [column, value] of point.entries()) {
    if (Math.abs(value) <= TOLERANCE) continue;
    columns.push(column);
    values.push(value);
  }
  const contradicted = noAttackers(problem.attackers.length);
  for (const [place, column] of columns.entries()) {
    const least = problem.system.columns[column]!.value + values[place]!;
    for (const { attacker, part, isAll } of problem.owners[column]!) {
      if (isAll || least < part - TOLERANCE) include(contradicted, attacker);
    }
  }
  return { columns, values, contradicted };
}

/** Whether it stays possible under a pattern: nothing moves further than its flag allows. */
export function holdsUnder({ system, room }: Problem, { columns, values }: Witness, pattern: Pattern): boolean {
  for (const [place, column] of columns.entries()) {
    const flag = pattern[system.columns[column]!.spot]!;
    if (flag === 1) continue;
    const value = values[place]!;
    const [printed, withheld] =
      value > 0
        ? [room.printedAbove[column]!, room.withheldAbove[column]!]
        : [room.printedBelow[column]!, room.withheldBelow[column]!];
    if (Math.abs(value) > printed + (withheld - printed) * flag + TOLERANCE) return false;
  }
  return true;
}

/** The solver's figures are exact to seven digits, and so must be ours. */
export const enough = (level: number): number => level - TOLERANCE * Math.max(1, level);
