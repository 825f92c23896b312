/**
 * The rule of the first releases: counts of organisations, rounded, one table a dimension, judged by the printed figures alone.
 * Why these figures and no others: README.md of briefings, "Why nothing can be worked back".
 */

/** Fewest organisations a printed figure may rest on, and fewest that may be missing from it. */
export const THRESHOLD = 5;
/** Everything printed is a multiple of this. */
export const ROUNDING_BASE = 5;
/** How far a printed figure can lie from the true one. */
export const ROUNDING_ERROR = 2;
/** Below this many organisations no figure is printed at all. */
export const FEWEST_FOR_A_TOTAL = 10;
/** Smallest printed total beside which tables may stand. */
export const SMALLEST_TOTAL_FOR_TABLES = 15;
/** A table that shows fewer rows than this says nothing that is worth its page. */
export const FEWEST_FIGURES = 2;

/** Why a table is left out. For editor and guardian: a reader is told only that it is. */
export type LeftOutReason =
  | "population-too-small"
  | "too-few-figures"
  | "could-be-worked-back"
  | "shown-at-another-level";

/** @param count  organisations; whole, at least 0 */
export function rounded(count: number): number {
  return Math.round(count / ROUNDING_BASE) * ROUNDING_BASE;
}

/**
 * A count is printed where at least five organisations stand in it and at least five outside it.
 * Few outside is as telling as few inside: it says of every other organisation that it was hit.
 */
export function mayBePrinted(count: number, population: number): boolean {
  return count >= THRESHOLD && population - count >= THRESHOLD;
}

/**
 * Judges a table by what would be printed of it, and by nothing else, so that leaving it out tells a reader nothing
 * that the table itself would not.
 *
 * The promise kept by a table that passes: there is a world with the smallest population that rounds to `total` in
 * which everything printed is true and any one withheld row holds any number from 0 to 4 (or, where it must be large,
 * any number from 0 to 4 stands outside it). This holds for a reader who knows that everybody stands in some row, for
 * one who knows that nobody stands in two, and for an organisation that knows its own rows.
 * @param total     the printed number of organisations, a multiple of five
 * @param printed   the printed figures of the table
 * @param withheld  number of its withheld rows
 * @returns the reason to leave it out, or null where it may be shown
 */
export function judgePrintedTable(total: number, printed: readonly number[], withheld: number): LeftOutReason | null {
  if (total < SMALLEST_TOTAL_FOR_TABLES) return "population-too-small";
  if (printed.length < FEWEST_FIGURES) return "too-few-figures";
  return leavesRoom(total, printed, withheld) ? null : "could-be-worked-back";
}

function leavesRoom(total: number, printed: readonly number[], withheld: number): boolean {
  const smallest = total - ROUNDING_ERROR;
  const largest = total + ROUNDING_ERROR;
  // What the printed rows can hold together, at least and at most, in the smallest population.
  const least = sum(printed.map((figure) => Math.max(THRESHOLD, figure - ROUNDING_ERROR)));
  const most = sum(printed.map((figure) => Math.min(figure + ROUNDING_ERROR, smallest - THRESHOLD)));

  // A reader who knows that nobody stands in two rows can subtract, unless the figures themselves contradict it.
  const mayBeAPartition = least <= largest;
  // The withheld rows together must be able to hold five: four in one, and one that another contributor knows of.
  // Without withheld rows, one organisation that stands nowhere may know of itself.
  const roomAbove = withheld > 0 ? THRESHOLD : 1;
  if (mayBeAPartition && least + roomAbove > smallest) return false;
  if (withheld === 0) return true;

  // What the withheld rows hold together at least, if everybody stands in some row.
  const rest = smallest - most;
  // Alone, a withheld row must be dispensable, also for an organisation that stands in every printed row itself
  // and so knows how little of them is left for the others.
  if (withheld === 1) return rest + printed.length <= 1;
  // Several: none must be needed to reach the total, and together they must not be a small group known not to be empty.
  return rest <= 0 || (rest >= THRESHOLD && rest <= (THRESHOLD - 1) * (withheld - 1));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
