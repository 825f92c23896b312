import { ownReasons, type Reason } from "#app/features/disclosure/rules/primary.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import { SHARES } from "#app/features/disclosure/settings.ts";
import type { Row } from "#app/features/disclosure/system/system.ts";
import type { Contributions } from "#app/features/disclosure/tables/contributions.ts";
import { total } from "#app/features/disclosure/tables/contributions.ts";

/** A percentage as it is printed, and how far the true one can lie from it. */
export interface PrintedShare {
  readonly percent: number;
  readonly halfWidth: number;
}

/** One side of a share: who stands behind it, and the least that its printed figure may stand for; null where it is a mark. */
export interface ShareSide {
  readonly contributions: Contributions;
  readonly surely: number | null;
}

/**
 * A share is printed where its numerator, its denominator and what lies between them may be printed: a share beside a
 * mark is a mark, for whoever has one of two figures and the share has the other. Size is judged by what is printed, so
 * that neither a decimal nor a missing share tells more than the figures do.
 * @returns whole percent under 200, one decimal from there; null where it is withheld, or where the base is under ten
 */
export function printedShare(part: ShareSide, whole: ShareSide, rules: Rules): PrintedShare | null {
  if (part.surely === null || whole.surely === null || whole.surely < SHARES.least) return null;
  if (whyTheRestIsExposed(part.contributions, whole.contributions, rules).length > 0) return null;
  const digits = whole.surely >= SHARES.decimalFrom ? 1 : 0;
  const share = (100 * total(part.contributions.values())) / total(whole.contributions.values());
  return { percent: Number(share.toFixed(digits)), halfWidth: 0.5 * 10 ** -digits };
}

/** A share prints what it leaves out as well: where that may not be printed, the numerator is withheld before the share. */
export function whyTheRestIsExposed(part: Contributions, whole: Contributions, rules: Rules): Reason[] {
  return ownReasons(rest(part, whole), "cases", rules);
}

/** Those who are in the whole and not, or not with everything, in the part. */
function rest(part: Contributions, whole: Contributions): Contributions {
  const left = [...whole].map(([unit, amount]) => [unit, amount - (part.get(unit) ?? 0)] as const);
  return new Map(left.filter(([, amount]) => amount > 0));
}

/**
 * What a printed share tells a reader: `least · whole <= part <= most · whole`, as rows over deviations.
 * @param band   ends of the share in percent
 * @param part   column of the numerator and its true value
 * @param whole  column of the denominator and its true value
 * @returns nothing for a figure's share of itself, which stands in the margin of a table of two sides: it tells nothing, and
 *          a row that names a column twice is none to the solver
 */
export function shareRows(
  [least, most]: readonly [number, number],
  part: { readonly column: number; readonly value: number },
  whole: { readonly column: number; readonly value: number },
): Row[] {
  if (part.column === whole.column) return [];
  const side = (limit: number) => ({ columns: [part.column, whole.column], coefficients: [1, -limit / 100] });
  const slack = (limit: number) => (limit / 100) * whole.value - part.value;
  return [
    { ...side(least), least: Math.min(0, slack(least)), most: Number.POSITIVE_INFINITY },
    { ...side(most), least: Number.NEGATIVE_INFINITY, most: Math.max(0, slack(most)) },
  ];
}
