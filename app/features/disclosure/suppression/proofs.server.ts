import type { Pattern } from "#app/features/disclosure/system/system.ts";
import type { Attack, Cut } from "./attack.server.ts";
import { type Aim, levelFor, type Problem } from "./problem.ts";
import { holdsUnder, proves, type Witness } from "./witness.ts";

export interface Violation {
  readonly aim: number;
  readonly attacker: number;
  readonly cut: Cut;
}

/** Witnesses found so far, and the programs still needed to prove a pattern safe. */
export interface Proofs {
  /** Everything that is open under a pattern; stops after `most` violations. */
  violations(pattern: Pattern, options?: { most?: number; aims?: readonly number[] }): Violation[];
  /** Aims whose proofs under `pattern` may use this spot. */
  leaningOn(spot: number): number[];
  learn(witness: Witness): void;
}

export function newProofs(problem: Problem, attack: Attack): Proofs {
  const { aims, system } = problem;
  const aimsAt = new Map<number, number[]>();
  for (const [place, { column }] of aims.entries()) aimsAt.set(column, [...(aimsAt.get(column) ?? []), place]);
  /** by aim, newest last */
  const known: Witness[][] = aims.map(() => []);

  function learn(witness: Witness): void {
    for (const [place, column] of witness.columns.entries()) {
      for (const aim of aimsAt.get(column) ?? []) {
        if (Math.sign(witness.values[place]!) === aims[aim]!.direction) known[aim]!.push(witness);
      }
    }
  }

  function openAttackers(aim: Aim, witnesses: readonly Witness[]): number[] {
    return problem.attackers.flatMap((_, attacker) => {
      if (levelFor(aim, attacker) <= 0) return [];
      return witnesses.some((witness) => proves(witness, aim, attacker)) ? [] : [attacker];
    });
  }

  return {
    learn,
    leaningOn: (spot) =>
      aims.flatMap((_, place) =>
        known[place]!.some(({ columns }) => columns.some((column) => system.columns[column]!.spot === spot))
          ? [place]
          : [],
      ),
    violations(pattern, { most = Number.POSITIVE_INFINITY, aims: wanted } = {}) {
      const found: Violation[] = [];
      const holds = new Map<Witness, boolean>();
      const isAlive = (witness: Witness) => {
        const before = holds.get(witness);
        if (before !== undefined) return before;
        const now = holdsUnder(problem, witness, pattern);
        holds.set(witness, now);
        return now;
      };
      const open = new Map<number, number[]>();
      for (const place of wanted ?? aims.keys()) {
        for (const attacker of openAttackers(aims[place]!, known[place]!.filter(isAlive)))
          open.set(attacker, [...(open.get(attacker) ?? []), place]);
      }
      // One attacker after the other, so that its bounds are set once; what is learnt on the way is used at once.
      for (const attacker of [...open.keys()].sort((a, b) => a - b)) {
        for (const place of open.get(attacker)!) {
          const aim = aims[place]!;
          if (known[place]!.some((witness) => isAlive(witness) && proves(witness, aim, attacker))) continue;
          const answer = attack.try(pattern, attacker, aim);
          if (answer.isSafe) learn(answer.witness);
          else found.push({ aim: place, attacker, cut: answer.cut });
          if (found.length >= most) return found;
        }
      }
      return found;
    },
  };
}
