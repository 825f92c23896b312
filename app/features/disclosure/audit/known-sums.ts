import { ownReasons } from "#app/features/disclosure/rules/primary.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import type { Measure } from "#app/features/disclosure/tables/table-plan.ts";
import { type Failure, failure } from "./audit-report.ts";
import type { Facts } from "./facts.ts";

/** Sums that are printed by subtraction: everything else in their addition is known exactly. */
export function knownSums({ figures, rows }: Facts, rules: Rules): Failure[] {
  if (!rules.impliedAggregates) return [];
  const isExact = (place: number) => {
    const { printed } = figures[place]!;
    return printed !== null && printed[0] === printed[1];
  };
  return rows.flatMap(({ columns, least, most }) => {
    const whole = columns.at(-1)!;
    const parts = columns.slice(0, -1).filter((place) => !isExact(place));
    if (least !== 0 || most !== 0 || !isExact(whole) || parts.length < 2) return [];
    const together = new Map<string, number>();
    for (const part of parts)
      for (const [unit, amount] of figures[part]!.parts) together.set(unit, (together.get(unit) ?? 0) + amount);
    const measure = figures[whole]!.measure as Measure;
    return ownReasons(together, measure, rules).length > 0 ? [failure(figures[whole]!, [], "known-sum")] : [];
  });
}
