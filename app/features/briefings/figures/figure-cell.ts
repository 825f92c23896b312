import type { ProtectedCell, ProtectedTable } from "./protected-release.ts";
import type { Measure } from "./table-choice.ts";

/** What a figure says: one of the measures of cases, or how many organisations gave an answer in a survey. */
export type Counted = Measure | "answers";

/** One figure of a release, whatever it is about. `value` is null where it is withheld or a band. */
export interface FigureCell extends ProtectedCell, Pick<ProtectedTable, "of"> {
  readonly measure: Counted;
  /** of how many who were asked in a survey; null where that is withheld, left out where nobody was asked */
  readonly base?: number | null;
}

/** A table as texts, asks and large figures point into it: cases and surveys are alike to them. */
export interface FigureTable {
  readonly id: string;
  readonly cells: readonly FigureCell[];
}
