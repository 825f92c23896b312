import type { Dimension } from "./dimensions.ts";
import type { CaseQuantities } from "./quantities.ts";

/** One case that counts, in codes, as the facets know it. */
export interface CountedRow {
  /** the organisation, or the group it belongs to: one umbrella counts once */
  readonly organisationKey: string;
  /** what it brings to sums and medians; left out where it brings nothing */
  readonly quantities?: CaseQuantities;
  readonly codes: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}
