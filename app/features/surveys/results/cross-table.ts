import type { Estimate } from "#app/features/surveys/statistics/proportion.ts";
import type { Sample } from "./sample.ts";
import { newTally, type Tally } from "./tally.ts";
import { said, type Variable } from "./variable.ts";

export interface CrossCell {
  /** one of each variable, in their order */
  readonly codes: readonly string[];
  readonly count: number;
  /** of those who gave the codes of all variables but the last one; null where fewer than ten did */
  readonly share: Estimate | null;
}

export interface CrossTable {
  readonly variables: readonly Variable[];
  /** who answered every variable */
  readonly n: number;
  /** of every combination of the codes before the last, how many gave it */
  readonly rows: readonly {
    readonly codes: readonly string[];
    readonly n: number;
    readonly cells: readonly CrossCell[];
  }[];
}

/**
 * Answers to two or three questions together: of those who gave a code of the first, how many gave each code of the last.
 * An organisation that may give several codes stands in several rows.
 * @throws RangeError for another number of variables
 */
export function crossTable(variables: readonly Variable[], { respondents }: Sample): CrossTable {
  if (variables.length < 2 || variables.length > 3) throw new RangeError("a cross-table is of two or three questions");
  const [across, ...down] = [...variables].reverse() as [Variable, ...Variable[]];
  const sides = down.reverse();
  const tallies = new Map<string, Tally>();
  let n = 0;
  for (const respondent of respondents) {
    const all = variables.map((variable) => said(variable, respondent));
    if (!all.every((codes) => typeof codes !== "string")) continue;
    n += 1;
    const last = all.at(-1) as readonly string[];
    for (const row of combinations(all.slice(0, -1) as string[][])) {
      const tally = tallies.get(keyOf(row)) ?? newTally();
      tallies.set(keyOf(row), tally);
      tally.add(last, respondent.weight);
    }
  }
  const rows = combinations(sides.map(({ codes }) => codes)).map((row) => {
    const tally = tallies.get(keyOf(row)) ?? newTally();
    const cells = across.codes.map((code) => ({
      codes: [...row, code],
      count: tally.count(code),
      share: tally.share(code),
    }));
    return { codes: row, n: tally.n, cells };
  });
  return { variables, n, rows };
}

const keyOf = (codes: readonly string[]): string => codes.join("|");

function combinations(sides: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return sides.reduce<readonly (readonly string[])[]>(
    (rows, codes) => rows.flatMap((row) => codes.map((code) => [...row, code])),
    [[]],
  );
}
