import type { Rules } from "#app/features/disclosure/settings.ts";
import { type Contributions, sizes, total } from "#app/features/disclosure/tables/contributions.ts";
import type { Measure } from "#app/features/disclosure/tables/table-plan.ts";

/** Why a cell is withheld. For the guardian only: a reader learns that it is, never why. */
export type Reason = "threshold" | "complement" | "dominance" | "homogeneity" | "implied" | "earlier";

/**
 * Threshold rule: a figure rests on at least `m` organisations, or on none.
 * @see Hundepool et al. (2012), minimum frequency rule, counted in contributors
 */
export function isBelowThreshold(organisations: number, m: number): boolean {
  return organisations > 0 && organisations < m;
}

/**
 * p% rule with a coalition: whoever knows its own figure, and those of `coalition` others, must not know the largest
 * contribution to within p percent. What is left when the largest and the colluders are taken away is its only cover.
 * @param parts  contributions, largest first
 * @see Hundepool et al. (2012), p% rule; Cox (1981)
 */
export function isDominated(parts: readonly number[], { p, coalition }: Pick<Rules, "p" | "coalition">): boolean {
  const [largest = 0] = parts;
  return largest > 0 && cover(parts, coalition) < (p / 100) * largest;
}

/** What hides the largest contribution from the next `coalition`: everything below them. */
export function cover(parts: readonly number[], coalition: number): number {
  return total(parts.slice(coalition + 1));
}

/** Reasons that a cell has by itself, whatever stands around it. */
export function ownReasons(contributions: Contributions, measure: Measure, rules: Rules): Reason[] {
  const reasons: Reason[] = [];
  if (isBelowThreshold(contributions.size, rules.m)) reasons.push("threshold");
  // A number of organisations has no large contributors: each adds one.
  if (measure !== "organisations" && isDominated(sizes(contributions), rules)) reasons.push("dominance");
  return reasons;
}

/**
 * Group disclosure: nearly everybody in a margin shares one sensitive category, so that knowing somebody is in the
 * margin is knowing the category.
 * @param categories  organisations in each category of the margin
 */
export function isHomogeneous(categories: readonly number[], margin: number, most: number): boolean {
  return categories.length > 1 && margin > 0 && Math.max(...categories) > most * margin;
}
