import { isMeasureCode } from "#app/features/registers/measures.ts";
import { isCountryCode } from "#app/features/registers/regional-groups.ts";
import { type CodeOf, isCode, type ListName } from "#app/features/taxonomy/codes.ts";
import { type DateWithPrecision, dateWithPrecision, parseDate } from "#app/kernel/date-with-precision.ts";
import { findAccountNumbers } from "#app/kernel/iban-and-card-finder.ts";
import { isCurrency, type Money, parseAmount } from "#app/kernel/money.ts";
import type { IncidentCells, PublicIncident } from "./public-incident.ts";
import { incidentReport } from "./public-incident-report.ts";

export const COLUMNS = [
  "case_ref",
  "title",
  "date_start",
  "date_precision",
  "date_end",
  "date_reported",
  "country",
  "institution_country",
  "affected_name",
  "affected_type",
  "institution_name",
  "institution_type",
  "incident_type",
  "other_incident_types",
  "icc_related",
  "stated_reason",
  "stated_reason_detail",
  "legal_basis",
  "payment_channel",
  "currency",
  "amount",
  "notice_days",
  "duration_days",
  "documents_requested",
  "remedies_tried",
  "outcome",
  "consequences",
  "people_affected",
  "people_affected_kind",
  "severity",
  "corroboration",
  "source_title",
  "source_year",
  "source_url",
  "notes",
] as const;
export type Column = (typeof COLUMNS)[number];
export type Cells = Readonly<Record<string, string>>;

/** Why a row cannot be imported. The reason names the rule and never repeats the cell. */
export interface RowError {
  /** from 1, the header's line; where a cell spans lines, the first one of the row */
  readonly line: number;
  readonly column: string;
  readonly reason: string;
}

/** Texts that people read; none may carry a whole account number into a case. */
const FREE_TEXTS: readonly Column[] = [
  "title",
  "affected_name",
  "institution_name",
  "stated_reason_detail",
  "source_title",
  "notes",
];

/** @returns the incident, or every error of the row. */
export function readIncident(cells: Cells, line: number): PublicIncident | readonly RowError[] {
  const errors: RowError[] = [];
  const read = cellReader(cells, (column, reason) => errors.push({ line, column, reason }));
  const incident: IncidentCells = {
    caseRef: read.matching("case_ref", /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/) ?? "",
    title: read.required("title"),
    startedOn: read.startDate(),
    endedOn: read.date("date_end"),
    reportedOn: read.date("date_reported"),
    country: read.country("country"),
    institutionCountry: read.country("institution_country"),
    affectedName: read.text("affected_name"),
    affectedType: read.requiredCode("affected_type", "affected_type"),
    institutionName: read.text("institution_name"),
    institutionType: read.code("institution_type", "institution_type"),
    mainIncident: read.requiredCode("incident_type", "incident_type"),
    otherIncidents: read.codes("other_incident_types", "incident_type"),
    isCourtRelated: read.matching("icc_related", /^(yes|no)$/) === "yes",
    statedReason: read.code("stated_reason", "stated_reason"),
    reasonDetail: read.text("stated_reason_detail"),
    measure: read.measure(),
    channel: read.code("payment_channel", "payment_channel"),
    currency: read.currency(),
    amount: read.amount(),
    noticeDays: read.count("notice_days", 3650),
    durationDays: read.count("duration_days", 36_500),
    documents: read.codes("documents_requested", "documents_requested"),
    remedies: read.codes("remedies_tried", "remedy"),
    outcome: read.code("outcome", "outcome"),
    consequences: read.codes("consequences", "consequence"),
    peopleAffected: read.count("people_affected", 10_000_000),
    peopleKind: read.code("people_affected_kind", "people_kind"),
    severity: read.requiredCode("severity", "severity"),
    corroboration: read.requiredCode("corroboration", "corroboration"),
    sourceTitle: read.text("source_title"),
    sourceYear: read.count("source_year", 9999),
    sourceUrl: read.text("source_url") && read.matching("source_url", /^https?:\/\/[^\s]+$/),
    notes: read.text("notes"),
  };
  for (const column of FREE_TEXTS) read.withoutAccountNumbers(column);
  return errors.length > 0 ? errors : { ...incident, line, report: incidentReport(incident) };
}

