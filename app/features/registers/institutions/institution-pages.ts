import type { InstitutionState, RightOfReply } from "./institution.ts";

export const INSTITUTIONS_PAGE_SIZE = 50;

/** A line of the register, in the words of one language. */
export interface InstitutionRow {
  readonly id: string;
  readonly name: string;
  /** how many other spellings it has */
  readonly spellings: number;
  readonly country: string | null;
  readonly type: string | null;
  /** the group it belongs to */
  readonly group: string | null;
  readonly state: InstitutionState;
}

export interface InstitutionListData {
  readonly rows: readonly InstitutionRow[];
  /** how many were found */
  readonly total: number;
  readonly page: number;
  /** over the whole register */
  readonly all: number;
  readonly forReview: number;
  readonly words: string;
  readonly mayWrite: boolean;
}

interface NamedEntry {
  readonly id: string;
  readonly name: string;
}

/** One institution, in the words of one language. */
export interface InstitutionPageData {
  readonly id: string;
  readonly version: number;
  readonly names: readonly string[];
  readonly country: string | null;
  readonly type: string | null;
  readonly bic: string | null;
  readonly lei: string | null;
  readonly state: InstitutionState;
  /** the nearest first */
  readonly groups: readonly NamedEntry[];
  readonly members: readonly NamedEntry[];
  /** where this is only a spelling of another: that one */
  readonly foldedInto: NamedEntry | null;
  readonly reply: RightOfReply | null;
  readonly mayWrite: boolean;
}

/** What a form of an institution offers to choose from. */
export interface InstitutionChoices {
  readonly countries: readonly Choice[];
  readonly types: readonly Choice[];
  /** groups it can belong to */
  readonly groups: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}
