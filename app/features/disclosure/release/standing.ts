import type { WrittenPackage } from "#app/features/disclosure/audit/written-package.ts";
import type { Cohort } from "#app/features/disclosure/editions/cohort.ts";
import { MOST_RELEASES_A_COHORT } from "#app/features/disclosure/editions/earlier-releases.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { HeldReason, ProtectInput } from "#app/features/disclosure/protect-outcome.ts";
import { ownReasons } from "#app/features/disclosure/rules/primary.ts";
import { type Rules, SMALL_POPULATION } from "#app/features/disclosure/settings.ts";

/** Why nothing can be released, whatever its level; null where it is worth trying. */
export function whyNotAtAll(
  cohort: Cohort,
  packages: readonly WrittenPackage[],
  { spec, records: all }: Pick<ProtectInput, "spec" | "records">,
): { readonly reason: HeldReason; readonly details: readonly string[] } | null {
  const { edition, records, left, added } = cohort;
  const asked = spec.reissues ?? spec.cohort;
  if (asked !== undefined && !all.some(({ releasedIn }) => releasedIn.includes(asked)))
    return { reason: "cohort-changed", details: [`no record was counted in ${asked}`] };
  if (new Set(records.map(({ unit }) => unit)).size < SMALL_POPULATION.none)
    return { reason: "population-too-small", details: [] };
  const own = packages.filter((one) => one.edition === edition);
  const changed = [
    ...tooFew(left, "withdrawn since", spec.rules),
    ...tooFew(added, "added since", spec.rules),
    // Two sets of records under one name could not be told apart later.
    ...(left.length + added.length > 0 && own.length > 0 ? [`the name ${edition} is taken`] : []),
  ];
  if (changed.length > 0) return { reason: "cohort-changed", details: changed };
  return own.length >= MOST_RELEASES_A_COHORT ? { reason: "too-many-releases", details: [] } : null;
}

/** What makes the difference between two releases is a table itself: empty, or large enough to be one. */
function tooFew(records: readonly MicroRecord[], what: string, rules: Rules): string[] {
  const parts = new Map<string, number>();
  for (const { unit } of records) parts.set(unit, (parts.get(unit) ?? 0) + 1);
  return ownReasons(parts, "cases", rules).length > 0 ? [`${records.length} records were ${what}`] : [];
}
