import { type Estimate, wilson } from "#app/features/surveys/statistics/proportion.ts";

/** Under so many answers a percentage says more than is known: only counts are given. */
export const LEAST_BASE = 10;

/** Answers counted by codes, each with its weight. */
export interface Tally {
  /** @param codes  what one respondent said */
  add(codes: readonly string[], weight: number): void;
  /** how many have answered */
  readonly n: number;
  /** as many answers without weights would say as much: Kish's, of these answers alone */
  readonly effectiveSize: number;
  count(code: string): number;
  /** null under `LEAST_BASE` answers */
  share(code: string): Estimate | null;
}

/** Empty; of no answers every count is 0 and no share is known. */
export function newTally(): Tally {
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  let [n, sum, squares] = [0, 0, 0];
  const effective = () => (squares === 0 ? 0 : sum ** 2 / squares);
  return {
    add(codes, weight) {
      n += 1;
      sum += weight;
      squares += weight ** 2;
      for (const code of codes) {
        counts.set(code, (counts.get(code) ?? 0) + 1);
        weights.set(code, (weights.get(code) ?? 0) + weight);
      }
    },
    get n() {
      return n;
    },
    get effectiveSize() {
      return effective();
    },
    count: (code) => counts.get(code) ?? 0,
    share: (code) => (n < LEAST_BASE ? null : wilson(Math.min(1, (weights.get(code) ?? 0) / sum), effective())),
  };
}
