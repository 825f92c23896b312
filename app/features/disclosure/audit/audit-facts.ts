import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import type { Row } from "#app/features/disclosure/system/system.ts";
import { derivedRows } from "./derived-facts.ts";
import { covers, noMoreThanCases, sums } from "./fact-rows.ts";
import type { Facts, Figure } from "./facts.ts";
import { ContradictionError, isWithin, printedBy } from "./printed-facts.ts";
import { counterOf } from "./true-figures.ts";
import { groupsOf, placeText, product } from "./written-axes.ts";
import type { WrittenPackage, WrittenSplit } from "./written-package.ts";

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
  const derived = packages.flatMap((one) => derivedRows(one, { figures, placeOf, roots, m }));
  return { figures, rows: [...[...rows.values()].flat(), ...noMoreThanCases(figures), ...derived], isComplete };
}
