import type { Corroboration } from "#app/features/taxonomy/codes.ts";
import type { Dimension } from "./dimensions.ts";
import type { CaseQuantities } from "./quantities.ts";

/** One case that counts, in codes, as the facets know it. */
export interface CountedRow {
  /** the organisation, or the group it belongs to: one umbrella counts once */
  readonly organisationKey: string;
  /** what it brings to sums and medians; left out where it brings nothing */
  readonly quantities?: CaseQuantities;
  /** the entry of the register that acted, by its code, and what the case rests on; left out where nobody has matched it */
  readonly institution?: { readonly code: string; readonly corroboration: Corroboration | null };
  readonly codes: Readonly<Partial<Record<Dimension, readonly string[]>>>;
}
