import type { Certificate } from "#app/features/disclosure/output/certificate.server.ts";
import type { ReleasedTable } from "#app/features/disclosure/output/release-figures.ts";
import type { GuardianReport, HeldReason, Outcome } from "#app/features/disclosure/protect-outcome.ts";
import { SMALL_POPULATION } from "#app/features/disclosure/settings.ts";
import type { ProtectedSurvey } from "#app/features/surveys/publishing/protected-survey.ts";
import { type Dimension, levelsOf } from "./dimensions.ts";
import type { Quantity } from "./quantities.ts";
import { ALL, POPULATION_TABLE } from "./release-specification.ts";
import { type Measure, restsOn, type TableChoice, tableIdOf } from "./table-choice.ts";

/** A cell of a protected table: its codes in the order of the dimensions; `value` is null where it is withheld. */
export interface ProtectedCell {
  readonly codes: readonly string[];
  readonly value: number | null;
  /** in the place of a value, for a median: the band it lies in; `most` is null where the band has no end */
  readonly band?: { readonly least: number; readonly most: number | null };
}

/** Whether a reader finds a mark there. */
export const isWithheld = ({ value, band }: Pick<ProtectedCell, "value" | "band">): boolean => value === null && !band;

/** A table as it may be printed. Its dimensions may be coarser than was asked. */
export interface ProtectedTable {
  readonly id: string;
  readonly measure: Measure;
  /** what is added up, or of which the median is told */
  readonly of?: Quantity;
  readonly dimensions: readonly Dimension[];
  readonly where: TableChoice["where"];
  /** every cell of its levels, totals too */
  readonly cells: readonly ProtectedCell[];
}

/** How many organisations the release rests on, as far as that may be said. */
export type Population =
  | { readonly kind: "rounded"; readonly organisations: number }
  | { readonly kind: "more_than_five" }
  | { readonly kind: "not_said" };

/** Why a table is not shown. For those who prepare a briefing: a reader is told only that it is not. */
export type LeftOutReason = HeldReason | "nothing-left" | "held-with-others" | "nobody-named";

export interface LeftOutTable {
  readonly choice: TableChoice;
  readonly reason: LeftOutReason;
}

/** A cell that could not be kept from a reader: its codes by dimension, those of all together left out. */
export type Leak = readonly { readonly dimension: Dimension; readonly code: string }[];

/** Whose cases a release rests on: a walled team's only where somebody behind the wall has computed it. */
export type Coverage = "all_teams" | "open_teams";

/** A code of these tables that stands for a name, with the clearing it rests on: id, and fingerprint of all that was approved. */
export interface NamedCode {
  readonly code: string;
  readonly naming: string;
  /** base64url */
  readonly hash: string;
}

/** Everything of a release that may be printed. It holds no true count. */
export interface ProtectedRelease {
  readonly population: Population;
  readonly tables: readonly ProtectedTable[];
  readonly leftOut: readonly LeftOutTable[];
  /** why nothing is shown, by cell; none where the tables passed */
  readonly leaks: readonly Leak[];
  readonly coverage: Coverage;
  /** institutions that have a row of their own; left out where none is named */
  readonly named?: readonly NamedCode[];
  /** what the audit says of it, as published; null where nothing could be protected */
  readonly certificate: Certificate | null;
  /** a survey that is printed beside the cases: a release of its own; left out where there is none */
  readonly survey?: ProtectedSurvey;
}

/** Fewer organisations than this are not even "more than five". */
const MORE_THAN_FIVE = 6;

/** What a release says where its tables passed the audit, or that it says nothing. @param organisations  as counted */
export function protectedRelease(
  outcome: Outcome,
  choices: readonly TableChoice[],
  organisations: number,
  coverage: Coverage,
): ProtectedRelease {
  if (outcome.kind === "held") return heldRelease(outcome.guardian, choices, organisations, coverage);
  const released = outcome.tables;
  const tables = choices.flatMap((choice) => {
    const table = released.find(({ id }) => id === tableIdOf(choice));
    return table ? [shownTable(choice, table, outcome.guardian)] : [];
  });
  const shown = tables.filter(({ dimensions }) => dimensions.length > 0);
  return {
    population: populationIn(released),
    tables: shown,
    leftOut: choices
      .filter((choice) => !shown.some(({ id }) => id === tableIdOf(choice)))
      .map((choice) => ({ choice, reason: "nothing-left" })),
    leaks: [],
    coverage,
    certificate: outcome.certificate,
  };
}

/** Where one table is held, all are: what is left of them would not have been audited together. */
function heldRelease(
  { held }: GuardianReport,
  choices: readonly TableChoice[],
  organisations: number,
  coverage: Coverage,
): ProtectedRelease {
  const isFew = organisations < SMALL_POPULATION.none;
  return {
    population: { kind: isFew && organisations >= MORE_THAN_FIVE ? "more_than_five" : "not_said" },
    tables: [],
    leftOut: choices.map((choice) => {
      const own = held.find(({ table }) => table === tableIdOf(choice));
      return { choice, reason: own?.reason ?? "held-with-others" };
    }),
    leaks: [...new Set(held.flatMap(({ details }) => details))].flatMap(leakAt),
    coverage,
    certificate: null,
  };
}

/** `organisations@incident=account_closed|affected_region=africa`; what names no cell is no leak. */
function leakAt(detail: string): Leak[] {
  const [, place] = detail.split("@");
  if (!place) return [];
  const leak = place.split("|").map((part) => {
    const [subject = "", code = ""] = part.split("=");
    return { dimension: levelsOf(subject)[0], code };
  });
  return leak.every((one): one is Leak[number] => one.dimension !== undefined) ? [leak] : [];
}

/** A dimension that had to be given up altogether is no dimension of the table any more. */
function shownTable(choice: TableChoice, { rows }: ReleasedTable, { levels }: GuardianReport): ProtectedTable {
  const id = tableIdOf(choice);
  // What is made of other tables has their level.
  const [levelOf = choice] = restsOn(choice);
  const chosen = levels[tableIdOf(levelOf)]?.chosen ?? [];
  const kept = chosen.flatMap((level, place) => (level === "total" ? [] : [place]));
  return {
    id,
    measure: choice.measure,
    ...(choice.of && { of: choice.of }),
    dimensions: kept.map((place) => chosen[place] as Dimension),
    where: choice.where,
    cells: rows.map(({ codes, value, band }) => ({
      codes: kept.map((place) => codes[place] ?? ALL),
      value,
      ...(choice.measure === "medianBand" && band && { band }),
    })),
  };
}

function populationIn(tables: readonly ReleasedTable[]): Population {
  const organisations = tables.find(({ id }) => id === POPULATION_TABLE)?.rows[0]?.value;
  return typeof organisations === "number" ? { kind: "rounded", organisations } : { kind: "not_said" };
}
