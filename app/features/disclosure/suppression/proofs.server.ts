import type { Pattern } from "#app/features/disclosure/system/system.ts";
import type { Attack, Cut } from "./attack.server.ts";
import { type Aim, levelFor, type Problem } from "./problem.ts";
import { enough, holdsUnder, type Witness } from "./witness.ts";

export interface Violation {
  readonly aim: number;
  readonly attacker: number;
  readonly cut: Cut;
}

const ENDLESS = Number.POSITIVE_INFINITY;

export interface Wanted {
  /** stop after so many violations */
  readonly most?: number;
  /** stop after so many programs: then what is not found is not proved */
  readonly programs?: number;
  /** only these aims */
  readonly aims?: readonly number[];
  /** only the reader from outside */
  readonly isOutsiderOnly?: boolean;
}

/** Witnesses found so far, and the programs still needed to prove a pattern safe. */
export interface Proofs {
  /** Everything that is open under a pattern. */
  violations(pattern: Pattern, options?: Wanted): Violation[];
  /** Whether a condition that was found before says already that a pattern is not enough; no program runs. */
  isRefuted(pattern: Pattern): boolean;
  /** Aims whose proofs may use this spot, those first that are hardest to protect. */
  leaningOn(spot: number): number[];
}

/** A witness, and how far it moves one aim in its direction. */
interface Known {
  readonly witness: Witness;
  readonly reach: number;
}

export function newProofs(problem: Problem, attack: Attack): Proofs {
  const { aims, system } = problem;
  const everybody = problem.attackers.map((_, attacker) => attacker);
  const aimsAt = new Map<number, number[]>();
  for (const [place, { column }] of aims.entries()) aimsAt.set(column, [...(aimsAt.get(column) ?? []), place]);
  /** by aim, newest last */
  const known: Known[][] = aims.map(() => []);
  /** by spot: for each witness that moves a figure there, the aims that it reaches */
  const touching: number[][][] = system.spots.map(() => []);
  /** how often each aim was open: it is likely to be open again */
  const failed = new Uint32Array(aims.length);
  /** what every safe pattern meets */
  const cuts: Cut[] = [];

  function learn(witness: Witness): [aim: number, known: Known][] {
    const learnt = witness.columns.flatMap((column, place) =>
      (aimsAt.get(column) ?? []).map((aim): [number, Known] => [
        aim,
        { witness, reach: witness.values[place]! * aims[aim]!.direction },
      ]),
    );
    const reached = learnt.filter(([, { reach }]) => reach > 0);
    for (const [aim, one] of reached) known[aim]!.push(one);
    const own = reached.map(([aim]) => aim);
    for (const spot of new Set(witness.columns.map((column) => system.columns[column]!.spot)))
      touching[spot]!.push(own);
    return learnt;
  }

  /** Newest first: they were found under patterns like this one. Most attackers fall with the first that holds. */
  function openAttackers(
    aim: Aim,
    all: readonly Known[],
    isAlive: (one: Known) => boolean,
    isOutsiderOnly: boolean,
  ): number[] {
    let open = (isOutsiderOnly ? everybody.slice(0, 1) : everybody).filter((attacker) => levelFor(aim, attacker) > 0);
    for (let place = all.length - 1; place >= 0 && open.length > 0; place -= 1) {
      if (isAlive(all[place]!)) open = open.filter((attacker) => !proves(all[place]!, aim, attacker));
    }
    return open;
  }

  return {
    isRefuted: (pattern) => cuts.some((cut) => isViolated(cut, pattern)),
    leaningOn(spot) {
      const leans = new Uint8Array(aims.length);
      for (const reached of touching[spot]!) for (const aim of reached) leans[aim] = 1;
      return [...aims.keys()].filter((aim) => leans[aim] === 1).sort((a, b) => failed[b]! - failed[a]! || a - b);
    },
    violations(pattern, { most = ENDLESS, programs = ENDLESS, aims: wanted, isOutsiderOnly = false } = {}) {
      const start = attack.count;
      const found: Violation[] = [];
      const holds = new Map<Witness, boolean>();
      const isAlive = ({ witness }: Known) => {
        const before = holds.get(witness);
        if (before !== undefined) return before;
        const now = holdsUnder(problem, witness, pattern);
        holds.set(witness, now);
        return now;
      };
      const open = new Map<number, Set<number>>();
      for (const place of wanted ?? aims.keys()) {
        const attackers = openAttackers(aims[place]!, known[place]!, isAlive, isOutsiderOnly);
        if (attackers.length > 0) open.set(place, new Set(attackers));
      }
      // What is learnt on the way is used at once: it holds under this pattern, for it was found under it.
      const close = (witness: Witness) => {
        for (const [place, one] of learn(witness)) {
          const attackers = open.get(place) ?? new Set();
          for (const attacker of attackers) if (proves(one, aims[place]!, attacker)) attackers.delete(attacker);
        }
      };
      // One attacker after the other, so that its bounds are set once.
      for (const attacker of everybody) {
        for (const [place, attackers] of open) {
          if (!attackers.has(attacker)) continue;
          const answer = attack.try(pattern, attacker, aims[place]!);
          if (answer.isSafe) close(answer.witness);
          else {
            found.push({ aim: place, attacker, cut: answer.cut });
            cuts.push(answer.cut);
            failed[place]! += 1;
          }
          if (found.length >= most || attack.count - start >= programs) return found;
        }
      }
      return found;
    },
  };
}

/** Clearly so: a rounding error must not refute what a program would allow. */
function isViolated({ spots, weights, least }: Cut, pattern: Pattern): boolean {
  let sum = 0;
  const enoughToHold = least - 1e-4 * Math.max(1, least);
  for (const [place, spot] of spots.entries()) {
    sum += weights[place]! * pattern[spot]!;
    if (sum >= enoughToHold) return false;
  }
  return true;
}

function proves({ witness, reach }: Known, aim: Aim, attacker: number): boolean {
  return witness.contradicted[attacker] === 0 && reach >= enough(levelFor(aim, attacker));
}
