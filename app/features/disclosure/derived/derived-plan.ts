import type { DerivedSpec, MedianSpec, ShareSpec } from "#app/features/disclosure/input/derived-spec.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { cellAt, combinations, coordinatesOf, type TablePlan } from "#app/features/disclosure/tables/table-plan.ts";

/** A share of two tables, at the levels at which both are printed. */
export interface SharePlan extends Omit<ShareSpec, "part" | "whole" | "measure"> {
  readonly part: TablePlan;
  readonly whole: TablePlan;
}

/** A quantile printed beside a table, at its level. */
export interface MedianPlan extends Omit<MedianSpec, "beside" | "measure"> {
  readonly beside: TablePlan;
}

export interface DerivedPlans {
  readonly shares: readonly SharePlan[];
  readonly medians: readonly MedianPlan[];
}

export const NOTHING_DERIVED: DerivedPlans = { shares: [], medians: [] };

/** What is derived has no level of its own: it follows the tables it is made of. */
export function derivedPlans({ shares, medians }: DerivedSpec, plans: readonly TablePlan[]): DerivedPlans {
  const planOf = (id: string) => plans.find((plan) => plan.id === id)!;
  return {
    shares: shares.map(({ id, part, whole }) => ({ id, part: planOf(part), whole: planOf(whole) })),
    medians: medians.map(({ beside, measure: _, ...median }) => ({ ...median, beside: planOf(beside) })),
  };
}

/** One share: the cell it is of, and the two places among all cells of the release. */
export interface ShareCell {
  readonly codes: readonly string[];
  readonly part: string;
  readonly whole: string;
}

/** Every cell of a share for which both tables have one. */
export function shareCells({ part, whole }: Pick<SharePlan, "part" | "whole">, trees: Trees): ShareCell[] {
  return combinations(part.codes).flatMap((codes) => {
    const own = whole.dimensions.map((name) => codes[part.dimensions.indexOf(name)] ?? "");
    if (!own.every((code, place) => whole.codes[place]?.includes(code))) return [];
    return [
      {
        codes,
        part: coordinatesOf(cellAt(part, codes), trees),
        whole: coordinatesOf(cellAt(whole, own), trees),
      },
    ];
  });
}
