import type { WrittenPackage, WrittenTable } from "#app/features/disclosure/audit/written-package.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { contributionsOf, total } from "#app/features/disclosure/tables/contributions.ts";
import { combinations, coordinatesOf, treeOf } from "#app/features/disclosure/tables/table-plan.ts";

/**
 * An extract prints its own margins: whoever has its rows can count them. So it is looked at as the release of these
 * tables: all quasi-identifiers together, each sensitive facet, and every table of the same records that was printed
 * before, as far as its dimensions are in the extract.
 * @param levels  of every dimension in the extract
 */
export function marginsOf(
  kept: readonly MicroRecord[],
  {
    edition,
    quasiIdentifiers,
    sensitive,
    levels,
    trees,
    packages,
  }: {
    edition: string;
    quasiIdentifiers: readonly string[];
    sensitive: readonly string[];
    levels: ReadonlyMap<string, number>;
    trees: Trees;
    packages: readonly WrittenPackage[];
  },
): WrittenPackage {
  const known = packages.flatMap(({ tables }) =>
    tables.map(({ dimensions, where }) => [...dimensions, ...Object.keys(where)].filter((name) => levels.has(name))),
  );
  const sets = [[...quasiIdentifiers], ...sensitive.map((name) => [name]), ...known];
  const distinct = new Map(sets.filter(({ length }) => length > 0).map((names) => [[...names].sort().join(), names]));
  const overlapping = [...levels.keys()].filter((name) => kept.some(({ codes }) => (codes[name]?.length ?? 0) > 1));
  const tables = [...distinct].map(([id, names]): WrittenTable => {
    const axes = names.map((name) => treeOf(name, trees).levels[levels.get(name)!]!.codes);
    const found = contributionsOf(
      kept,
      "cases",
      new Map(names.map((name, place) => [name, new Set(axes[place])])),
      trees,
    );
    const cells = combinations(axes).map((codes) => {
      const at = Object.fromEntries(names.map((name, place) => [name, codes[place]!]));
      return { codes, value: total((found.get(coordinatesOf(at, trees)) ?? new Map<string, number>()).values()) };
    });
    return { id, measure: "cases", dimensions: names, where: {}, overlapping, rounding: null, cells };
  });
  const splits = new Map(
    [...levels.keys()].map((name) => [
      name,
      treeOf(name, trees).splits.map(({ parent, children }) => [parent, children] as const),
    ]),
  );
  const roots = new Map([...levels.keys()].map((name) => [name, treeOf(name, trees).total]));
  return { edition, tables, shares: [], medians: [], splits, roots };
}
