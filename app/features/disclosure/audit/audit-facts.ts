import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { SIZES } from "#app/features/disclosure/settings.ts";
import type { Row } from "#app/features/disclosure/system/system.ts";
import { linkedDimensions, linkedPairs } from "#app/features/disclosure/tables/linked-dimensions.ts";
import type { WrittenPackage, WrittenSplit, WrittenTable } from "./written-package.ts";

/**
 * One figure that follows from the packages, with what they say of it and, for comparison only, the truth. The audit
 * builds this anew from what was written; it knows nothing of how the marks were chosen.
 */
export interface Figure {
  readonly measure: string;
  /** codes by dimension, totals left out */
  readonly place: string;
  readonly truth: number;
  readonly parts: ReadonlyMap<string, number>;
  /** what is printed: smallest and largest true figure behind it; null where it is withheld or in no table */
  readonly printed: readonly [least: number, most: number] | null;
  /** stands in a table, as a figure or as a mark */
  readonly isInTable: boolean;
  readonly whole: boolean;
}

export interface Facts {
  readonly figures: readonly Figure[];
  /** relations between figures by their place in the list, in deviations from the truth */
  readonly rows: readonly Row[];
  readonly isComplete: boolean;
}

/** A figure that one file prints and another withholds, that two files print differently, or that these records do not give. */
export class ContradictionError extends Error {}

interface Group {
  readonly measure: string;
  readonly axes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly overlapping: ReadonlySet<string>;
}

/** @param packages  of one cohort: this release and earlier ones of the same edition */
export function factsOf(
  packages: readonly WrittenPackage[],
  { records, trees, m }: { records: readonly MicroRecord[]; trees: Trees; m: number },
): Facts {
  const splits = new Map<string, WrittenSplit[]>();
  for (const one of packages)
    for (const [name, some] of one.splits) splits.set(name, [...(splits.get(name) ?? []), ...some]);
  const roots = new Map(packages.flatMap((one) => [...one.roots]));
  const tables = packages.flatMap((one) => one.tables);
  const { groups, isComplete } = groupsOf(tables, splits, roots);
  const counter = counterOf(records, trees, roots);
  const said = printedBy(tables, roots, m);
  const figures: Figure[] = [];
  const placeOf = new Map<string, number>();
  const rows = new Map<string, Row[]>();
  const at = (measure: string, codes: Record<string, string>): number => {
    const place = placeText(codes, roots);
    const key = `${measure} ${place}`;
    const known = placeOf.get(key);
    if (known !== undefined) return known;
    const parts = counter(measure, codes);
    const truth = [...parts.values()].reduce((sum, part) => sum + part, 0);
    const fact = said.get(key);
    if (fact && !isWithin(truth, fact)) throw new ContradictionError(key);
    figures.push({
      measure,
      place,
      truth,
      parts,
      printed: fact ?? null,
      isInTable: fact !== undefined,
      whole: !measure.startsWith("sum:"),
    });
    placeOf.set(key, figures.length - 1);
    return figures.length - 1;
  };
  for (const { measure, axes, overlapping } of groups) {
    for (const codes of product(axes)) {
      at(measure, codes);
      for (const [name, some] of splits) {
        for (const [parent, children] of some) {
          if (codes[name] !== parent || !children.every((child) => axes.get(name)?.has(child))) continue;
          const whole = at(measure, codes);
          const parts = children.map((child) => at(measure, { ...codes, [name]: child }));
          const adds = measure !== "organisations" && !overlapping.has(name);
          rows.set([whole, ...parts].join(), adds ? [sums(whole, parts)] : covers(whole, parts, figures));
        }
      }
    }
  }
  return { figures, rows: [...[...rows.values()].flat(), ...noMoreThanCases(figures)], isComplete };
}

const isWithin = (truth: number, [least, most]: readonly [number, number]): boolean =>
  truth >= least - 1e-9 * Math.max(1, truth) && truth <= most + 1e-9 * Math.max(1, truth);

