import type { Corroboration } from "#app/features/taxonomy/codes.ts";
import { latestDay } from "#app/kernel/date-with-precision.ts";
import { daysBetween } from "#app/kernel/iso-day.ts";
import type { CaseReport } from "./case-report.ts";
import type { ReportedFacts, SourceKind } from "./reported-facts.ts";

/** What the report itself does not say. */
export interface ReportOrigin {
  readonly sourceKind: SourceKind;
  readonly corroboration: Corroboration;
  /** where a source gives a length and no dates */
  readonly durationDays?: number | null;
}

/** The codes, days and numbers of a (pruned) report. Nothing that was typed freely gets through. */
export function reportedFacts(report: CaseReport, origin: ReportOrigin): ReportedFacts {
  return {
    mainIncident: report.incident?.mainIncident ?? null,
    otherIncidents: report.otherIncidents?.otherIncidents ?? [],
    affectedType: report.affectedType?.affectedType ?? null,
    affectedCountry: report.affectedCountry?.affectedCountry ?? null,
    institutionType: report.institutionType?.institutionType ?? null,
    institutionCountry: report.institution?.institutionCountry ?? null,
    startedOn: report.started?.startedOn ?? null,
    ongoing: report.ongoing?.ongoing ?? null,
    closureOn: report.deadlines?.closureOn ?? null,
    payrollOn: report.deadlines?.payrollOn ?? null,
    hearingOn: report.deadlines?.hearingOn ?? null,
    windDownOn: report.deadlines?.windDownOn ?? null,
    moneyLostWithin72h: report.moneyAtRisk?.moneyLostWithin72h ?? null,
    dangerToPersons: report.danger?.dangerToPersons ?? null,
    channel: report.channel?.channel ?? null,
    currency: report.amount?.currency ?? null,
    amountMinor: report.amount?.amountMinor ?? null,
    amountBand: report.amount?.amountBand ?? null,
    statedReason: report.reason?.statedReason ?? null,
    inWriting: report.inWriting?.inWriting ?? null,
    noticeDays: report.notice?.noticeDays ?? null,
    durationDays: origin.durationDays ?? durationDays(report),
    documents: report.documents?.documents ?? [],
    remedies: report.remedies?.remedies ?? [],
    outcome: report.outcome?.outcome ?? null,
    consequences: report.consequences?.consequences ?? [],
    extraCostCurrency: report.extraCost?.currency ?? null,
    extraCostMinor: report.extraCost?.amountMinor ?? null,
    staffDays: report.extraCost?.staffDays ?? null,
    peopleAffected: report.people?.peopleAffected ?? null,
    peopleKind: report.people?.peopleKind ?? null,
    consent: report.consent?.consent ?? null,
    riskIfNamed: report.risk?.riskIfNamed ?? null,
    listedParty: report.listedParties?.listedParty ?? null,
    courtRelated: report.courtRelated?.courtRelated ?? null,
    sourceKind: origin.sourceKind,
    corroboration: origin.corroboration,
    measure: report.measure?.measure ?? null,
  };
}

/** Only between two known days: months would make a length that nobody reported. */
function durationDays({ started, ended }: CaseReport): number | null {
  if (started?.startedOn.precision !== "day" || ended?.endedOn.precision !== "day") return null;
  const days = daysBetween(latestDay(started.startedOn)!, latestDay(ended.endedOn)!);
  return days >= 0 ? days : null;
}
