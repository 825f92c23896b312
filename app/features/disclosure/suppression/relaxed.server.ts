import type { Pattern, System } from "#app/features/disclosure/system/system.ts";
import type { Master } from "./master.server.ts";
import type { Problem } from "./problem.ts";
import type { Proofs, Wanted } from "./proofs.server.ts";

/** The cheapest pattern with fractions that meets the cuts so far. */
export interface Relaxed {
  readonly pattern: Pattern;
  /** no safe pattern costs less */
  readonly bound: number;
  readonly rounds: number;
}

/** Of one aim two attackers a round: the next pattern is another one anyway. */
export const CUTS_OF_AIM = 2;
/** Under fractions contributors are looked at only so long: a weaker bound costs less than thousands of programs. */
const PROGRAMS_A_ROUND = 400;
/** A round that raises the bound by less than this share is better spent on whole patterns. */
const TAILING = 0.002;

/**
 * Attacks the cheapest pattern with fractions and cuts it off, until little is gained: first for the reader from
 * outside, then for contributors. Leaves the cuts with the proofs and in the master.
 */
export function relaxedPattern(
  master: Master,
  { system, attackers }: Problem,
  proofs: Proofs,
  isOver: (bound: number) => boolean,
): Relaxed | null {
  const outside: Wanted = { isOutsiderOnly: true };
  const everybody: Wanted = { programs: PROGRAMS_A_ROUND, mostOfAim: CUTS_OF_AIM };
  let answer: Relaxed | null = null;
  let rounds = 0;
  for (const wanted of attackers.length > 1 ? [outside, everybody] : [outside]) {
    for (let last = 0; ; ) {
      master.addAll(proofs.cuts);
      const found = master.relaxed();
      if (!found) return answer;
      rounds += 1;
      answer = { pattern: found.pattern, bound: roundedUp(system, found.bound), rounds };
      if (isOver(answer.bound) || (last > 0 && found.bound - last < TAILING * last)) break;
      if (proofs.violations(found.pattern, wanted).length === 0) break;
      last = found.bound;
    }
  }
  return answer;
}

/** Where every spot costs a whole number, so does every pattern. */
export function roundedUp({ spots }: System, bound: number): number {
  return spots.every(({ cost }) => Number.isInteger(cost)) ? Math.ceil(bound - 1e-4) : bound;
}
