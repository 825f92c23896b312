import type { CaseReport } from "#app/features/cases/case-report.ts";
import type { CodeOf, Corroboration, Severity } from "#app/features/taxonomy/codes.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import type { Money } from "#app/kernel/money.ts";

/** One public incident, checked. Null and empty lists: the source does not say. */
export interface IncidentCells {
  readonly caseRef: string;
  readonly title: string;
  readonly startedOn: DateWithPrecision;
  readonly endedOn: DateWithPrecision | null;
  readonly reportedOn: DateWithPrecision | null;
  readonly country: string | null;
  readonly institutionCountry: string | null;
  readonly affectedName: string | null;
  readonly affectedType: CodeOf<"affected_type">;
  readonly institutionName: string | null;
  readonly institutionType: CodeOf<"institution_type"> | null;
  readonly mainIncident: CodeOf<"incident_type">;
  readonly otherIncidents: readonly CodeOf<"incident_type">[];
  readonly isCourtRelated: boolean;
  readonly statedReason: CodeOf<"stated_reason"> | null;
  readonly reasonDetail: string | null;
  readonly measure: string | null;
  readonly channel: CodeOf<"payment_channel"> | null;
  readonly currency: string | null;
  readonly amount: Money | null;
  readonly noticeDays: number | null;
  readonly durationDays: number | null;
  readonly documents: readonly CodeOf<"documents_requested">[];
  readonly remedies: readonly CodeOf<"remedy">[];
  readonly outcome: CodeOf<"outcome"> | null;
  readonly consequences: readonly CodeOf<"consequence">[];
  readonly peopleAffected: number | null;
  readonly peopleKind: CodeOf<"people_kind"> | null;
  readonly severity: Severity;
  readonly corroboration: Corroboration;
  readonly sourceTitle: string | null;
  readonly sourceYear: number | null;
  readonly sourceUrl: string | null;
  readonly notes: string | null;
}

/** The same with the line it stands in and the report it makes. */
export interface PublicIncident extends IncidentCells {
  readonly line: number;
  readonly report: CaseReport;
}
