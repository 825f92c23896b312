import { describe, expect, test } from "vitest";
import { judgePrintedTable, mayBePrinted, rounded } from "#app/features/briefings/figures/first-release-rule.ts";
import {
  canStand,
  eachOf,
  figuresBeside,
  type Knowledge,
  OUTSIDER,
  placesOf,
  type Reader,
  standsIn,
  truthsOf,
  upTo,
} from "./margins.ts";

/** A table as it is printed: the figures first, then the marks. */
interface Printed {
  readonly total: number;
  readonly figures: readonly number[];
  readonly withheld: number;
}

/** Everything that may have been counted under a printed table, with everybody who may be reading it. */
function eachTruth(
  { total, figures, withheld }: Printed,
  population: number,
  knowledge: Knowledge,
  visit: (rows: readonly number[], reader: Reader) => void,
): void {
  const values = [...figures, ...new Array<null>(withheld).fill(null)];
  const readers = [...placesOf(values.length, knowledge), OUTSIDER];
  if (rounded(population) !== total) return;
  eachOf(
    values.map((value) => truthsOf(value, population)),
    (rows) => {
      if (!canStand(population, rows, knowledge)) return;
      for (const reader of readers) if (canStand(population, rows, knowledge, reader)) visit(rows, reader);
    },
  );
}

/** The groups nobody may narrow down: each withheld row and, where rows add up, the withheld rows together. */
function groupsOf({ figures, withheld }: Printed, { nobodyStandsInTwo }: Knowledge): number[][] {
  const rows = upTo(withheld - 1).map((place) => figures.length + place);
  return nobodyStandsInTwo && withheld > 1 ? [...rows.map((row) => [row]), rows] : rows.map((row) => [row]);
}

/** What a reader may not rule out: 0 to 4 in the group or, where it is large, 0 to 4 outside it, besides itself. */
function mustStayOpen(
  reader: Reader,
  group: readonly number[],
  count: number,
  population: number,
  truly: number,
): number[] {
  const own = group.some((row) => standsIn(reader, row));
  if (count < 5) return own ? [1, 2, 3, 4] : [0, 1, 2, 3, 4];
  if (truly - count >= 5) return [];
  return (own || reader === OUTSIDER ? [0, 1, 2, 3, 4] : [1, 2, 3, 4]).map((outside) => population - outside);
}

/**
 * What some reader could rule out. Only populations of the smallest size are let in as alternatives: as every table has
 * one of that size, tables beside each other, linked by nothing but the population, cannot help the reader either.
 */
function breaches(printed: Printed, knowledge: Knowledge): string[] {
  const smallest = printed.total - 2;
  const groups = groupsOf(printed, knowledge);
  const sumOf = (rows: readonly number[], group: readonly number[]) =>
    group.reduce((all, row) => all + (rows[row] ?? 0), 0);
  const open = new Map<Reader, Set<number>[]>();
  eachTruth(printed, smallest, knowledge, (rows, reader) => {
    const known = open.get(reader) ?? groups.map(() => new Set<number>());
    for (const [place, group] of groups.entries()) known[place]?.add(sumOf(rows, group));
    open.set(reader, known);
  });
  const found = new Set<string>();
  for (let population = smallest; population <= printed.total + 2; population += 1) {
    eachTruth(printed, population, knowledge, (rows, reader) => {
      const known = open.get(reader);
      if (!known) found.add(`${reader} knows that there are more than ${smallest}`);
      groups.forEach((group, place) => {
        const needed = mustStayOpen(reader, group, sumOf(rows, group), smallest, population);
        for (const value of needed)
          if (!known?.[place]?.has(value)) found.add(`${reader} knows that rows ${group} do not hold ${value}`);
      });
    });
  }
  return [...found].map((breach) => `${JSON.stringify(printed)}: ${breach}`);
}

