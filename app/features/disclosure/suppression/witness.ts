import type { Pattern } from "#app/features/disclosure/system/system.ts";
import { type Aim, levelFor, ownPart, type Problem, TOLERANCE } from "./problem.ts";

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
  const contradicted = Uint8Array.from(problem.attackers, (attacker) =>
    columns.some((column, place) => isKnownFalse(problem, attacker, column, values[place]!)) ? 1 : 0,
  );
  return { columns, values, contradicted };
}

function isKnownFalse({ system }: Problem, attacker: readonly number[], column: number, deviation: number): boolean {
  if (attacker.length === 0) return false;
  const { parts, value } = system.columns[column]!;
  const { part, isAll } = ownPart(parts, attacker);
  return isAll || value + deviation < part - TOLERANCE;
}

/** Whether it stays possible under a pattern: what moves is withheld, or moves no further than it was rounded. */
export function holdsUnder({ system, room }: Problem, { columns, values }: Witness, pattern: Pattern): boolean {
  return columns.every((column, place) => {
    if (pattern[system.columns[column]!.spot] === 1) return true;
    const value = values[place]!;
    return value <= room.printedAbove[column]! + TOLERANCE && -value <= room.printedBelow[column]! + TOLERANCE;
  });
}

/** How far it moves a column; 0 where it does not. */
export function moves({ columns, values }: Witness, column: number): number {
  const place = columns.indexOf(column);
  return place < 0 ? 0 : values[place]!;
}

export function proves(witness: Witness, aim: Aim, attacker: number): boolean {
  if (witness.contradicted[attacker]) return false;
  return moves(witness, aim.column) * aim.direction >= enough(levelFor(aim, attacker));
}

/** The solver's figures are exact to seven digits, and so must be ours. */
export const enough = (level: number): number => level - TOLERANCE * Math.max(1, level);
