import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import type { PrintedValue } from "./printed-value.ts";

/** What would be published about one report, as its reporter may know it. */
export interface OwnCoordinates {
  readonly caseId: string;
  readonly reference: string;
  /** the consent lets it count at all */
  readonly counts: boolean;
  readonly rows: readonly OwnCoordinate[];
  /** the briefing released last, or null */
  readonly newest: { readonly slug: string; readonly kicker: string } | null;
}

/** One row of one table in which the report would stand. */
export interface OwnCoordinate {
  readonly dimension: Dimension;
  readonly title: string;
  readonly code: string;
  readonly label: string;
  /** what everybody reads in that row of the newest briefing */
  readonly printed: PrintedValue | null;
}
