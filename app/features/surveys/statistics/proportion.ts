/** Two-sided, 95 %: the 0.975 quantile of the standard normal distribution. */
const Z = 1.959963984540054;

/** An estimate and the limits between which it lies with a confidence of 95 %. */
export interface Estimate {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * A share with Wilson's score interval, which neither leaves [0, 1] nor shrinks to nothing at its ends.
 * @param share  in [0, 1]; may be weighted
 * @param n  how many it is a share of, above 0; of weighted answers the effective size, so that weights widen it
 * @see Wilson (1927); method 3 of Newcombe (1998), "Two-sided confidence intervals for the single proportion"
 */
export function wilson(share: number, n: number): Estimate {
  if (!(n > 0)) throw new RangeError("a share of nothing has no interval");
  const middle = share + Z ** 2 / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  const whole = 1 + Z ** 2 / n;
  return { value: share, lower: within((middle - reach) / whole), upper: within((middle + reach) / whole) };
}

const within = (share: number): number => Math.min(1, Math.max(0, share));
