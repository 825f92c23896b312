import { z } from "zod";
import { isCountryCode } from "#app/features/registers/regional-groups.ts";
import {
  AFFECTED_TYPES,
  type AffectedType,
  AMOUNT_BANDS,
  CONSENT_LEVELS,
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
import { DATE_PRECISIONS, type DateWithPrecision, dateWithPrecision } from "#app/kernel/date-with-precision.ts";
import { isIsoDay } from "#app/kernel/iso-day.ts";
import { isCurrency, MAX_AMOUNT_MINOR } from "#app/kernel/money.ts";

/**
 * A report as it is sealed: one entry per question that was answered, under the question's key.
 * An entry that is absent was not answered; a null inside an entry was left empty on purpose.
 */
export const YES_NO_UNSURE = ["yes", "no", "unsure"] as const;
export type YesNoUnsure = (typeof YES_NO_UNSURE)[number];

export const AFFECTED_PARTIES = ["own_organisation", "person", "partner"] as const;
export type AffectedParty = (typeof AFFECTED_PARTIES)[number];

/** Kinds of affected party that are a person. */
export const AFFECTED_PERSONS = [
  "lawyer_or_academic",
  "court_official",
  "court_staff",
  "un_mandate_holder",
  "family_member",
  "fundraiser_organiser",
] as const satisfies readonly AffectedType[];

export const REMEDY_RESULTS = ["solved", "partly", "not_solved", "waiting"] as const;
export type RemedyResult = (typeof REMEDY_RESULTS)[number];

/** c0 is a withdrawal and no way to send a report; it can be chosen afterwards. */
export const CONSENT_AT_SENDING = CONSENT_LEVELS.filter((level) => level !== "c0_none");

/** The longest free text, in characters: the story. Short texts are names and the like. */
export const STORY_MAX = 20_000;
export const SHORT_TEXT_MAX = 200;
/** More working days than a large office has in ten years are a slip of the key. */
export const MOST_STAFF_DAYS = 60_000;

export const dateAnswer = z
  .object({ date: z.string().nullable(), precision: z.enum(DATE_PRECISIONS) })
  .refine(({ date, precision }) => dateWithPrecision(date, precision) !== null) satisfies z.ZodType<DateWithPrecision>;
const dayAnswer = z.string().refine(isIsoDay).nullable();
const country = z.string().refine(isCountryCode);
const shortText = z.string().max(SHORT_TEXT_MAX).nullable();
const currency = z.string().refine(isCurrency).nullable();
const amountMinor = z.number().int().min(0).max(MAX_AMOUNT_MINOR).nullable();
const yesNoUnsure = z.enum(YES_NO_UNSURE);

export const caseReportSchema = z
  .object({
    listedParties: z.object({ listedParty: yesNoUnsure }),
    affected: z.object({ affected: z.enum(AFFECTED_PARTIES) }),
    affectedType: z.object({ affectedType: z.enum(AFFECTED_TYPES) }),
    affectedName: z.object({ affectedName: shortText }),
    affectedCountry: z.object({ affectedCountry: country.nullable() }),
    incidentGroup: z.object({ incidentGroup: z.enum(INCIDENT_GROUPS) }),
    incident: z.object({ mainIncident: z.enum(INCIDENT_TYPES) }),
    otherIncidents: z.object({ otherIncidents: z.array(z.enum(INCIDENT_TYPES)) }),
    institutionType: z.object({ institutionType: z.enum(INSTITUTION_TYPES) }),
    institution: z.object({ institutionName: shortText, institutionCountry: country.nullable() }),
    started: z.object({ startedOn: dateAnswer }),
    ongoing: z.object({ ongoing: yesNoUnsure }),
    ended: z.object({ endedOn: dateAnswer }),
    danger: z.object({ dangerToPersons: yesNoUnsure }),
    moneyAtRisk: z.object({ moneyLostWithin72h: yesNoUnsure }),
    deadlines: z.object({ closureOn: dayAnswer, payrollOn: dayAnswer, hearingOn: dayAnswer, windDownOn: dayAnswer }),
    channel: z.object({ channel: z.enum(PAYMENT_CHANNELS).nullable() }),
    amount: z.object({
      currency,
      amountMinor,
      amountBand: z.enum(AMOUNT_BANDS).nullable(),
    }),
    reason: z.object({ statedReason: z.enum(STATED_REASONS) }),
    inWriting: z.object({ inWriting: yesNoUnsure }),
    courtRelated: z.object({ courtRelated: yesNoUnsure }),
    measure: z.object({ measure: z.string().max(40).nullable() }),
    notice: z.object({ noticeDays: z.number().int().min(0).max(3650).nullable() }),
    documents: z.object({ documents: z.array(z.enum(DOCUMENTS_REQUESTED)) }),
    remedies: z.object({ remedies: z.array(z.enum(REMEDIES)) }),
    remedyResults: z.object({
      results: z.array(
        z.object({ remedy: z.enum(REMEDIES), result: z.enum(REMEDY_RESULTS), triedOn: dateAnswer.nullable() }),
      ),
    }),
    outcome: z.object({ outcome: z.enum(OUTCOMES) }),
    consequences: z.object({ consequences: z.array(z.enum(CONSEQUENCES)) }),
    extraCost: z.object({
      currency,
      amountMinor,
      staffDays: z.number().int().min(0).max(MOST_STAFF_DAYS).nullable(),
    }),
    people: z.object({
      peopleAffected: z.number().int().min(0).max(10_000_000).nullable(),
      peopleKind: z.enum(PEOPLE_KINDS).nullable(),
    }),
    story: z.object({ story: z.string().max(STORY_MAX).nullable() }),
    risk: z.object({ riskIfNamed: z.enum(RISK_LEVELS).nullable() }),
    consent: z.object({ consent: z.enum(CONSENT_LEVELS) }),
    recipients: z.object({ recipients: z.string().min(1).max(SHORT_TEXT_MAX) }),
  })
  .partial();

export type CaseReport = z.infer<typeof caseReportSchema>;
export type QuestionKey = keyof CaseReport;
export type Answer<Key extends QuestionKey> = NonNullable<CaseReport[Key]>;

/** A yes or an unsure sends draft and report to the walled team, before any free text is typed. */
export function needsWalledTeam(report: CaseReport): boolean {
  return report.listedParties !== undefined && report.listedParties.listedParty !== "no";
}