/** Tables whose figures go far beyond their total are left out of the walk: there, every row can be spared. */
function allShown(total: number, figures: number, withheld: number): Printed[] {
  return figuresBeside(total, figures)
    .filter((list) => list.reduce((all, figure) => all + figure, 0) <= total + 10)
    .filter((list) => judgePrintedTable(total, list, withheld) === null)
    .map((list) => ({ total, figures: list, withheld }));
}

describe("of a table that may be shown, nobody can narrow down what is withheld", () => {
  const SHAPES = [
    [2, 0],
    [2, 1],
    [2, 2],
    [3, 0],
    [3, 1],
    [4, 1],
  ] as const;
  const TOTALS = [15, 20, 30] as const;
  const CASES = TOTALS.flatMap((total) => SHAPES.map(([figures, withheld]) => [figures, withheld, total] as const));
  test.each(CASES)("%i figures and %i marks beside a total of %i", (figures, withheld, total) => {
    for (const everybodyStandsInARow of [false, true]) {
      const knowledge = { everybodyStandsInARow, nobodyStandsInTwo: false };
      expect(allShown(total, figures, withheld).flatMap((printed) => breaches(printed, knowledge))).toEqual([]);
    }
  });

  const ADDING_UP = [...SHAPES, [2, 3], [3, 2], [3, 3], [4, 2]] as const;
  const CASES_ADDING_UP = TOTALS.flatMap((total) =>
    ADDING_UP.map(([figures, withheld]) => [figures, withheld, total] as const),
  );
  test.each(CASES_ADDING_UP)(
    "nor with %i figures and %i marks, where the rows add up to about %i",
    (figures, withheld, total) => {
      for (const everybodyStandsInARow of [false, true]) {
        const knowledge = { everybodyStandsInARow, nobodyStandsInTwo: true };
        expect(allShown(total, figures, withheld).flatMap((printed) => breaches(printed, knowledge))).toEqual([]);
      }
    },
  );
});

test("rows can be filled by a population exactly when dealing organisations to them says so", () => {
  for (const everybodyStandsInARow of [false, true]) {
    for (const nobodyStandsInTwo of [false, true]) {
      const knowledge = { everybodyStandsInARow, nobodyStandsInTwo };
      const dealt = new Set<string>();
      const deal = (left: number, rows: number[]): void => {
        dealt.add(`${4 - left}:${rows}`);
        if (left === 0) return;
        for (const place of placesOf(3, knowledge))
          deal(
            left - 1,
            rows.map((count, row) => count + ((place >> row) & 1)),
          );
      };
      deal(4, [0, 0, 0]);
      const said: string[] = [];
      for (const population of upTo(4))
        eachOf(
          [upTo(4), upTo(4), upTo(4)],
          (rows) => canStand(population, rows, knowledge) && said.push(`${population}:${rows}`),
        );
      expect(said.sort()).toEqual([...dealt].sort());
    }
  }
});

describe("a count", () => {
  test("is printed only with five organisations inside it and five outside", () => {
    expect([4, 5, 15, 16].map((count) => mayBePrinted(count, 20))).toEqual([false, true, true, false]);
  });
  test("is rounded to the nearest five", () => {
    expect([5, 7, 8, 12, 13].map(rounded)).toEqual([5, 5, 10, 10, 15]);
  });
});

describe("a table", () => {
  test("is left out under fifteen organisations", () => {
    expect(judgePrintedTable(10, [5, 5], 0)).toBe("population-too-small");
  });
  test("is left out where fewer than two of its rows can be printed", () => {
    expect(judgePrintedTable(40, [20], 3)).toBe("too-few-figures");
  });
  test("is left out where the total would bring a lone withheld row to light", () => {
    expect(judgePrintedTable(40, [20, 10], 1)).toBe("could-be-worked-back");
  });
  test("is left out where the rows fill the total, so that the withheld ones must be empty", () => {
    expect(judgePrintedTable(30, [10, 10, 10, 10], 2)).toBe("could-be-worked-back");
  });
  test("is shown where organisations stand in many rows", () => {
    expect(judgePrintedTable(60, [45, 30, 20, 15], 3)).toBeNull();
  });
});
