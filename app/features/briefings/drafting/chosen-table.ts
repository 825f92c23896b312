import type { CoarserLevel } from "#app/features/briefings/figures/table-advice.ts";

/** A table on the list, as a form sends it and as people call it. */
export interface ChosenTable {
  readonly value: string;
  readonly title: string;
}

/** What a list costs before it is computed, as its page says it. */
export interface ListCost {
  /** rounded as an estimate is */
  readonly seconds: number;
  /** longer than computing may take: it is refused */
  readonly isTooDear: boolean;
  /** what would save most: titles, and the seconds that the whole list would then take */
  readonly instead: readonly { readonly table: string; readonly by: string; readonly seconds: number }[];
}

/** One table's price: how much of it is withheld, and what a coarser one would cost. */
export interface MarkedTable {
  readonly id: string;
  readonly title: string;
  readonly cells: number;
  readonly withheld: number;
  readonly coarser: (Omit<CoarserLevel, "dimensions"> & { readonly title: string }) | null;
}
