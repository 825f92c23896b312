import { type Estimate, wilson } from "./proportion.ts";

/** Of a question put twice to the same organisations: how often each pair of answers came. */
export interface Pairs {
  readonly both: number;
  readonly onlyNow: number;
  readonly onlyBefore: number;
  readonly neither: number;
}

interface Share {
  readonly share: number;
  /** effective size where answers are weighted */
  readonly n: number;
}

/**
 * How much larger a share is than another one of other respondents, from -1 to 1.
 * @see method 10 of Newcombe (1998), "Interval estimation for the difference between independent proportions"
 */
export function independentDifference(now: Share, before: Share): Estimate {
  return hybrid(now, before, 0);
}

/**
 * The same of respondents who answered both times: what an organisation says twice does not widen the interval.
 * @returns null where nobody answered both times
 * @see method 10 of Newcombe (1998), "Improved confidence intervals for the difference between binomial proportions based
 * on paired data"
 */
export function pairedDifference({ both, onlyNow, onlyBefore, neither }: Pairs): Estimate | null {
  const n = both + onlyNow + onlyBefore + neither;
  if (n === 0) return null;
  const [now, before] = [both + onlyNow, both + onlyBefore];
  return hybrid(
    { share: now / n, n },
    { share: before / n, n },
    correlation({ both, onlyNow, onlyBefore, neither }, n),
  );
}

/** Newcombe's phi: the correlation of both answers, corrected for small numbers where it is positive. */
function correlation({ both, onlyNow, onlyBefore, neither }: Pairs, n: number): number {
  const margins = (both + onlyNow) * (onlyBefore + neither) * (both + onlyBefore) * (onlyNow + neither);
  if (margins === 0) return 0;
  const together = both * neither - onlyNow * onlyBefore;
  const corrected = together > n / 2 ? together - n / 2 : Math.min(together, 0);
  return corrected / Math.sqrt(margins);
}

/** Both intervals of single shares, put together as sides of a triangle. */
function hybrid(now: Share, before: Share, phi: number): Estimate {
  const [one, other] = [wilson(now.share, now.n), wilson(before.share, before.n)];
  const value = one.value - other.value;
  const side = (a: number, b: number) => Math.sqrt(Math.max(0, a ** 2 - 2 * phi * a * b + b ** 2));
  return {
    value,
    lower: value - side(one.value - one.lower, other.upper - other.value),
    upper: value + side(one.upper - one.value, other.value - other.lower),
  };
}
