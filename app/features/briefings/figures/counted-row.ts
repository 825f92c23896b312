import type { Dimension } from "./dimensions.ts";

/** One case that counts, in codes, as the facets know it. */
export interface CountedRow {
  /** the organisation, or the group it belongs to: one umbrella counts once */
  readonly organisationKey: string;
  readonly codes: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}
