import type { Split } from "#app/features/disclosure/tables/code-tree.ts";

/** A protected table as it leaves: every cell of its level, withheld or not. It holds nothing that is not printed. */
export interface ReleasedTable {
  readonly id: string;
  readonly measure: "cases" | "organisations" | "sum";
  /** column that was summed */
  readonly of: string | null;
  readonly dimensions: readonly string[];
  readonly where: Readonly<Record<string, string>>;
  readonly rows: readonly ReleasedRow[];
  readonly rounding: { readonly base: number } | { readonly significant: number } | null;
  /** dimensions whose options overlap: their parts do not add up to the whole */
  readonly overlapping: readonly string[];
}

export interface ReleasedRow {
  readonly codes: readonly string[];
  /** null where it is withheld */
  readonly value: number | null;
  /** the cell was declared impossible */
  readonly isImpossible: boolean;
}

/** Codes of a dimension as readers need them. */
export interface ReleasedCodes {
  readonly dimension: string;
  readonly total: string;
  readonly splits: readonly Split[];
  /** label by code and language; the code itself where there is none */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface ReleasedFigures {
  readonly release: string;
  readonly edition: string;
  /** ISO day */
  readonly date: string;
  readonly tables: readonly ReleasedTable[];
  readonly codes: readonly ReleasedCodes[];
}

/** Paths and texts of a package, in the order of the paths. */
export type PackageFiles = ReadonlyMap<string, string>;
