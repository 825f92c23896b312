import type { Row } from "#app/features/disclosure/system/system.ts";
import type { Figure } from "./facts.ts";

export const sums = (whole: number, parts: readonly number[]): Row => ({
  columns: [...parts, whole],
  coefficients: [...parts.map(() => 1), -1],
  least: 0,
  most: 0,
});

/** The whole is no more than its parts together and no less than any of them. */
export function covers(whole: number, parts: readonly number[], figures: readonly Figure[]): Row[] {
  const truth = (place: number) => figures[place]!.truth;
  const together = parts.reduce((sum, part) => sum + truth(part), 0);
  return [
    { ...sums(whole, parts), least: truth(whole) - together, most: Number.POSITIVE_INFINITY },
    ...parts.map((part) => noMore(part, whole, figures)),
  ];
}

const noMore = (smaller: number, larger: number, figures: readonly Figure[]): Row => ({
  columns: [larger, smaller],
  coefficients: [1, -1],
  least: figures[smaller]!.truth - figures[larger]!.truth,
  most: Number.POSITIVE_INFINITY,
});

export function noMoreThanCases(figures: readonly Figure[]): Row[] {
  const cases = new Map(
    figures.flatMap(({ measure, place }, index) => (measure === "cases" ? [[place, index] as const] : [])),
  );
  return figures.flatMap(({ measure, place }, index) => {
    const larger = measure === "organisations" ? cases.get(place) : undefined;
    return larger === undefined ? [] : [noMore(index, larger, figures)];
  });
}
