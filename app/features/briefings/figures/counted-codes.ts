import type { FacetTable } from "#app/features/facets/facet-queries.ts";
import type { ReportedFacets } from "#app/features/facets/facet-record.ts";
import { measureAt } from "#app/features/registers/measures.ts";
import { regionalGroupOf } from "#app/features/registers/regional-groups.ts";
import {
  type Consequence,
  type Corroboration,
  type IncidentType,
  LISTS,
  type ListName,
} from "#app/features/taxonomy/codes.ts";
import { consequenceGroupOf } from "#app/features/taxonomy/consequence-groups.ts";
import { incidentGroupOf, incidentKindOf } from "#app/features/taxonomy/incident-groups.ts";
import type { DATE_PRECISIONS } from "#app/kernel/date-with-precision.ts";
import { isCurrency, type Money } from "#app/kernel/money.ts";
import { durationBand, noticeBand } from "./bands.ts";
import type { CountedRow } from "./counted-row.ts";
import { DIMENSIONS, type Dimension } from "./dimensions.ts";
import { quarterOf, yearOfQuarter } from "./periods.ts";
import type { CaseQuantities } from "./quantities.ts";

/** The facets that tables are made of. */
export const COUNTED_COLUMNS = [
  "organisationId",
  "affectedCountry",
  "affectedType",
  "mainIncident",
  "otherIncidents",
  "startedOn",
  "datePrecision",
  "measure",
  "severity",
  "institutionType",
  "institutionCode",
  "corroboration",
  "teamCorroboration",
  "institutionCountry",
  "statedReason",
  "documents",
  "channel",
  "consequences",
  "remedies",
  "outcome",
  "inWriting",
  "noticeDays",
  "durationDays",
  "ongoing",
  "amountBand",
  "amountMinor",
  "currency",
  "extraCostMinor",
  "extraCostCurrency",
  "staffDays",
] as const;
type ColumnName = (typeof COUNTED_COLUMNS)[number];
export type CountedFacets = FacetTable<ColumnName>["columns"];

type Reader = (facets: CountedFacets, place: number) => readonly string[];

/** How a case's facets become the codes of a dimension. What was not said stands in no row. */
const CODES: Record<Dimension, Reader> = {
  affected_region: (facets, place) => regionsOf(facets.affectedCountry[place]),
  affected_country: (facets, place) => countriesOf(facets.affectedCountry[place]),
  affected_type: (facets, place) => codes("affected_type", facets.affectedType[place]),
  incident_kind: (facets, place) => [
    ...new Set(incidents(facets, place).map((type) => incidentKindOf(incidentGroupOf(type)))),
  ],
  incident_group: (facets, place) => [...new Set(incidents(facets, place).map(incidentGroupOf))],
  incident_type: incidents,
  period_year: (facets, place) => quarters(facets, place).map(yearOfQuarter),
  period_quarter: quarters,
  measure: (facets, place) => [measureAt(facets.measure[place] ?? 0)].filter((code) => code !== null),
  severity: (facets, place) => codes("severity", facets.severity[place]),
  institution_type: (facets, place) => codes("institution_type", facets.institutionType[place]),
  // Who is named is settled later (`named-rows.ts`); until then a case stands under its type.
  institution_named: (facets, place) => codes("institution_type", facets.institutionType[place]),
  institution_region: (facets, place) => regionsOf(facets.institutionCountry[place]),
  institution_country: (facets, place) => countriesOf(facets.institutionCountry[place]),
  stated_reason: (facets, place) => codes("stated_reason", facets.statedReason[place]),
  in_writing: (facets, place) => known(facets.inWriting[place]),
  notice_band: ({ noticeDays }, place) => known(noticeDays[place]).map(noticeBand),
  documents_requested: (facets, place) => codes("documents_requested", ...(facets.documents[place] ?? [])),
  payment_channel: (facets, place) => codes("payment_channel", facets.channel[place]),
  duration_band: ({ durationDays, ongoing }, place) =>
    known(durationBand(durationDays[place] ?? null, ongoing[place] === "yes")),
  amount_band: (facets, place) => codes("amount_band", facets.amountBand[place]),
  consequence_group: (facets, place) => [
    ...new Set(consequences(facets, place).map((code) => consequenceGroupOf(code as Consequence))),
  ],
  consequence: consequences,
  remedy: (facets, place) => codes("remedy", ...(facets.remedies[place] ?? [])),
  outcome: (facets, place) => codes("outcome", facets.outcome[place]),
};

