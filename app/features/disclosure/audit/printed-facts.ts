import { placeText } from "./written-axes.ts";
import type { WrittenTable } from "./written-package.ts";

/** A figure that one file prints and another withholds, that two files print differently, or that these records do not give. */
export class ContradictionError extends Error {}

/** The solver's figures are exact to seven digits; what is printed, to the last. */
export const isWithin = (truth: number, [least, most]: readonly [number, number]): boolean =>
  truth >= least - 1e-9 * Math.max(1, truth) && truth <= most + 1e-9 * Math.max(1, truth);

/** What all tables say of each figure. */
export function printedBy(tables: readonly WrittenTable[], roots: ReadonlyMap<string, string>, m: number) {
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
