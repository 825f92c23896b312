import type { Split } from "#app/features/disclosure/tables/code-tree.ts";

/** A protected table as it leaves: every cell of its level, withheld or not. It holds nothing that is not printed. */
export interface ReleasedTable {
  readonly id: string;
  readonly measure: "cases" | "organisations" | "sum" | "share" | "medianBand";
  /** column that was summed, or of which it is a quantile */
  readonly of: string | null;
  /** for what is derived: the tables it is made of and how */
  readonly derived?: DerivedFrom;
  readonly dimensions: readonly string[];
  readonly where: Readonly<Record<string, string>>;
  readonly rows: readonly ReleasedRow[];
  readonly rounding: { readonly base: number } | { readonly significant: number } | null;
  /** dimensions whose options overlap: their parts do not add up to the whole */
  readonly overlapping: readonly string[];
}

export type DerivedFrom =
  | { readonly part: string; readonly whole: string }
  | { readonly beside: string; readonly quantile: number; readonly cuts: readonly number[] };

export interface ReleasedRow {
  readonly codes: readonly string[];
  /** null where it is withheld, and where a band stands in its place */
  readonly value: number | null;
  /** ends between which the truth lies: of a share, and of the band of a median, whose last has no upper end */
  readonly band?: { readonly least: number; readonly most: number | null } | null;
  /** the cell was declared impossible */
  readonly isImpossible: boolean;
}

/** Whether a reader finds a mark there. What cannot exist is no secret. */
export const isWithheld = ({ value, band, isImpossible }: ReleasedRow): boolean =>
  value === null && !band && !isImpossible;

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
