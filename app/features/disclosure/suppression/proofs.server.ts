import type { Pattern } from "#app/features/disclosure/system/system.ts";
import type { Attack } from "./attack.server.ts";
import {
  type AttackerSet,
  exclude,
  include,
  includes,
  isEmpty,
  keepOnly,
  noAttackers,
  reachesBeyond,
} from "./attacker-set.ts";
import { type Cut, isViolated } from "./cut.ts";
import { type Aim, levelFor, type Problem } from "./problem.ts";
import { enough, holdsUnder, type Witness } from "./witness.ts";

export interface Violation {
  readonly aim: number;
  readonly attacker: number;
}

const ENDLESS = Number.POSITIVE_INFINITY;

export interface Wanted {
  /** stop after so many violations */
  readonly most?: number;
  /** of one aim, look no further after so many: one more condition there will change the pattern anyway */
  readonly mostOfAim?: number;
  /** stop after so many programs: then what is not found is not proved */
  readonly programs?: number;
  /** only these aims */
  readonly aims?: readonly number[];
  /** only the reader from outside */
  readonly isOutsiderOnly?: boolean;
}

/** Witnesses and conditions found so far, and the programs still needed to prove a pattern safe. */
export interface Proofs {
  /** Everything that is open under a pattern. */
  violations(pattern: Pattern, options?: Wanted): Violation[];
  /** Whether a condition that was found before says already that a pattern is not enough; no program runs. */
  isRefuted(pattern: Pattern): boolean;
  /** Aims whose proofs may use this spot, those first that are hardest to protect. */
  leaningOn(spot: number): number[];
  /** every condition found so far, oldest first: each safe pattern meets them all */
  readonly cuts: readonly Cut[];
}

/** A witness, and whether it holds under the pattern that was looked at last. */
interface Kept {
  readonly witness: Witness;
  askedIn: number;
  holds: boolean;
}

/** How far a witness moves one aim in its direction. */
interface Known {
  readonly kept: Kept;
  readonly reach: number;
}

export function newProofs(problem: Problem, attack: Attack): Proofs {
  const { aims, attackers, system } = problem;
  const aimsAt = new Map<number, number[]>();
  for (const [place, { column }] of aims.entries()) aimsAt.set(column, [...(aimsAt.get(column) ?? []), place]);
  /** by aim, newest last */
  const known: Known[][] = aims.map(() => []);
  /** by spot: for each witness that moves a figure there, the aims that it reaches */
  const touching: number[][][] = system.spots.map(() => []);
  /** how often each aim was open: it is likely to be open again */
  const failed = new Uint32Array(aims.length);
  const cuts: Cut[] = [];
  const concerned = aims.map((aim) => attackersWithLevel(aim, attackers.length));
  const outsider = noAttackers(attackers.length);
  include(outsider, 0);
  let question = 0;

  /** @returns what the witness shows, by aim */
  function learn(witness: Witness): [aim: number, known: Known][] {
    const kept: Kept = { witness, askedIn: question, holds: true };
    const learnt = witness.columns.flatMap((column, place) =>
      (aimsAt.get(column) ?? []).flatMap((aim): [number, Known][] => {
        const reach = witness.values[place]! * aims[aim]!.direction;
        return reach > 0 ? [[aim, { kept, reach }]] : [];
      }),
    );
    for (const [aim, one] of learnt) known[aim]!.push(one);
    const own = learnt.map(([aim]) => aim);
    for (const spot of new Set(witness.columns.map((column) => system.columns[column]!.spot)))
      touching[spot]!.push(own);
    return learnt;
  }

  function isAlive(kept: Kept, pattern: Pattern): boolean {
    if (kept.askedIn !== question) {
      kept.askedIn = question;
      kept.holds = holdsUnder(problem, kept.witness, pattern);
    }
    return kept.holds;
  }

  /** Newest first: they were found under patterns like this one. Most attackers fall with the first that holds. */
  function openAttackers(place: number, pattern: Pattern, isOutsiderOnly: boolean): AttackerSet {
    const open = concerned[place]!.slice();
    if (isOutsiderOnly) keepOnly(open, outsider);
    const [aim, all] = [aims[place]!, known[place]!];
    for (let index = all.length - 1; index >= 0 && !isEmpty(open); index -= 1) {
      const one = all[index]!;
      if (reachesBeyond(open, one.kept.witness.contradicted) && isAlive(one.kept, pattern)) close(open, one, aim);
    }
    return open;
  }

  return {
    cuts,
    isRefuted: (pattern) => cuts.some((cut) => isViolated(cut, pattern)),
    leaningOn(spot) {
      const leans = new Uint8Array(aims.length);
      for (const reached of touching[spot]!) for (const aim of reached) leans[aim] = 1;
      return [...aims.keys()].filter((aim) => leans[aim] === 1).sort((a, b) => failed[b]! - failed[a]! || a - b);
    },
    violations(
      pattern,
      { most = ENDLESS, mostOfAim = ENDLESS, programs = ENDLESS, aims: wanted, isOutsiderOnly = false } = {},
    ) {
      question += 1;
      const start = attack.count;
      const found: Violation[] = [];
      const open = new Map<number, AttackerSet>();
      const asked = wanted ?? [...aims.keys()].sort((a, b) => failed[b]! - failed[a]! || a - b);
      for (const place of asked) {
        const left = openAttackers(place, pattern, isOutsiderOnly);
        if (!isEmpty(left)) open.set(place, left);
      }
      const foundOf = new Map<number, number>();
      // One attacker after the other, so that its bounds are set once.
      for (let attacker = 0; attacker < attackers.length && open.size > 0; attacker += 1) {
        for (const [place, left] of open) {
          if (!includes(left, attacker)) continue;
          const answer = attack.try(pattern, attacker, aims[place]!);
          if (answer.isSafe) {
            // What is learnt on the way is used at once: it holds under this pattern, for it was found under it.
            for (const [other, one] of learn(answer.witness)) {
              const others = open.get(other);
              if (others) close(others, one, aims[other]!);
            }
          } else {
            found.push({ aim: place, attacker });
            if (answer.cut) cuts.push(answer.cut);
            failed[place]! += 1;
            foundOf.set(place, (foundOf.get(place) ?? 0) + 1);
            if (foundOf.get(place)! >= mostOfAim) open.delete(place);
          }
          if (found.length >= most || attack.count - start >= programs) return found;
        }
      }
      return found;
    },
  };
}

function attackersWithLevel(aim: Aim, count: number): AttackerSet {
  const set = noAttackers(count);
  for (let attacker = 0; attacker < count; attacker += 1) if (levelFor(aim, attacker) > 0) include(set, attacker);
  return set;
}

/** Takes out of `open` those to whom the witness proves that they cannot know better. */
function close(open: AttackerSet, { kept: { witness }, reach }: Known, { level, levels }: Aim): void {
  if (reach >= enough(level)) keepOnly(open, witness.contradicted);
  else
    for (const [attacker, own] of levels)
      if (reach >= enough(own) && !includes(witness.contradicted, attacker)) exclude(open, attacker);
}
