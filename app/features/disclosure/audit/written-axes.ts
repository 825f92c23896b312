import { SIZES } from "#app/features/disclosure/settings.ts";
import type { WrittenSplit, WrittenTable } from "./written-package.ts";

export interface Group {
  readonly measure: string;
  readonly tables: readonly WrittenTable[];
}

/** All tables of a measure together; in pairs where that would be too many figures. */
export function groupsOf(
  tables: readonly WrittenTable[],
  splits: ReadonlyMap<string, readonly WrittenSplit[]>,
  roots: ReadonlyMap<string, string>,
): { groups: Group[]; isComplete: boolean } {
  const measures = [...new Set(tables.map(({ measure }) => measure))];
  const whole = measures.map((measure) => ({ measure, tables: tables.filter((table) => table.measure === measure) }));
  const size = (group: Group) =>
    [...axesOf(group.tables, splits, roots).values()].reduce((all, codes) => all * codes.size, 1);
  if (whole.reduce((sum, group) => sum + size(group), 0) <= SIZES.closure) return { groups: whole, isComplete: true };
  const pairs = whole.flatMap(({ measure, tables: own }) =>
    own.flatMap((one, place) => own.slice(place).map((other) => ({ measure, tables: [one, other] }))),
  );
  return { groups: pairs, isComplete: false };
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
