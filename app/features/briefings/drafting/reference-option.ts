/** A figure that a text can point to, ready to be copied. */
export interface ReferenceCell {
  /** as it is written into a text */
  readonly reference: string;
  readonly label: string;
  /** what it prints today, in the reader's language */
  readonly printed: string;
}

export interface ReferenceTable {
  /** empty for the number of all organisations, which stands in no table */
  readonly title: string;
  readonly cells: readonly ReferenceCell[];
}

/** Numbers of one place that no table holds, each with the printed figure next to it. */
export interface ShownNotice {
  /** language and part, such as `fr.claim` */
  readonly place: string;
  readonly numbers: readonly ShownNumber[];
}

export interface ShownNumber {
  readonly written: string;
  readonly nearest: { readonly value: string; readonly name: string; readonly reference: string } | null;
}
