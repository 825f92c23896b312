/** Where a respondent belongs: a region, and a size within it. */
export interface Stratum {
  readonly region: string;
  readonly size: string;
}

/** How many organisations of a stratum were asked. */
export interface PanelStratum extends Stratum {
  readonly asked: number;
}

export interface Weighting {
  /** one a respondent, in their order, 1 on average */
  readonly weights: readonly number[];
  /** Kish's design effect: by how much weights widen the variance of a mean; 1 where all are alike */
  readonly designEffect: number;
  /** as many answers without weights would say as much */
  readonly effectiveSize: number;
  /** regions whose sizes were put together, for one of them had too few answers to speak for the others */
  readonly merged: readonly string[];
  /** regions of the panel from which nobody answered: nothing is said of them */
  readonly silent: readonly string[];
}

/** A stratum with fewer answers speaks for too many by too few. */
const LEAST_IN_STRATUM = 3;

/**
 * Weights by which respondents stand for the panel that was asked, region by size: the panel's share of a stratum over its
 * share of the answers. A region in which a size was asked and answered fewer than `LEAST_IN_STRATUM` times is one stratum.
 * Respondents of a region that was not in the panel stand for themselves.
 * @see Holt and Smith (1979), "Post stratification"; Kish (1965), "Survey sampling", 11.7
 */
export function postStratified(respondents: readonly Stratum[], panel: readonly PanelStratum[]): Weighting {
  const regions = [...new Set(panel.map(({ region }) => region))].sort();
  const merged = regions.filter((region) => isThin(region, respondents, panel));
  const keyOf = ({ region, size }: Stratum) => (merged.includes(region) ? region : `${region}|${size}`);
  const asked = sums(panel.map((stratum) => [keyOf(stratum), stratum.asked]));
  const answered = sums(respondents.map((stratum) => [keyOf(stratum), 1]));
  // Strata without an answer are left out of the whole, so that the others keep their proportions.
  const spoken = [...asked].filter(([key]) => answered.has(key)).reduce((sum, [, count]) => sum + count, 0);
  const inPanel = respondents.filter((stratum) => asked.has(keyOf(stratum))).length;
  const weights = respondents.map((stratum) => {
    const of = asked.get(keyOf(stratum));
    return of === undefined ? 1 : of / spoken / ((answered.get(keyOf(stratum)) ?? 1) / inPanel);
  });
  const silent = regions.filter((region) => !respondents.some((one) => one.region === region));
  return { weights, ...effectOf(weights), merged: merged.filter((region) => !silent.includes(region)), silent };
}

/** All weights alike. @returns the same shape, for whoever switches weighting off */
export function unweighted(respondents: number): Weighting {
  return {
    weights: Array.from({ length: respondents }, () => 1),
    designEffect: 1,
    effectiveSize: respondents,
    merged: [],
    silent: [],
  };
}

/** Kish: `n Σw² / (Σw)²`, and the size that is left of n. */
export function effectOf(weights: readonly number[]): Pick<Weighting, "designEffect" | "effectiveSize"> {
  const sum = weights.reduce((whole, weight) => whole + weight, 0);
  if (sum === 0) return { designEffect: 1, effectiveSize: 0 };
  const designEffect = (weights.length * weights.reduce((squares, weight) => squares + weight ** 2, 0)) / sum ** 2;
  return { designEffect, effectiveSize: weights.length / designEffect };
}

function isThin(region: string, respondents: readonly Stratum[], panel: readonly PanelStratum[]): boolean {
  const sizes = panel.filter((one) => one.region === region && one.asked > 0).map(({ size }) => size);
  const known = new Set(sizes);
  const own = respondents.filter((one) => one.region === region);
  // Whoever says another size than the panel's would belong nowhere.
  if (own.some(({ size }) => !known.has(size))) return true;
  return sizes.some((size) => own.filter((one) => one.size === size).length < LEAST_IN_STRATUM);
}

function sums(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const [key, count] of entries) all.set(key, (all.get(key) ?? 0) + count);
  return all;
}
