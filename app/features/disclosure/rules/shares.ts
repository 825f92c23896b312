import type { Rules } from "#app/features/disclosure/settings.ts";
import { SHARES } from "#app/features/disclosure/settings.ts";
import type { Row } from "#app/features/disclosure/system/system.ts";
import type { Contributions } from "#app/features/disclosure/tables/contributions.ts";
import { total } from "#app/features/disclosure/tables/contributions.ts";
import { ownReasons } from "./primary.ts";

/** A percentage as it is printed, and how far the true one can lie from it. */
export interface PrintedShare {
  readonly percent: number;
  readonly halfWidth: number;
}

/** One side of a share: who stands behind it, and whether its own figure is printed. */
export interface ShareSide {
  readonly contributions: Contributions;
  readonly isPrinted: boolean;
}

/**
 * A share is printed where its numerator, its denominator and what lies between them may be printed: a share beside a
 * mark is a mark, for whoever has one of two figures and the share has the other.
 * @returns whole percent under 200, one decimal from there; null where it is withheld, or where the base is under ten
 */
export function printedShare(part: ShareSide, whole: ShareSide, rules: Rules): PrintedShare | null {
  if (!part.isPrinted || !whole.isPrinted) return null;
  const base = total(whole.contributions.values());
  if (base < SHARES.least || ownReasons(rest(part, whole), "cases", rules).length > 0) return null;
  const digits = base >= SHARES.decimalFrom ? 1 : 0;
  const percent = Number(((100 * total(part.contributions.values())) / base).toFixed(digits));
  return { percent, halfWidth: 0.5 * 10 ** -digits };
}

/** Those who are in the whole and not, or not with everything, in the part. */
function rest({ contributions: part }: ShareSide, { contributions: whole }: ShareSide): Contributions {
  const left = [...whole].map(([unit, amount]) => [unit, amount - (part.get(unit) ?? 0)] as const);
  return new Map(left.filter(([, amount]) => amount > 0));
}

/**
 * What a printed share tells a reader: `(s − h) · whole <= part <= (s + h) · whole`, as rows over deviations.
 * @param part   column of the numerator and its true value
 * @param whole  column of the denominator and its true value
 */
export function shareRows(
  { percent, halfWidth }: PrintedShare,
  part: { readonly column: number; readonly value: number },
  whole: { readonly column: number; readonly value: number },
): Row[] {
  const side = (limit: number) => ({ columns: [part.column, whole.column], coefficients: [1, -limit / 100] });
  const slack = (limit: number) => (limit / 100) * whole.value - part.value;
  const [least, most] = [percent - halfWidth, percent + halfWidth];
  return [
    { ...side(least), least: Math.min(0, slack(least)), most: Number.POSITIVE_INFINITY },
    { ...side(most), least: Number.NEGATIVE_INFINITY, most: Math.max(0, slack(most)) },
  ];
}
