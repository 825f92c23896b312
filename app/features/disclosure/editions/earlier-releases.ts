import type { WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import type { SharePlan } from "#app/features/disclosure/derived/derived-plan.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import type { EarlierStatus } from "#app/features/disclosure/system/system-input.ts";
import { coordinatesOf, type Measure, type TablePlan } from "#app/features/disclosure/tables/table-plan.ts";

/** Ad-hoc releases on one cohort: each narrows what may still be asked. */
export const MOST_RELEASES_A_COHORT = 20;

/**
 * What earlier releases of the same cohort said of each place. Published stays published and withheld stays withheld,
 * whatever table prints it now and whatever the profile.
 */
export function earlierStatus(packages: readonly WrittenPackage[], trees: Trees): EarlierStatus {
  const status = new Map<string, "published" | "withheld">();
  for (const { tables } of packages) {
    for (const { dimensions, where, cells } of tables) {
      for (const { codes, value } of cells) {
        const named = Object.fromEntries(dimensions.map((name, place) => [name, codes[place] ?? ""]));
        status.set(coordinatesOf({ ...where, ...named }, trees), value === null ? "withheld" : "published");
      }
    }
  }
  return status;
}

/** Earlier tables as plans, so that their cells stand in the same system as the new ones. */
export function earlierPlans(packages: readonly WrittenPackage[]): TablePlan[] {
  return packages.flatMap(({ tables }) =>
    tables.map(({ id, measure, dimensions, where, cells }) => ({
      id: earlierId(id),
      measure: measure as Measure,
      dimensions,
      where,
      codes: dimensions.map((_, place) => [...new Set(cells.map(({ codes }) => codes[place] ?? ""))]),
      neverWithhold: new Set<string>(),
    })),
  );
}

/** Earlier shares, over the tables of their own package: what they say of two figures is known for good. */
export function earlierShares(packages: readonly WrittenPackage[]): SharePlan[] {
  return packages.flatMap((one) => {
    const plans = earlierPlans([one]);
    const planOf = (id: string) => plans.find((plan) => plan.id === earlierId(id));
    return one.shares.flatMap((share) => {
      const [part, whole] = [planOf(share.part), planOf(share.whole)];
      return part && whole ? [{ id: earlierId(`${share.part} in ${share.whole}`), part, whole }] : [];
    });
  });
}

const earlierId = (id: string): string => `earlier ${id}`;

/** Names of dimensions or codes of earlier tables that the specification no longer has: then nothing can be compared. */
export function unknownNames(packages: readonly WrittenPackage[], trees: Trees): string[] {
  return packages.flatMap(({ tables }) =>
    tables.flatMap(({ id, dimensions, cells }) =>
      dimensions.flatMap((name, place) => {
        const known = trees.get(name)?.codes;
        if (!known) return [`${id}: ${name}`];
        return cells.every(({ codes }) => known.includes(codes[place] ?? "")) ? [] : [`${id}: codes of ${name}`];
      }),
    ),
  );
}
