import {
  AFFECTED_PARTIES,
  type CaseReport,
  CONSENT_AT_SENDING,
  type QuestionKey,
  REMEDY_RESULTS,
  SHORT_TEXT_MAX,
  STORY_MAX,
  YES_NO_UNSURE,
} from "#app/features/cases/case-report.ts";
import { COUNTRY_CODES } from "#app/features/registers/regional-groups.ts";
import { LISTS, type ListName } from "#app/features/taxonomy/codes.ts";
import { INCIDENT_GROUPS } from "#app/features/taxonomy/incident-groups.ts";
import type { DatePrecision } from "#app/kernel/date-with-precision.ts";
import { CURRENCIES } from "#app/kernel/money.ts";
import { REPORTER_PRECISIONS } from "./date-fields.ts";
import { resultField, triedField } from "./remedy-fields.ts";
import * as options from "./report-options.ts";

/**
 * The inputs of each question, so that one page can draw them all.
 * `labels` says where the words of the options are: a list of the taxonomy, the countries, or the messages
 * below a path. Explanations stand, where there are any, at `report.<question>.help.<code>`.
 */
export type OptionLabels = ListName | "countries" | `report.${string}`;

interface Options {
  readonly labels: OptionLabels;
  readonly options: (report: CaseReport) => readonly string[];
}

export type Field =
  | ({ readonly kind: "radios" | "checkboxes" | "select"; readonly name: string } & Options)
  | { readonly kind: "past-date"; readonly name: string; readonly precisions?: readonly DatePrecision[] }
  | { readonly kind: "day"; readonly name: string }
  | { readonly kind: "money"; readonly name: string; readonly currencies: readonly string[] }
  | { readonly kind: "text" | "number" | "long-text"; readonly name: string; readonly maxLength: number };

type Choice = Extract<Field, { options: unknown }>;
type OptionsOf = (report: CaseReport) => readonly string[];

const choice = (
  kind: Choice["kind"],
  name: string,
  labels: OptionLabels,
  codes: readonly string[] | OptionsOf,
): Field => ({
  kind,
  name,
  labels,
  options: typeof codes === "function" ? codes : () => codes,
});
const radios = (name: string, labels: OptionLabels, codes: readonly string[] | OptionsOf) =>
  choice("radios", name, labels, codes);
const list = (kind: Choice["kind"], name: string, labels: ListName) => choice(kind, name, labels, LISTS[labels]);
const yesNo = (name: string) => radios(name, "report.choice", YES_NO_UNSURE);
const country = (name: string) => choice("select", name, "countries", COUNTRY_CODES);
const text = (name: string): Field => ({ kind: "text", name, maxLength: SHORT_TEXT_MAX });
const number = (name: string): Field => ({ kind: "number", name, maxLength: 12 });
const money = (name: string): Field => ({ kind: "money", name, currencies: CURRENCIES });
const pastDate = (name: string): Field => ({ kind: "past-date", name, precisions: REPORTER_PRECISIONS });
const day = (name: string): Field => ({ kind: "day", name });

export const REPORT_FIELDS: { readonly [Key in Exclude<QuestionKey, "remedyResults">]: readonly Field[] } = {
  listedParties: [yesNo("listedParty")],
  affected: [radios("affected", "report.affected.option", AFFECTED_PARTIES)],
  affectedType: [radios("affectedType", "affected_type", options.affectedTypesFor)],
  affectedName: [text("affectedName")],
  affectedCountry: [country("affectedCountry")],
  incidentGroup: [radios("incidentGroup", "report.incidentGroup.option", INCIDENT_GROUPS)],
  incident: [radios("mainIncident", "report.incident.option", options.incidentsFor)],
  otherIncidents: [choice("checkboxes", "otherIncidents", "incident_type", options.otherIncidentsFor)],
  institutionType: [radios("institutionType", "institution_type", options.institutionTypesFor)],
  institution: [text("institutionName"), country("institutionCountry")],
  started: [pastDate("startedOn")],
  ongoing: [yesNo("ongoing")],
  ended: [pastDate("endedOn")],
  danger: [yesNo("dangerToPersons")],
  moneyAtRisk: [yesNo("moneyLostWithin72h")],
  deadlines: [day("closureOn"), day("payrollOn"), day("hearingOn"), day("windDownOn")],
  channel: [list("radios", "channel", "payment_channel")],
  amount: [money("money"), list("radios", "amountBand", "amount_band")],
  reason: [list("radios", "statedReason", "stated_reason")],
  inWriting: [yesNo("inWriting")],
  courtRelated: [yesNo("courtRelated")],
  measure: [radios("measure", "report.measure.option", options.REPORT_MEASURES)],
  notice: [number("noticeDays")],
  documents: [list("checkboxes", "documents", "documents_requested")],
  remedies: [list("checkboxes", "remedies", "remedy")],
  outcome: [list("radios", "outcome", "outcome")],
  consequences: [list("checkboxes", "consequences", "consequence")],
  extraCost: [money("extraCost"), number("staffDays")],
  people: [number("peopleAffected"), list("radios", "peopleKind", "people_kind")],
  story: [{ kind: "long-text", name: "story", maxLength: STORY_MAX }],
  risk: [list("radios", "riskIfNamed", "risk_level")],
  consent: [radios("consent", "report.consent.option", CONSENT_AT_SENDING)],
  recipients: [text("recipients")],
};

/** The inputs of a question for this report; when each remedy was tried and what came of it is asked remedy by remedy. */
export function fieldsOf(key: QuestionKey, report: CaseReport): readonly Field[] {
  if (key !== "remedyResults") return REPORT_FIELDS[key];
  const tried = report.remedies?.remedies.filter((remedy) => remedy !== "none_tried") ?? [];
  return tried.flatMap((remedy) => [
    radios(resultField(remedy), "report.remedyResults.option", REMEDY_RESULTS),
    { kind: "past-date", name: triedField(remedy) } as const,
  ]);
}
