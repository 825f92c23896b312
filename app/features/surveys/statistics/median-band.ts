/** One band that was answered, by its place among the bands upwards, and how much it weighs. */
export interface BandAnswer {
  readonly place: number;
  readonly weight: number;
}

/**
 * The band in which the middle of the answers lies.
 * @returns its place; two where the middle falls between them; none where nothing was answered
 */
export function medianPlaces(answers: readonly BandAnswer[]): readonly number[] {
  const sorted = answers.filter(({ weight }) => weight > 0).toSorted((a, b) => a.place - b.place);
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let below = 0;
  for (const [at, { place, weight }] of sorted.entries()) {
    below += weight;
    // Sums of weights are exact to some fifteen digits only.
    if (Math.abs(below - half) < 1e-9 * half) return [...new Set([place, sorted[at + 1]?.place ?? place])];
    if (below > half) return [place];
  }
  return [];
}
