/** How far two people who coded the same texts agree, beyond what chance would bring. */
export interface Agreement {
  readonly texts: number;
  /** share of texts that both coded alike, in [0, 1] */
  readonly observed: number;
  /** share that they would have coded alike by chance */
  readonly expected: number;
  /** 1 where they always agree, 0 where they do as often as chance would have it; null where chance alone is certain */
  readonly kappa: number | null;
  readonly standardError: number | null;
}

/**
 * Cohen's kappa for one code: whether each of two coders gave it to a text, text by text.
 * @throws RangeError where they did not code the same number of texts
 * @see Cohen (1960), "A coefficient of agreement for nominal scales", with its formula of the standard error
 */
export function cohensKappa<Code>(one: readonly Code[], other: readonly Code[]): Agreement {
  if (one.length !== other.length) throw new RangeError("two coders code the same texts");
  const texts = one.length;
  if (texts === 0) return { texts, observed: 0, expected: 0, kappa: null, standardError: null };
  const observed = one.filter((code, at) => code === other[at]).length / texts;
  const share = (all: readonly Code[], wanted: Code) => all.filter((code) => code === wanted).length / texts;
  const expected = [...new Set([...one, ...other])].reduce(
    (sum, code) => sum + share(one, code) * share(other, code),
    0,
  );
  if (expected === 1) return { texts, observed, expected, kappa: null, standardError: null };
  return {
    texts,
    observed,
    expected,
    kappa: (observed - expected) / (1 - expected),
    standardError: Math.sqrt((observed * (1 - observed)) / (texts * (1 - expected) ** 2)),
  };
}
