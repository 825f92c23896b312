import { mayBePrinted, rounded } from "#app/features/briefings/figures/first-release-rule.ts";

/** What a reader may know beforehand: that every organisation stands in some row, that none stands in two, or both. */
export interface Knowledge {
  readonly everybodyStandsInARow: boolean;
  readonly nobodyStandsInTwo: boolean;
}

/** The rows as bits in which the reading organisation stands; `OUTSIDER` reads from outside the population. */
export type Reader = number;
export const OUTSIDER: Reader = -1;
export const standsIn = (reader: Reader, row: number): boolean => reader !== OUTSIDER && ((reader >> row) & 1) === 1;

/** Where one organisation may stand, as far as a reader knows. */
export function placesOf(rowCount: number, { everybodyStandsInARow, nobodyStandsInTwo }: Knowledge): Reader[] {
  const all = Array.from({ length: 2 ** rowCount }, (_, bits) => bits);
  return all.filter(
    (bits) => !(everybodyStandsInARow && bits === 0) && !(nobodyStandsInTwo && (bits & (bits - 1)) !== 0),
  );
}

/**
 * Whether `population` organisations, with the reader among them, can stand so that the rows hold these numbers.
 * Compared with plain dealing by a test.
 */
export function canStand(
  population: number,
  rows: readonly number[],
  knowledge: Knowledge,
  reader = OUTSIDER,
): boolean {
  const others = reader === OUTSIDER ? population : population - 1;
  let all = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const count = (rows[row] ?? 0) - Number(standsIn(reader, row));
    if (count < 0 || count > others) return false;
    all += count;
  }
  return !(knowledge.everybodyStandsInARow && all < others) && !(knowledge.nobodyStandsInTwo && all > others);
}

/** Every list that takes one number from each range. The array is reused. */
export function eachOf(ranges: readonly (readonly number[])[], visit: (numbers: readonly number[]) => void): void {
  const numbers = new Array<number>(ranges.length).fill(0);
  const take = (place: number): void => {
    if (place === ranges.length) {
      visit(numbers);
      return;
    }
    for (const number of ranges[place] ?? []) {
      numbers[place] = number;
      take(place + 1);
    }
  };
  take(0);
}

export const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, number) => number);

/** The true numbers that are printed as `value`, or withheld where `value` is null, in a population of this size. */
export function truthsOf(value: number | null, population: number): number[] {
  return upTo(population).filter((count) =>
    value === null ? !mayBePrinted(count, population) : mayBePrinted(count, population) && rounded(count) === value,
  );
}

/** All rising lists of `length` printed figures beside a total. */
export function figuresBeside(total: number, length: number, from = 5): number[][] {
  if (length === 0) return [[]];
  const lists: number[][] = [];
  for (let first = from; first < total; first += 5)
    for (const rest of figuresBeside(total, length - 1, first)) lists.push([first, ...rest]);
  return lists;
}
