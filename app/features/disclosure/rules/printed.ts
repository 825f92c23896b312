import type { Rules } from "#app/features/disclosure/settings.ts";
import type { Measure } from "#app/features/disclosure/tables/table-plan.ts";

/** What stands in a table for a true figure, and how far the truth can lie from it for somebody who knows the rule. */
export interface Printed {
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** Totals are rounded from the truth, never added up from rounded cells. Rounding protects nothing by itself here. */
export function printedFigure(value: number, measure: Measure, { rounding, m }: Rules): Printed {
  if (value === 0 || measure === "cases") return { value, least: value, most: value };
  if (measure === "organisations") return roundedOrganisations(value, rounding.organisations, m);
  const base = 10 ** (Math.floor(Math.log10(value)) + 1 - rounding.sum.significant);
  // Powers of ten below one are not exact in binary: the text form cuts what is left over.
  const shown = Number((Math.round(value / base) * base).toPrecision(rounding.sum.significant));
  return { value: shown, least: Math.min(value, shown - base / 2), most: Math.max(value, shown + base / 2) };
}

/** A printed five stands for five to seven, not for three: three would have been withheld, and readers know that. */
function roundedOrganisations(value: number, base: number, m: number): Printed {
  const shown = Math.max(Math.round(value / base) * base, base);
  const half = Math.floor(base / 2);
  return {
    value: shown,
    least: Math.min(value, Math.max(m, shown - half)),
    most: Math.max(value, shown + half),
  };
}
