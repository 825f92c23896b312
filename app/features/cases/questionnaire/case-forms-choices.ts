import { z } from "zod";
import { AFFECTED_PARTIES, CONSENT_AT_SENDING, YES_NO_UNSURE } from "#app/features/cases/case-report.ts";
import {
  AFFECTED_TYPES,
  CONSEQUENCES,
  DOCUMENTS_REQUESTED,
  INCIDENT_TYPES,
  INSTITUTION_TYPES,
  OUTCOMES,
  PAYMENT_CHANNELS,
  PEOPLE_KINDS,
  REMEDIES,
  RISK_LEVELS,
  STATED_REASONS,
} from "#app/features/taxonomy/codes.ts";
import { INCIDENT_GROUPS } from "#app/features/taxonomy/incident-groups.ts";
import {
  countOrNone,
  countryOrNone,
  manyOf,
  oneOf,
  oneOrNone,
  requiredShortText,
  shortText,
} from "./case-form-fields.ts";
import { REPORT_MEASURES } from "./report-options.ts";

/** Forms that hold choices and short texts. Dates, money and the story stand in modules of their own. */

const yesNoUnsure = (required: string) => oneOf(YES_NO_UNSURE, required);

export const listedPartiesForm = z.object({ listedParty: yesNoUnsure("report.listedParties.required") });
export const affectedForm = z.object({ affected: oneOf(AFFECTED_PARTIES, "report.affected.required") });
export const affectedTypeForm = z.object({ affectedType: oneOf(AFFECTED_TYPES, "report.affectedType.required") });
export const affectedNameForm = z.object({ affectedName: shortText() });
export const affectedCountryForm = z.object({ affectedCountry: countryOrNone() });
export const incidentGroupForm = z.object({ incidentGroup: oneOf(INCIDENT_GROUPS, "report.incidentGroup.required") });
export const incidentForm = z.object({ mainIncident: oneOf(INCIDENT_TYPES, "report.incident.required") });
export const otherIncidentsForm = z.object({ otherIncidents: manyOf(INCIDENT_TYPES) });
export const institutionTypeForm = z.object({
  institutionType: oneOf(INSTITUTION_TYPES, "report.institutionType.required"),
});
export const institutionForm = z.object({ institutionName: shortText(), institutionCountry: countryOrNone() });
export const ongoingForm = z.object({ ongoing: yesNoUnsure("report.ongoing.required") });
export const dangerForm = z.object({ dangerToPersons: yesNoUnsure("report.danger.required") });
export const moneyAtRiskForm = z.object({ moneyLostWithin72h: yesNoUnsure("report.moneyAtRisk.required") });
export const channelForm = z.object({ channel: oneOrNone(PAYMENT_CHANNELS) });
export const reasonForm = z.object({ statedReason: oneOf(STATED_REASONS, "report.reason.required") });
export const inWritingForm = z.object({ inWriting: yesNoUnsure("report.inWriting.required") });
export const courtRelatedForm = z.object({ courtRelated: yesNoUnsure("report.courtRelated.required") });
export const measureForm = z.object({ measure: oneOrNone(REPORT_MEASURES) });
export const noticeForm = z.object({ noticeDays: countOrNone(3650) });
export const documentsForm = z.object({ documents: manyOf(DOCUMENTS_REQUESTED) });
export const remediesForm = z
  .object({ remedies: manyOf(REMEDIES) })
  .refine(({ remedies }) => !(remedies.includes("none_tried") && remedies.length > 1), {
    message: "report.remedies.none-or-some",
    path: ["remedies"],
  });
export const outcomeForm = z.object({ outcome: oneOf(OUTCOMES, "report.outcome.required") });
export const consequencesForm = z.object({ consequences: manyOf(CONSEQUENCES) });
export const peopleForm = z.object({ peopleAffected: countOrNone(10_000_000), peopleKind: oneOrNone(PEOPLE_KINDS) });
export const riskForm = z.object({ riskIfNamed: oneOrNone(RISK_LEVELS) });
export const consentForm = z.object({ consent: oneOf(CONSENT_AT_SENDING, "report.consent.required") });
export const recipientsForm = z.object({ recipients: requiredShortText("report.recipients.required") });
