import type { DerivedPlans } from "#app/features/disclosure/derived/derived-plan.ts";
import { derivedTables } from "#app/features/disclosure/derived/derived-tables.ts";
import { MEMBERSHIP } from "#app/features/disclosure/editions/membership.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Specification } from "#app/features/disclosure/input/specification.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { printedFigure } from "#app/features/disclosure/rules/printed.ts";
import type { Closure } from "#app/features/disclosure/system/closure.ts";
import type { Pattern, System } from "#app/features/disclosure/system/system.ts";
import { overlapping } from "#app/features/disclosure/tables/contributions.ts";
import {
  cellAt,
  combinations,
  coordinatesOf,
  isImpossible,
  type TablePlan,
  treeOf,
} from "#app/features/disclosure/tables/table-plan.ts";
import type { ReleasedCodes, ReleasedFigures, ReleasedTable } from "./release-figures.ts";

/** Where the marks stand. */
interface ProtectedSystem {
  readonly system: System;
  readonly pattern: Pattern;
  readonly plans: readonly TablePlan[];
  readonly derived: DerivedPlans;
  readonly closure: Closure;
}

interface Printing {
  readonly spec: Specification;
  readonly trees: Trees;
  readonly records: readonly MicroRecord[];
  readonly edition: string;
  readonly date: string;
}

/** The tables as they leave: rounded, and empty where the pattern withholds. Nothing finer than the chosen level. */
export function releasedFigures(
  { system, pattern, plans, derived, closure }: ProtectedSystem,
  { spec, trees, records, edition, date }: Printing,
): ReleasedFigures {
  const overlaps = overlapping(records);
  const byKey = new Map(system.columns.map((column) => [column.key, column]));
  const tables = plans.map((plan): ReleasedTable => {
    const [measure, of = null] = plan.measure.split(":") as [ReleasedTable["measure"], string?];
    const rows = combinations(plan.codes).map((codes) => {
      const { spot, value } = byKey.get(`${plan.measure}@${coordinatesOf(cellAt(plan, codes), trees)}`)!;
      if (isImpossible(plan, codes, trees)) return { codes, value: null, isImpossible: true };
      const shown = pattern[spot] === 1 ? null : printedFigure(value, plan.measure, spec.rules).value;
      return { codes, value: shown, isImpossible: false };
    });
    return {
      id: plan.id,
      measure,
      of,
      dimensions: plan.dimensions,
      where: visible(plan.where),
      rows,
      rounding: roundingOf(measure, spec),
      overlapping: [...plan.dimensions, ...Object.keys(visible(plan.where))].filter((name) => overlaps.has(name)),
    };
  });
  const more = derivedTables(derived, { system, pattern, records, trees, rules: spec.rules }).map((table) => ({
    ...table,
    where: visible(table.where),
  }));
  const codes = codesInUse(closure, spec, trees);
  return { release: spec.release, edition, date, tables: [...tables, ...more], codes };
}

/** In which editions a record was counted is nobody's to read. */
const visible = ({ [MEMBERSHIP]: _, ...where }: TablePlan["where"]): TablePlan["where"] => where;

function roundingOf(
  measure: ReleasedTable["measure"],
  { rules: { rounding } }: Specification,
): ReleasedTable["rounding"] {
  if (measure === "sum") return { significant: rounding.sum.significant };
  return measure === "organisations" && rounding.organisations > 1 ? { base: rounding.organisations } : null;
}

/** Only codes that some table uses, or that stand between two of them. */
function codesInUse({ boxes }: Closure, { dimensions }: Specification, trees: Trees): ReleasedCodes[] {
  const used = new Map<string, Set<string>>();
  for (const { codes } of boxes)
    for (const [name, own] of codes) used.set(name, new Set([...(used.get(name) ?? []), ...own]));
  used.delete(MEMBERSHIP);
  return [...used]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([dimension, codes]) => {
      const { total, splits } = treeOf(dimension, trees);
      const inUse = splits.filter(
        ({ parent, children }) => codes.has(parent) && children.every((child) => codes.has(child)),
      );
      return { dimension, total, splits: inUse, labels: dimensions[dimension]?.labels ?? {} };
    });
}