/** Every case of the table as a row that counts; the table holds only such cases. */
export function countedRowsOf({ columns, length }: FacetTable<ColumnName>): CountedRow[] {
  return Array.from({ length }, (_, place) => ({
    organisationKey: columns.organisationId[place] ?? "",
    quantities: quantitiesAt(columns, place),
    ...institutionAt(columns, place),
    codes: codesAt(columns, place),
  }));
}

function institutionAt(
  { institutionCode, corroboration, teamCorroboration }: CountedFacets,
  place: number,
): Pick<CountedRow, "institution"> {
  const code = institutionCode[place];
  // Whoever has looked at the papers since decides over what was known when the case arrived.
  const [restsOn = null] = codes("corroboration", teamCorroboration[place] || corroboration[place]);
  return code ? { institution: { code, corroboration: restsOn as Corroboration | null } } : {};
}

/** The codes of one report, by what its reporter said. What its team judged is the team's, and in none of them. */
export function codesOfReport(facets: ReportedFacets): Readonly<Record<Dimension, readonly string[]>> {
  const said = { ...facets, severity: NOT_SAID, institutionCode: null, teamCorroboration: NOT_SAID };
  const columns = Object.fromEntries(COUNTED_COLUMNS.map((name) => [name, [said[name]]])) as unknown as CountedFacets;
  return codesAt(columns, 0);
}

const NOT_SAID = 0;

function codesAt(columns: CountedFacets, place: number) {
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, CODES[dimension](columns, place)]),
  ) as unknown as Readonly<Record<Dimension, readonly string[]>>;
}

function quantitiesAt(columns: CountedFacets, place: number): CaseQuantities {
  return {
    duration: columns.ongoing[place] === "yes" ? null : (columns.durationDays[place] ?? null),
    amount: moneyAt(columns.amountMinor[place], columns.currency[place]),
    extra_cost: moneyAt(columns.extraCostMinor[place], columns.extraCostCurrency[place]),
    staff_days: columns.staffDays[place] ?? null,
  };
}

function moneyAt(amountMinor: number | null | undefined, currency: string | null | undefined): Money | null {
  if (amountMinor === null || amountMinor === undefined || !currency || !isCurrency(currency)) return null;
  return { amountMinor, currency };
}

function incidents({ mainIncident, otherIncidents }: CountedFacets, place: number): readonly IncidentType[] {
  return codes("incident_type", mainIncident[place], ...(otherIncidents[place] ?? [])) as IncidentType[];
}

function consequences(facets: CountedFacets, place: number): readonly string[] {
  return codes("consequence", ...(facets.consequences[place] ?? []));
}

/** A period that is known to the month, or not. */
function quarters({ startedOn, datePrecision }: CountedFacets, place: number): readonly string[] {
  const [precision = "unknown"] = codes("date_precision", datePrecision[place] ?? undefined);
  const quarter = quarterOf(startedOn[place] ?? null, TO_THE_MONTH.includes(precision));
  return quarter ? [quarter] : [];
}

/** A month that is not sure, or one after which it was, may lie in another quarter. */
const TO_THE_MONTH: readonly string[] = ["day", "month"] satisfies (typeof DATE_PRECISIONS)[number][];

function codes(list: ListName, ...numbers: readonly (number | undefined)[]): readonly string[] {
  return numbers.flatMap((number) => LISTS[list][(number ?? 0) - 1] ?? []);
}

const known = <Value>(value: Value | null | undefined): readonly Value[] =>
  value === null || value === undefined ? [] : [value];

function regionsOf(country: string | null | undefined): readonly string[] {
  return known(country ? regionalGroupOf(country) : null);
}

/** A code that is no country has no region either. */
function countriesOf(country: string | null | undefined): readonly string[] {
  return known(country).filter((code) => regionalGroupOf(code) !== null);
}