type Fail = (column: Column, reason: string) => void;

/**
 * Typed access to the cells of a row. A bad cell is reported through `fail` and stands in as null or nothing,
 * so that one reading names every error of the row.
 */
function cellReader(cells: Cells, fail: Fail) {
  const text = (column: Column) => cells[column]?.trim() || null;
  const checked = <T>(column: Column, reason: string, accept: (cell: string) => T | null): T | null => {
    const cell = text(column);
    if (cell === null) return null;
    const value = accept(cell);
    if (value === null) fail(column, reason);
    return value;
  };
  const required = (column: Column) => {
    if (text(column) === null) fail(column, "is empty");
    return text(column) ?? "";
  };
  const asCode =
    <List extends ListName>(list: List) =>
    (cell: string) =>
      isCode(list, cell) ? cell : null;
  const code = <List extends ListName>(column: Column, list: List) => {
    return checked<CodeOf<List>>(column, `not a code of the list ${list}`, asCode(list));
  };

  return {
    text,
    required,
    code,
    currency: () => checked("currency", "not an ISO 4217 code", (cell) => (isCurrency(cell) ? cell : null)),
    matching: (column: Column, form: RegExp) => {
      const cell = required(column);
      if (cell && !form.test(cell)) fail(column, "has not the form this column needs");
      return cell || null;
    },
    requiredCode: <List extends ListName>(column: Column, list: List) => {
      required(column);
      return code(column, list) as CodeOf<List>;
    },
    codes: <List extends ListName>(column: Column, list: List): readonly CodeOf<List>[] => {
      const parts = text(column)?.split(";") ?? [];
      const known = parts.map((part) => asCode(list)(part.trim())).filter((part) => part !== null);
      if (known.length !== parts.length) fail(column, `holds something that is not a code of the list ${list}`);
      return [...new Set(known)];
    },
    country: (column: Column) =>
      checked(column, "not a country code of two capital letters", (cell) => (isCountryCode(cell) ? cell : null)),
    measure: () =>
      checked("legal_basis", "not a code of the register of measures", (cell) => (isMeasureCode(cell) ? cell : null)),
    count: (column: Column, max: number) =>
      checked(column, `not a whole number up to ${max}`, (cell) =>
        /^\d{1,9}$/.test(cell) && Number(cell) <= max ? Number(cell) : null,
      ),
    date: (column: Column) => checked(column, "not a date like 2025, 2025-02 or 2025-02-03", parseDate),
    startDate: (): DateWithPrecision => {
      const precision = code("date_precision", "date_precision");
      if (text("date_precision") === null) fail("date_precision", "is empty");
      const date = precision && dateWithPrecision(text("date_start"), precision);
      if (precision && !date) fail("date_start", "does not fit the precision beside it");
      return date ?? { date: null, precision: "unknown" };
    },
    amount: (): Money | null => {
      const unit = isCurrency(text("currency") ?? "") ? text("currency") : null;
      const cell = text("amount");
      if (cell === null) return null;
      const minor = unit !== null && /^\d+(\.\d+)?$/.test(cell) ? parseAmount(cell, unit, "en") : null;
      if (unit !== null && minor?.ok) return { amountMinor: minor.value, currency: unit };
      fail("amount", unit === null ? "needs a currency" : "not an amount like 1234 or 1234.50");
      return null;
    },
    withoutAccountNumbers: (column: Column) => {
      if (findAccountNumbers(text(column) ?? "").length > 0) fail(column, "holds an account or card number");
    },
  };
}
