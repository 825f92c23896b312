import { SIZES } from "#app/features/disclosure/settings.ts";
import { linkedDimensions, linkedPairs } from "#app/features/disclosure/tables/linked-dimensions.ts";
import type { WrittenSplit, WrittenTable } from "./written-package.ts";

export interface Group {
  readonly measure: string;
  readonly axes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly overlapping: ReadonlySet<string>;
}

/** Dimensions that tell something of each other, by measure; tables in pairs where that would be too many figures. */
export function groupsOf(
  tables: readonly WrittenTable[],
  splits: ReadonlyMap<string, readonly WrittenSplit[]>,
  roots: ReadonlyMap<string, string>,
): { groups: Group[]; isComplete: boolean } {
  const measures = [...new Set(tables.map(({ measure }) => measure))];
  const groups = (link: (measure: string, sets: string[][]) => string[][]) =>
    measures.flatMap((measure): Group[] => {
      const own = tables.filter((table) => table.measure === measure);
      const axes = axesOf(own, splits, roots);
      const overlapping = new Set(own.flatMap((table) => table.overlapping));
      const sets = own.map((table) => [...new Set([...table.dimensions, ...Object.keys(table.where)])]);
      return link(measure, sets).map((names) => ({
        measure,
        axes: new Map(names.map((name) => [name, axes.get(name) ?? new Set()])),
        overlapping,
      }));
    });
  const overlapping = new Set(tables.flatMap((table) => table.overlapping));
  const linked = groups((measure, sets) =>
    linkedDimensions(sets, measure === "organisations" ? new Set(sets.flat()) : overlapping),
  );
  const size = ({ axes }: Group) => [...axes.values()].reduce((all, codes) => all * codes.size, 1);
  if (linked.reduce((sum, group) => sum + size(group), 0) > SIZES.closure)
    return { groups: groups((_, sets) => linkedPairs(sets)), isComplete: false };
  const isMixed = measures.includes("organisations") && measures.includes("cases");
  return { groups: linked, isComplete: !(isMixed && linked.length > measures.length) };
}

/** Codes that the tables use, and those between them and the root. */
export function axesOf(
  tables: readonly WrittenTable[],
  splits: ReadonlyMap<string, readonly WrittenSplit[]>,
  roots: ReadonlyMap<string, string>,
): Map<string, Set<string>> {
  const axes = new Map<string, Set<string>>();
  const use = (name: string, code: string) =>
    axes.set(name, (axes.get(name) ?? new Set([roots.get(name) ?? ""])).add(code));
  for (const table of tables) {
    for (const [name, code] of Object.entries(table.where)) use(name, code);
    for (const { codes } of table.cells)
      for (const [place, name] of table.dimensions.entries()) use(name, codes[place] ?? "");
  }
  for (const [name, codes] of axes) {
    let size = 0;
    while (size < codes.size) {
      size = codes.size;
      const touched = (splits.get(name) ?? []).filter(([, children]) => children.some((child) => codes.has(child)));
      for (const [parent, children] of touched) for (const code of [parent, ...children]) codes.add(code);
    }
  }
  return axes;
}

export function* product(axes: ReadonlyMap<string, ReadonlySet<string>>): Generator<Record<string, string>> {
  const [first, ...rest] = axes;
  if (!first) return void (yield {});
  for (const others of product(new Map(rest))) for (const code of first[1]) yield { ...others, [first[0]]: code };
}

/** Codes by dimension, totals left out: the same figure in two tables has the same place. */
export function placeText(codes: Readonly<Record<string, string>>, roots: ReadonlyMap<string, string>): string {
  const named = Object.entries(codes).filter(([name, code]) => roots.get(name) !== code);
  return named
    .map(([name, code]) => `${name}=${code}`)
    .sort()
    .join("|");
}
