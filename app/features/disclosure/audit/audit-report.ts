import type { Reason } from "#app/features/disclosure/rules/primary.ts";

/** What a reader from outside can say of a figure that is not printed. Sealed: it is never published. */
export interface Interval {
  readonly measure: string;
  readonly place: string;
  readonly truth: number;
  readonly least: number;
  readonly most: number;
  readonly reasons: readonly Reason[];
  /** what is left open to whoever contributed, alone or in a pair, at the narrowest; of sensitive figures alone */
  readonly inside?: { readonly least: number; readonly most: number };
}

export interface Failure {
  readonly measure: string;
  readonly place: string;
  /** organisations that together come too near; nobody is the reader from outside */
  readonly attacker: readonly string[];
  readonly kind: "too-narrow" | "printed" | "known-sum" | "no-answer";
}

export interface AuditReport {
  readonly failures: readonly Failure[];
  readonly intervals: readonly Interval[];
  readonly programs: number;
  readonly attackers: readonly ("outsider" | "each organisation" | "each pair of organisations")[];
  /** width of the narrowest sensitive interval over its figure; null where nothing is sensitive */
  readonly leastRelativeWidth: number | null;
  readonly isComplete: boolean;
}

export const failure = (
  { measure, place }: Pick<Failure, "measure" | "place">,
  attacker: readonly string[],
  kind: Failure["kind"],
): Failure => ({ measure, place, attacker, kind });
