import type { ListedCase } from "#app/features/cases/case-queries.server.ts";
import type { Assessment } from "#app/features/cases/case-record.ts";
import { isOpen } from "#app/features/cases/case-status.ts";
import { countryName } from "#app/features/registers/country-names.server.ts";
import type { CodeOf, ListName } from "#app/features/taxonomy/codes.ts";
import { labelOf } from "#app/features/taxonomy/labels.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseJudgementWords, CaseRow, Labelled } from "./case-row.ts";

type Judged = Pick<Assessment, "urgency" | "severity" | "risk" | "dueAt">;

/** @param judged what the team has said; null where nobody has looked yet */
export function caseRow(
  { id, reference, status, isBound, version, copy }: ListedCase,
  judged: Partial<Judged> | null,
  lead: string | null,
  locale: Locale,
): CaseRow {
  const { mainIncident, otherIncidents, institutionType, institutionCountry } = copy.facts;
  const incidents = [...(mainIncident ? [mainIncident] : []), ...otherIncidents];
  return {
    caseId: id,
    reference,
    version,
    // A case that its reporter has withdrawn keeps the day in the team's record; nobody is owed an answer any more.
    dueAt: isOpen(status) ? (judged?.dueAt ?? null) : null,
    incidents: incidents.map((incident) => labelOf("incident_type", incident, locale)),
    institution: {
      type: institutionType && labelOf("institution_type", institutionType, locale),
      country: institutionCountry ? { code: institutionCountry, name: countryName(institutionCountry, locale) } : null,
    },
    status: labelled("case_status", status, locale),
    isBound,
    judgement: judgementWords(judged, locale),
    lead,
  };
}

export function judgementWords(judged: Partial<Judged> | null, locale: Locale): CaseJudgementWords {
  return {
    urgency: judged?.urgency ? labelled("urgency", judged.urgency, locale) : null,
    severity: judged?.severity ? labelled("severity", judged.severity, locale) : null,
    risk: judged?.risk ? labelled("risk_level", judged.risk, locale) : null,
  };
}

export function labelled<List extends ListName>(
  list: List,
  code: CodeOf<List>,
  locale: Locale,
): Labelled<CodeOf<List>> {
  return { code, label: labelOf(list, code, locale) };
}
