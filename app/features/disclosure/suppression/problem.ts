import { levelWithout } from "#app/features/disclosure/rules/protection-levels.ts";
import { type Rules, SIZES } from "#app/features/disclosure/settings.ts";
import { largestDeviation, type Pattern, type System } from "#app/features/disclosure/system/system.ts";

/** Who tries to find out: units that put their own figures together; nobody is the reader from outside. */
export type Attacker = readonly number[];
export const OUTSIDER: Attacker = [];

/** One side of one sensitive figure. */
export interface Aim {
  readonly column: number;
  readonly direction: 1 | -1;
  /** for the reader from outside */
  readonly level: number;
  /** for attackers who contributed themselves, by their place among the attackers; all others see `level` */
  readonly levels: ReadonlyMap<number, number>;
}

/** How far below and above the truth a figure can lie for an attacker: if it is withheld, and if it is printed. */
export interface Room {
  readonly withheldBelow: Float64Array;
  readonly withheldAbove: Float64Array;
  readonly printedBelow: Float64Array;
  readonly printedAbove: Float64Array;
}

export interface Problem {
  readonly system: System;
  readonly attackers: readonly Attacker[];
  readonly aims: readonly Aim[];
  /** room of the reader from outside */
  readonly room: Room;
  /** by column: which attackers have put something into it */
  readonly owners: readonly (readonly Owner[])[];
}

/** An attacker with a part of its own in a figure, or with all of it. */
export interface Owner {
  readonly attacker: number;
  readonly part: number;
  readonly isAll: boolean;
}

/** Below this, two figures of the solver are the same. */
export const TOLERANCE = 1e-6;

export function problemOf(
  system: System,
  rules: Rules,
  attackers: readonly Attacker[] = attackersOf(system, rules),
): Problem {
  const room = outsidersRoom(system);
  return { system, attackers, aims: aimsOf(system, rules, attackers), room, owners: ownersOf(system, attackers) };
}

function ownersOf({ columns, units }: System, attackers: readonly Attacker[]): Owner[][] {
  const having = new Map(units.map((_, unit) => [unit, [] as number[]]));
  for (const [place, attacker] of attackers.entries()) for (const unit of attacker) having.get(unit)?.push(place);
  return columns.map(({ parts }) => {
    const places = new Set([...parts.keys()].flatMap((unit) => having.get(unit) ?? []));
    return [...places].map((attacker) => ({ attacker, ...ownPart(parts, attackers[attacker]!) }));
  });
}

/** Outsider first, then each organisation, then pairs: where they are asked for or there are few enough to know each other. */
export function attackersOf({ units }: System, { insiders }: Pick<Rules, "insiders">): Attacker[] {
  const alone = units.map((_, unit) => [unit]);
  const pairs =
    insiders === 2 || units.length <= SIZES.pairs
      ? alone.flatMap(([one]) => alone.slice(one! + 1).map(([other]) => [one!, other!]))
      : [];
  return [OUTSIDER, ...alone, ...pairs];
}

function aimsOf({ columns }: System, rules: Rules, attackers: readonly Attacker[]): Aim[] {
  return columns.flatMap((column, place) => {
    if (!column.target) return [];
    const { level, reasons } = column.target;
    const contributions = new Map([...column.parts].map(([unit, part]) => [String(unit), part]));
    const own = attackers.flatMap((attacker, index) => {
      const units = attacker.filter((unit) => column.parts.has(unit)).map(String);
      if (units.length === 0) return [];
      return [[index, levelWithout(new Set(units), { contributions, reasons, whole: column.whole }, rules)] as const];
    });
    const aim = (direction: 1 | -1, side: "up" | "down"): Aim => ({
      column: place,
      direction,
      level: level[side],
      levels: new Map(own.map(([index, levels]) => [index, Math.min(level[side], levels[side])])),
    });
    return [aim(1, "up"), aim(-1, "down")].filter((one) => one.level > 0);
  });
}

/** Whether the cheapest pattern can be sought in the time that an editor waits. */
export function isSmall({ system, aims }: Problem): boolean {
  const sensitive = new Set(aims.map(({ column }) => column)).size;
  return system.columns.length <= SIZES.exactCells && sensitive <= SIZES.exactTargets;
}

export const levelFor = ({ level, levels }: Aim, attacker: number): number => levels.get(attacker) ?? level;

function outsidersRoom(system: System): Room {
  const most = largestDeviation(system);
  return {
    withheldBelow: Float64Array.from(system.columns, ({ value }) => value),
    withheldAbove: Float64Array.from(system.columns, () => most),
    printedBelow: Float64Array.from(system.columns, ({ isPrinted, value, printedBelow }) =>
      isPrinted ? printedBelow : value,
    ),
    printedAbove: Float64Array.from(system.columns, ({ isPrinted, printedAbove }) => (isPrinted ? printedAbove : most)),
  };
}

/** What an attacker has put into a figure itself; all of it, where nobody else has. */
export function ownPart(parts: ReadonlyMap<number, number>, attacker: Attacker): { part: number; isAll: boolean } {
  const own = attacker.filter((unit) => parts.has(unit));
  return {
    part: own.reduce((sum, unit) => sum + (parts.get(unit) ?? 0), 0),
    isAll: own.length > 0 && own.length === parts.size,
  };
}

/** A contributor sees through a mark on what is its own alone; elsewhere its own part is the least there can be. */
export function roomOf({ system, room }: Problem, attacker: Attacker): Room {
  if (attacker.length === 0) return room;
  const copy: Room = {
    withheldBelow: room.withheldBelow.slice(),
    withheldAbove: room.withheldAbove.slice(),
    printedBelow: room.printedBelow.slice(),
    printedAbove: room.printedAbove.slice(),
  };
  for (const [column, { parts, value }] of system.columns.entries()) {
    const { part, isAll } = ownPart(parts, attacker);
    if (part === 0 && !isAll) continue;
    copy.withheldBelow[column] = value - part;
    copy.printedBelow[column] = Math.min(copy.printedBelow[column]!, value - part);
    if (isAll) copy.withheldAbove[column] = copy.printedAbove[column] = 0;
  }
  return copy;
}

export interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Bounds of deviations under a pattern; between shown and withheld they lie in between.
 * @param lent  least room of a figure that has as much when it is withheld
 */
export function boundsUnder({ system }: Problem, room: Room, pattern: Pattern, lent: number): Bounds {
  const { columns } = system;
  const reach = (printed: Float64Array, withheld: Float64Array) =>
    printed.map((least, column) => {
      const most = withheld[column]!;
      return Math.max(least + (most - least) * pattern[columns[column]!.spot]!, Math.min(lent, most));
    });
  return {
    lower: reach(room.printedBelow, room.withheldBelow).map((below) => -below),
    upper: reach(room.printedAbove, room.withheldAbove),
  };
}
