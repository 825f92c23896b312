import type { Row } from "#app/features/disclosure/system/system.ts";

/**
 * One figure that follows from the packages, with what they say of it and, for comparison only, the truth. The audit
 * builds this anew from what was written; it knows nothing of how the marks were chosen.
 */
export interface Figure {
  readonly measure: string;
  /** codes by dimension, totals left out */
  readonly place: string;
  readonly truth: number;
  readonly parts: ReadonlyMap<string, number>;
  /** what is printed: smallest and largest true figure behind it; null where it is withheld or in no table */
  readonly printed: readonly [least: number, most: number] | null;
  /** stands in a table, as a figure or as a mark */
  readonly isInTable: boolean;
  readonly whole: boolean;
}

export interface Facts {
  readonly figures: readonly Figure[];
  /** relations between figures by their place in the list, in deviations from the truth */
  readonly rows: readonly Row[];
  readonly isComplete: boolean;
}
