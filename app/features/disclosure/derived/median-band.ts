import type { Rules } from "#app/features/disclosure/settings.ts";
import { type Contributions, sizes } from "#app/features/disclosure/tables/contributions.ts";

/** Between which cuts a quantile lies; the last band has no end. */
export interface Band {
  readonly least: number;
  readonly most: number | null;
}

/**
 * The band of the median, or of a quartile, of what organisations put into a cell: one value each, for over cases an
 * organisation with many would be the median. Those that put nothing in gave no amount, and are not looked at.
 * @returns null where fewer than 2m organisations stand below or above the cut
 */
export function quantileBand(
  contributions: Contributions,
  { quantile, cuts }: { readonly quantile: number; readonly cuts: readonly number[] },
  { m }: Pick<Rules, "m">,
): Band | null {
  const rising = sizes(contributions)
    .filter((amount) => amount > 0)
    .reverse();
  if (rising.length < organisationsBehind(quantile, m)) return null;
  const place = quantile * rising.length;
  // Between two organisations, the quantile is both: the band holds them and what lies between.
  const [lower, upper] = [rising[Math.ceil(place) - 1]!, rising[Math.floor(place)]!];
  return {
    least: cuts.findLast((cut) => cut <= lower) ?? 0,
    most: cuts.find((cut) => cut > upper) ?? null,
  };
}

/** Fewest organisations behind a printed quantile: 2m on the side where fewer stand. */
export const organisationsBehind = (quantile: number, m: number): number =>
  Math.ceil((2 * m) / Math.min(quantile, 1 - quantile));

/** Least sum of a cell whose quantile lies in a band: 2m organisations stand above its lower end. */
export const leastSumBehind = ({ least }: Pick<Band, "least">, m: number): number => 2 * m * least;
