import { levelWithout, type ProtectionLevel } from "#app/features/disclosure/rules/protection-levels.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import { type Failure, failure } from "./audit-report.ts";
import type { Figure } from "./facts.ts";
import { type Bounds, boundsFor, CLOSE, type Reader } from "./reader-bounds.server.ts";
import type { Sensitive } from "./sensitive-figures.ts";

/** Other figures that a reader cannot tell from the truth: what moves, and how far. */
interface Possibility {
  readonly places: readonly number[];
  readonly moves: readonly number[];
}

/**
 * What was found for one reader serves another who knows nothing against it; a program runs only where nothing is left.
 * @param outsiders  found from outside
 */
export function asContributors(
  reader: Reader,
  hidden: readonly Sensitive[],
  attackers: readonly (readonly string[])[],
  outsiders: readonly Float64Array[],
  rules: Rules,
): ContributorsFound {
  const { facts } = reader;
  const failures: Failure[] = [];
  const room = new Map<number, ProtectionLevel>();
  const known = newPossibilities(hidden.map(({ place }) => place));
  for (const point of outsiders) known.add(point);
  for (const attacker of attackers) {
    const bounds = boundsFor(facts, attacker);
    const isPossible = remembered((one: Possibility) => isWithin(one, bounds));
    let isSet = false;
    for (const target of hidden) {
      const { place } = target;
      const level = levelFor(facts.figures[place]!, target, attacker, rules);
      if (!isOwnAlone(facts.figures[place]!, attacker)) room.set(place, narrower(room.get(place), level));
      for (const direction of [1, -1] as const) {
        const needed = direction === 1 ? level.up : level.down;
        const enough = needed - CLOSE * Math.max(1, needed);
        if (needed <= 0 || known.at(place, direction).some(({ reach, of }) => reach >= enough && isPossible(of)))
          continue;
        if (!isSet) reader.become(bounds);
        isSet = true;
        const point = reader.furthest(place, direction, needed);
        if (point && point[place]! * direction >= enough) known.add(point);
        else failures.push(failure(facts.figures[place]!, attacker, point ? "too-narrow" : "no-answer"));
      }
    }
  }
  return { failures, room };
}

/** Whoever put in all of a figure learns nothing from it. */
const isOwnAlone = ({ parts }: Figure, attacker: readonly string[]): boolean =>
  parts.size > 0 && [...parts.keys()].every((unit) => attacker.includes(unit));

const narrower = (one: ProtectionLevel | undefined, other: ProtectionLevel): ProtectionLevel =>
  one ? { up: Math.min(one.up, other.up), down: Math.min(one.down, other.down) } : other;

interface ContributorsFound {
  readonly failures: Failure[];
  /** by place, how far from the truth every one of them was shown to be left; without failures it holds */
  readonly room: ReadonlyMap<number, ProtectionLevel>;
}

interface Reaching {
  readonly of: Possibility;
  readonly reach: number;
}

/** What was found, by the figure it moves and the direction; what was found last is looked at first. */
function newPossibilities(targets: readonly number[]) {
  const lists = new Map(targets.map((place) => [place, { up: [] as Reaching[], down: [] as Reaching[] }]));
  const at = (place: number, direction: 1 | -1) => lists.get(place)?.[direction === 1 ? "up" : "down"] ?? [];
  return {
    at,
    add(point: Float64Array): void {
      const places = [...point.keys()].filter((place) => Math.abs(point[place]!) > CLOSE);
      const of = { places, moves: places.map((place) => point[place]!) };
      for (const [index, place] of places.entries()) {
        const direction = of.moves[index]! > 0 ? 1 : -1;
        at(place, direction).unshift({ of, reach: Math.abs(of.moves[index]!) });
      }
    },
  };
}

/** What stays where it is contradicts nobody. */
const isWithin = ({ places, moves }: Possibility, { lower, upper }: Bounds): boolean =>
  places.every((place, index) => moves[index]! >= lower[place]! - CLOSE && moves[index]! <= upper[place]! + CLOSE);

function remembered<Item extends object>(test: (item: Item) => boolean): (item: Item) => boolean {
  const answers = new Map<Item, boolean>();
  return (item) => {
    const before = answers.get(item);
    if (before !== undefined) return before;
    const now = test(item);
    answers.set(item, now);
    return now;
  };
}

function levelFor(
  figure: Figure,
  { level, reasons }: Sensitive,
  attacker: readonly string[],
  rules: Rules,
): ProtectionLevel {
  if (!attacker.some((unit) => figure.parts.has(unit))) return level;
  const own = levelWithout(new Set(attacker), { contributions: figure.parts, reasons, whole: figure.whole }, rules);
  return { up: Math.min(level.up, own.up), down: Math.min(level.down, own.down) };
}
