import { leastSumBehind, organisationsBehind } from "#app/features/disclosure/derived/median-band.ts";
import { shareRows } from "#app/features/disclosure/derived/printed-share.ts";
import type { Row } from "#app/features/disclosure/system/system.ts";
import type { Figure } from "./facts.ts";
import { ContradictionError, isWithin } from "./printed-facts.ts";
import { placeText } from "./written-axes.ts";
import type { WrittenMedian, WrittenPackage, WrittenShare, WrittenTable } from "./written-package.ts";

interface Known {
  readonly figures: readonly Figure[];
  /** places in the list of figures, by measure and place */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly roots: ReadonlyMap<string, string>;
  readonly m: number;
}

/** What shares and bands of medians tell about figures, as rows over deviations. */
export function derivedRows({ tables, shares, medians }: WrittenPackage, known: Known): Row[] {
  const tableOf = (id: string) => tables.find((table) => table.id === id);
  return [
    ...shares.flatMap((share) => rowsOfShare(share, tableOf(share.part), tableOf(share.whole), known)),
    ...medians.flatMap((median) => rowsOfMedian(median, tableOf(median.beside), known)),
  ];
}

function rowsOfShare(
  { dimensions, cells }: WrittenShare,
  part: WrittenTable | undefined,
  whole: WrittenTable | undefined,
  known: Known,
): Row[] {
  if (!part || !whole) throw new Error("the package has a share of a table that it has not");
  return cells.flatMap(({ codes, band }) => {
    if (!band) return [];
    const fixed = fixedIn(dimensions, codes);
    const [one, all] = [part, whole].map((table) => known.placeOf.get(keyIn(table, fixed, table.measure, known)));
    if (one === undefined || all === undefined) throw new Error("the package has a share of cells that it has not");
    // All columns of a row together are their own whole: that share tells nothing, and no program takes a column twice.
    if (one === all) return [];
    const [truth, base] = [known.figures[one]!.truth, known.figures[all]!.truth];
    if (!isWithin((100 * truth) / base, band)) throw new ContradictionError(`share ${known.figures[one]!.place}`);
    return shareRows(band, { column: one, value: truth }, { column: all, value: base });
  });
}

/** A printed band proves organisations behind it, and a sum: enough of them stand above its lower end. */
function rowsOfMedian(
  { of, quantile, dimensions, cells }: WrittenMedian,
  beside: WrittenTable | undefined,
  known: Known,
): Row[] {
  if (!beside) throw new Error("the package has a median beside a table that it has not");
  const behind = organisationsBehind(quantile, known.m);
  return cells.flatMap(({ codes, band }) => {
    if (!band) return [];
    const fixed = fixedIn(dimensions, codes);
    const least = { [`sum:${of}`]: leastSumBehind({ least: band[0] }, known.m), organisations: behind, cases: behind };
    return Object.entries(least).flatMap(([measure, bound]) => {
      const place = known.placeOf.get(keyIn(beside, fixed, measure, known));
      return place === undefined ? [] : [atLeast(place, bound, known)];
    });
  });
}

function atLeast(place: number, bound: number, { figures }: Known): Row {
  const { truth, measure, place: codes } = figures[place]!;
  if (truth < bound) throw new ContradictionError(`median ${measure} ${codes}`);
  return { columns: [place], coefficients: [1], least: bound - truth, most: Number.POSITIVE_INFINITY };
}

const fixedIn = (dimensions: readonly string[], codes: readonly string[]): Record<string, string> =>
  Object.fromEntries(dimensions.map((name, place) => [name, codes[place] ?? ""]));

/** Where a derived cell lies in one of its tables: only by the dimensions which that table has. */
function keyIn(
  { dimensions, where }: WrittenTable,
  fixed: Readonly<Record<string, string>>,
  measure: string,
  { roots }: Known,
): string {
  const own = Object.fromEntries(dimensions.map((name) => [name, fixed[name] ?? ""]));
  return `${measure} ${placeText({ ...where, ...own }, roots)}`;
}
