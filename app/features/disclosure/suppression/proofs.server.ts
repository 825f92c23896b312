import type { Pattern } from "#app/features/disclosure/system/system.ts";
import type { Attack } from "./attack.server.ts";
import { type AttackerSet, include, includes, noAttackers } from "./attacker-set.ts";
import { newCoverage } from "./coverage.ts";
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
  /** every condition found so far, oldest first: each safe pattern meets them all */
  readonly cuts: readonly Cut[];
  /** of attackers, solved so far */
  readonly programs: number;
}

/** A witness, the aims it moves in their direction and how far, and whether it holds under the pattern looked at last. */
interface Kept {
  readonly witness: Witness;
  readonly reached: readonly { readonly aim: number; readonly reach: number }[];
  askedIn: number;
  holds: boolean;
}

export function newProofs(problem: Problem, attack: Attack): Proofs {
  const { aims, attackers, system } = problem;
  const aimsAt = new Map<number, number[]>();
  for (const [place, { column }] of aims.entries()) aimsAt.set(column, [...(aimsAt.get(column) ?? []), place]);
  /** by spot: witnesses that move a figure there */
  const touching: Kept[][] = system.spots.map(() => []);
  /** how often each aim was open: it is likely to be open again */
  const failed = new Uint32Array(aims.length);
  const cuts: Cut[] = [];
  const concerned = aims.map((aim) => attackersWithLevel(aim, attackers.length));
  const covered = newCoverage(concerned, attackers.length);
  let present: Pattern | null = null;
  let question = 0;

  function learn(witness: Witness): void {
    const reached = witness.columns.flatMap((column, place) =>
      (aimsAt.get(column) ?? []).flatMap((aim) => {
        const reach = witness.values[place]! * aims[aim]!.direction;
        return reach > 0 ? [{ aim, reach }] : [];
      }),
    );
    const kept: Kept = { witness, reached, askedIn: question, holds: true };
    for (const spot of new Set(witness.columns.map((column) => system.columns[column]!.spot)))
      touching[spot]!.push(kept);
    count(kept, 1);
  }

  function count({ witness: { contradicted }, reached }: Kept, by: 1 | -1): void {
    for (const { aim, reach } of reached) {
      const { level, levels } = aims[aim]!;
      if (reach >= enough(level)) covered.count(aim, contradicted, by);
      else
        for (const [attacker, own] of levels)
          if (reach >= enough(own) && !includes(contradicted, attacker)) covered.countOne(aim, attacker, by);
    }
  }

  /** Only what moves a figure whose flag has changed is asked again. */
  function look(pattern: Pattern): void {
    question += 1;
    for (const [spot, flag] of pattern.entries()) {
      if (present?.[spot] === flag) continue;
      for (const kept of touching[spot]!) {
        if (kept.askedIn === question) continue;
        kept.askedIn = question;
        const holds = holdsUnder(problem, kept.witness, pattern);
        if (holds !== kept.holds) count(kept, holds ? 1 : -1);
        kept.holds = holds;
      }
    }
    present = pattern.slice();
  }

  return {
    cuts,
    get programs() {
      return attack.count;
    },
    isRefuted: (pattern) => cuts.some((cut) => isViolated(cut, pattern)),
    violations(
      pattern,
      { most = ENDLESS, mostOfAim = ENDLESS, programs = ENDLESS, aims: wanted, isOutsiderOnly = false } = {},
    ) {
      look(pattern);
      const start = attack.count;
      const found: Violation[] = [];
      const open = new Set(
        (wanted ?? [...aims.keys()])
          .filter((aim) => covered.open(aim) > 0)
          .sort((a, b) => failed[b]! - failed[a]! || a - b),
      );
      const foundOf = new Map<number, number>();
      // One attacker after the other, so that its bounds are set once.
      const last = isOutsiderOnly ? 1 : attackers.length;
      for (let attacker = 0; attacker < last && open.size > 0; attacker += 1) {
        for (const place of open) {
          if (!covered.isOpen(place, attacker)) continue;
          const answer = attack.try(pattern, attacker, aims[place]!);
          // What is learnt on the way is used at once: it holds under this pattern, for it was found under it.
          if (answer.isSafe) learn(answer.witness);
          else {
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
