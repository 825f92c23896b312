import type { ReportedFacets } from "#app/features/facets/facet-record.ts";
import { measureNumber } from "#app/features/registers/measures.ts";
import type { CaseStatus, CodeOf, ListName } from "#app/features/taxonomy/codes.ts";
import { numberOf } from "#app/features/taxonomy/dictionary.ts";
import { earliestDay, latestDay } from "#app/kernel/date-with-precision.ts";
import { daysBetween, type IsoDay } from "#app/kernel/iso-day.ts";
import type { ReportedFacts } from "./reported-facts.ts";

export interface FacetOrigin {
  readonly organisationId: string | null;
  readonly receivedAt: Date;
  /** where the reporter's own step has just left the case; a case that has only arrived has none */
  readonly reporterStatus?: CaseStatus;
}

/** The facets of a report as sealed records keep them: dictionary numbers (0 is "not said"), days and minutes since 1970. */
export function reportedFacets(facts: ReportedFacts, origin: FacetOrigin): ReportedFacets {
  const { organisationId, receivedAt, reporterStatus } = origin;
  const { startedOn } = facts;
  return {
    organisationId,
    receivedAt: Math.floor(receivedAt.getTime() / 60_000),
    mainIncident: numberOrNone("incident_type", facts.mainIncident),
    otherIncidents: numbersOf("incident_type", facts.otherIncidents),
    affectedType: numberOrNone("affected_type", facts.affectedType),
    affectedCountry: facts.affectedCountry,
    institutionType: numberOrNone("institution_type", facts.institutionType),
    institutionCountry: facts.institutionCountry,
    // The earliest possible day stands for the date; its precision beside it says how much of it is known.
    startedOn: startedOn && dayNumber(earliestDay(startedOn) ?? latestDay(startedOn)),
    datePrecision: numberOrNone("date_precision", startedOn?.precision ?? null),
    ongoing: facts.ongoing,
    closureOn: dayNumber(facts.closureOn),
    payrollOn: dayNumber(facts.payrollOn),
    hearingOn: dayNumber(facts.hearingOn),
    windDownOn: dayNumber(facts.windDownOn),
    moneyLostWithin72h: facts.moneyLostWithin72h,
    dangerToPersons: facts.dangerToPersons,
    channel: numberOrNone("payment_channel", facts.channel),
    currency: facts.currency,
    amountMinor: facts.amountMinor,
    amountBand: numberOrNone("amount_band", facts.amountBand),
    statedReason: numberOrNone("stated_reason", facts.statedReason),
    inWriting: facts.inWriting,
    noticeDays: facts.noticeDays,
    durationDays: facts.durationDays,
    documents: numbersOf("documents_requested", facts.documents),
    remedies: numbersOf("remedy", facts.remedies),
    outcome: numberOrNone("outcome", facts.outcome),
    extraCostMinor: facts.extraCostMinor,
    extraCostCurrency: facts.extraCostCurrency,
    staffDays: facts.staffDays,
    consequences: numbersOf("consequence", facts.consequences),
    peopleAffected: facts.peopleAffected,
    peopleKind: numberOrNone("people_kind", facts.peopleKind),
    consent: numberOrNone("consent_level", facts.consent),
    riskIfNamed: numberOrNone("risk_level", facts.riskIfNamed),
    listedParty: facts.listedParty,
    courtRelated: facts.courtRelated,
    sourceKind: facts.sourceKind,
    corroboration: numberOrNone("corroboration", facts.corroboration),
    measure: facts.measure === null ? 0 : measureNumber(facts.measure),
    reporterStatus: numberOrNone("case_status", reporterStatus ?? null),
  };
}

function numberOrNone<List extends ListName>(list: List, code: CodeOf<List> | null): number {
  return code === null ? 0 : numberOf(list, code);
}

function numbersOf<List extends ListName>(list: List, codes: readonly CodeOf<List>[]): readonly number[] {
  return codes.map((code) => numberOf(list, code)).sort((a, b) => a - b);
}

/** Days since 1970; days before 1970-01-02 have no room in a record and count as not said. */
function dayNumber(day: IsoDay | null): number | null {
  const days = day === null ? 0 : daysBetween("1970-01-01", day);
  return days > 0 ? days : null;
}
