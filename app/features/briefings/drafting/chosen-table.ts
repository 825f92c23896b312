import type { CoarserLevel } from "#app/features/briefings/figures/table-advice.ts";

/** A table on the list, as a form sends it and as people call it. */
export interface ChosenTable {
  readonly value: string;
  readonly title: string;
}

/** One table's price: how much of it is withheld, and what a coarser one would cost. */
export interface MarkedTable {
  readonly id: string;
  readonly title: string;
  readonly cells: number;
  readonly withheld: number;
  readonly coarser: (Omit<CoarserLevel, "dimensions"> & { readonly title: string }) | null;
}
