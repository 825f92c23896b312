import { ownReasons, type Reason } from "#app/features/disclosure/rules/primary.ts";
import {
  notComputed,
  type ProtectionLevel,
  protectionLevel,
} from "#app/features/disclosure/rules/protection-levels.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import type { Measure } from "#app/features/disclosure/tables/table-plan.ts";
import type { Facts } from "./facts.ts";

/** A figure that must not be computed, by its place among the figures, and the room it needs. */
export interface Sensitive {
  readonly place: number;
  readonly reasons: readonly Reason[];
  readonly level: ProtectionLevel;
}

/** Shared status: what one measure finds sensitive is sensitive for all measures at the same place. */
export function sensitiveOf(
  { figures }: Facts,
  rules: Rules,
  extra: ReadonlyMap<string, readonly Reason[]>,
): Sensitive[] {
  const reasons = new Map<string, Set<Reason>>();
  for (const { measure, place, parts } of figures) {
    const own = [...ownReasons(parts, measure as Measure, rules), ...(extra.get(place) ?? [])];
    reasons.set(place, new Set([...(reasons.get(place) ?? []), ...own]));
  }
  return figures.flatMap((figure, place) => {
    const own = [...(reasons.get(figure.place) ?? [])].sort();
    if (own.length === 0 || figure.truth === 0) return [];
    const level = figure.isInTable
      ? protectionLevel(figure.parts, own, rules, figure.whole)
      : notComputed(figure.truth, rules);
    return [{ place, reasons: own, level }];
  });
}