/** Dimensions that tell something of each other, by measure; tables in pairs where that would be too many figures. */
function groupsOf(
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
function axesOf(
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

function* product(axes: ReadonlyMap<string, ReadonlySet<string>>): Generator<Record<string, string>> {
  const [first, ...rest] = axes;
  if (!first) return void (yield {});
  for (const others of product(new Map(rest))) for (const code of first[1]) yield { ...others, [first[0]]: code };
}

function placeText(codes: Readonly<Record<string, string>>, roots: ReadonlyMap<string, string>): string {
  const named = Object.entries(codes).filter(([name, code]) => roots.get(name) !== code);
  return named
    .map(([name, code]) => `${name}=${code}`)
    .sort()
    .join("|");
}

/** What all tables say of each figure. */
function printedBy(tables: readonly WrittenTable[], roots: ReadonlyMap<string, string>, m: number) {
  const said = new Map<string, readonly [number, number] | null>();
  for (const table of tables) {
    for (const { codes, value } of table.cells) {
      const named = {
        ...table.where,
        ...Object.fromEntries(table.dimensions.map((name, place) => [name, codes[place] ?? ""])),
      };
      const key = `${table.measure} ${placeText(named, roots)}`;
      const fact = value === null ? null : behind(value, table, m);
      const before = said.get(key);
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(fact)) throw new ContradictionError(key);
      said.set(key, fact);
    }
  }
  return said;
}

/** Which true figures round to a printed one. The threshold is public: a printed five is never a rounded three. */
function behind(value: number, { rounding, measure }: WrittenTable, m: number): readonly [number, number] {
  if (!rounding || value === 0) return [value, value];
  if (rounding.base) {
    const half = rounding.base % 2 === 0 ? rounding.base / 2 : (rounding.base - 1) / 2;
    return [measure === "organisations" ? Math.max(m, value - half) : value - half, value + half];
  }
  const unit = 10 ** (Math.floor(Math.log10(value)) + 1 - (rounding.significant ?? 1));
  return [value - unit / 2, value + unit / 2];
}

/** Counts by crossing lists of records, one list for each code. */
function counterOf(records: readonly MicroRecord[], trees: Trees, roots: ReadonlyMap<string, string>) {
  const having = new Map<string, Set<MicroRecord>>();
  for (const record of records) {
    for (const [name, leaves] of Object.entries(record.codes)) {
      for (const leaf of leaves) {
        for (const code of trees.get(name)?.above.get(leaf) ?? []) {
          const key = `${name} ${code}`;
          having.set(key, (having.get(key) ?? new Set()).add(record));
        }
      }
    }
  }
  return (measure: string, codes: Readonly<Record<string, string>>): Map<string, number> => {
    const wanted = Object.entries(codes)
      .filter(([name, code]) => roots.get(name) !== code)
      .map(([name, code]) => having.get(`${name} ${code}`) ?? new Set<MicroRecord>())
      .sort((a, b) => a.size - b.size);
    const [fewest = new Set(records), ...others] = wanted;
    const parts = new Map<string, number>();
    for (const record of fewest) {
      if (!others.every((set) => set.has(record))) continue;
      const amount = measure.startsWith("sum:") ? (record.amounts[measure.slice(4)] ?? 0) : 1;
      parts.set(record.unit, measure === "organisations" ? 1 : (parts.get(record.unit) ?? 0) + amount);
    }
    return parts;
  };
}

const sums = (whole: number, parts: readonly number[]): Row => ({
  columns: [...parts, whole],
  coefficients: [...parts.map(() => 1), -1],
  least: 0,
  most: 0,
});

/** The whole is no more than its parts together and no less than any of them. */
function covers(whole: number, parts: readonly number[], figures: readonly Figure[]): Row[] {
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

function noMoreThanCases(figures: readonly Figure[]): Row[] {
  const cases = new Map(
    figures.flatMap(({ measure, place }, index) => (measure === "cases" ? [[place, index] as const] : [])),
  );
  return figures.flatMap(({ measure, place }, index) => {
    const larger = measure === "organisations" ? cases.get(place) : undefined;
    return larger === undefined ? [] : [noMore(index, larger, figures)];
  });
}
