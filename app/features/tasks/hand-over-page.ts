/** Who has what to give away, and who can take it. */
export interface HandOverPageData {
  readonly from: readonly {
    readonly id: string;
    readonly handle: string;
    readonly isLocked: boolean;
    /** open ones */
    readonly tasks: number;
    /** also those that have ended: their keys lie with this person too */
    readonly cases: number;
  }[];
  readonly to: readonly { readonly id: string; readonly handle: string; readonly isLead: boolean }[];
}
