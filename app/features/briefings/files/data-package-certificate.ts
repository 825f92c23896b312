import type { FirstRelease } from "#app/features/briefings/figures/first-release-tables.ts";
import type { Json } from "#app/kernel/json.ts";

/**
 * What was done to protect the figures, and only what was done: the rule of the first releases is an argument over the
 * printed figures (README of briefings), not a program that was solved. Fields of a solver stay empty until one runs.
 * @param digests  of every other file of the package
 */
export function certificateOf(
  figures: FirstRelease,
  release: { readonly slug: string; readonly releasedOn: string },
  digests: Readonly<Record<string, string>>,
): Json {
  const values = figures.tables.flatMap(({ cells }) => cells.map(({ value }) => value));
  const withheld = values.filter((value) => value === null).length;
  return {
    release: release.slug,
    date: release.releasedOn,
    method: "first release rule: organisations only, rounded to 5, one table a dimension; no solver was run",
    attackersCovered: ["a reader from outside", "any one organisation that was counted"],
    cells: { published: values.length - withheld, withheld },
    digests,
    earlierPackages: {},
    programsSolved: 0,
    leastRelativeWidth: null,
    gap: null,
    solverVersion: null,
    closureComplete: null,
  };
}
