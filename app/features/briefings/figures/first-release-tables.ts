import { type Dimension, subjectOf, tableIdOf } from "./dimensions.ts";
import {
  FEWEST_FOR_A_TOTAL,
  judgePrintedTable,
  type LeftOutReason,
  mayBePrinted,
  rounded,
  THRESHOLD,
} from "./first-release-rule.ts";

/** One case in codes, as the facets know it. */
export interface CountedRow {
  /** the organisation, or the group it belongs to: one umbrella counts once */
  readonly organisationKey: string;
  readonly codes: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  /** eligible, bound to a confirmed organisation, consent for totals, and counted in no earlier release */
  readonly countable: boolean;
}

export interface TableRequest {
  readonly dimension: Dimension;
  /** every code that gets a row, in the order of the rows */
  readonly codes: readonly string[];
}

/** A row of a protected table; `value` is a multiple of five, or null where it is withheld. */
export interface ProtectedCell {
  readonly code: string;
  readonly value: number | null;
}

export interface ProtectedTable {
  readonly id: string;
  readonly dimension: Dimension;
  readonly cells: readonly ProtectedCell[];
}

/** How many organisations the release rests on, as far as that may be said. */
export type Population =
  | { readonly kind: "rounded"; readonly organisations: number }
  | { readonly kind: "more_than_five" }
  | { readonly kind: "not_said" };

export interface LeftOutTable {
  readonly dimension: Dimension;
  readonly reason: LeftOutReason;
}

/** Whose cases a release rests on: a walled team's only where somebody behind the wall has computed it. */
export type Coverage = "all_teams" | "open_teams";

/** Everything that leaves the protected side. It holds no true count. */
export interface FirstRelease {
  readonly population: Population;
  readonly tables: readonly ProtectedTable[];
  readonly leftOut: readonly LeftOutTable[];
  readonly coverage?: Coverage;
}

/** Organisations by code: who stands behind a row, by key. */
export type Contributors = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Counts organisations and protects the counts by the rule of the first releases.
 * A code without a row in its table (such as "not applicable") is no answer and is not counted.
 */
export function firstReleaseTables(rows: readonly CountedRow[], requests: readonly TableRequest[]): FirstRelease {
  const counted = rows.filter((row) => row.countable);
  const organisations = new Set(counted.map((row) => row.organisationKey)).size;
  const population = populationOf(organisations);
  const judged = requests.map((request, place) => judge(request, requests.slice(0, place), counted, organisations));
  return {
    population,
    tables: judged.filter((one): one is ProtectedTable => "cells" in one),
    leftOut: judged.filter((one): one is LeftOutTable => "reason" in one),
  };
}

/** Who stands behind each row of a table; an organisation counts once a row, however many cases it has there. */
export function contributorsOf(rows: readonly CountedRow[], { dimension, codes }: TableRequest): Contributors {
  const contributors = new Map(codes.map((code) => [code, new Set<string>()]));
  for (const row of rows) {
    if (!row.countable) continue;
    for (const code of row.codes[dimension] ?? []) contributors.get(code)?.add(row.organisationKey);
  }
  return contributors;
}

function populationOf(organisations: number): Population {
  if (organisations >= FEWEST_FOR_A_TOTAL) return { kind: "rounded", organisations: rounded(organisations) };
  return organisations > THRESHOLD ? { kind: "more_than_five" } : { kind: "not_said" };
}

function judge(
  request: TableRequest,
  earlier: readonly TableRequest[],
  rows: readonly CountedRow[],
  organisations: number,
): ProtectedTable | LeftOutTable {
  const { dimension } = request;
  // Two levels of one thing bound each other; the first asked for wins, whatever its figures.
  if (earlier.some((other) => subjectOf(other.dimension) === subjectOf(dimension)))
    return { dimension, reason: "shown-at-another-level" };
  const cells = [...contributorsOf(rows, request)].map(([code, { size }]) => ({
    code,
    value: mayBePrinted(size, organisations) ? rounded(size) : null,
  }));
  const printed = cells.flatMap(({ value }) => (value === null ? [] : [value]));
  const reason = judgePrintedTable(printedTotal(organisations), printed, cells.length - printed.length);
  return reason ? { dimension, reason } : { id: tableIdOf(dimension), dimension, cells };
}

/** Nothing stands for the total where none is printed, so that no table can pass beside it. */
function printedTotal(organisations: number): number {
  const population = populationOf(organisations);
  return population.kind === "rounded" ? population.organisations : 0;
}
