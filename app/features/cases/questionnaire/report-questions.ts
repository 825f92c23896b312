import type { z } from "zod";
import type { Answer, CaseReport, QuestionKey } from "#app/features/cases/case-report.ts";
import * as form from "./case-forms.ts";
import * as applies from "./report-routing.ts";

/** The parts of the task list, in order. */
export const REPORT_SECTIONS = ["start", "who", "what", "when", "details", "since", "words", "sharing"] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

export interface Question<Key extends QuestionKey = QuestionKey> {
  readonly key: Key;
  /** the last part of the page's address, and nothing a log could not hold */
  readonly slug: string;
  readonly section: ReportSection;
  /** from a native form post to the answer; its messages are keys */
  readonly form: z.ZodType<Answer<Key>>;
  /** a report cannot be sent without it; everything else may be passed over */
  readonly required: boolean;
  /** looks at earlier answers only; a question that does not apply is not asked */
  readonly appliesWhen: (report: CaseReport) => boolean;
  /** whether a given answer still agrees with the answers before it */
  readonly fits: (answer: Answer<Key>, report: CaseReport) => boolean;
}

type Extras<Key extends QuestionKey> = Partial<Pick<Question<Key>, "required" | "appliesWhen" | "fits">>;

const always = () => true;
const REQUIRED = { required: true } as const;

function question<Key extends QuestionKey>(
  key: Key,
  section: ReportSection,
  schema: z.ZodType<Answer<Key>>,
  extras: Extras<Key> = {},
): Question {
  const slug = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const whole: Question<Key> = {
    key,
    slug,
    section,
    form: schema,
    required: false,
    appliesWhen: always,
    fits: always,
    ...extras,
  };
  // One table holds questions of different answers; `key` ties each to its own again.
  return whole as unknown as Question;
}

/**
 * All questions in the order in which they are asked.
 * The listed-party question is first: its answer decides which team the draft is sealed to, before any free text is typed.
 */
export const QUESTIONS: readonly Question[] = [
  question("listedParties", "start", form.listedPartiesForm, REQUIRED),
  question("affected", "who", form.affectedForm, REQUIRED),
  question("affectedType", "who", form.affectedTypeForm, { required: true, fits: applies.typeFitsParty }),
  question("affectedName", "who", form.affectedNameForm, { appliesWhen: applies.affectsOthers }),
  question("affectedCountry", "who", form.affectedCountryForm),
  question("incidentGroup", "what", form.incidentGroupForm, REQUIRED),
  question("incident", "what", form.incidentForm, { required: true, fits: applies.incidentFitsGroup }),
  question("otherIncidents", "what", form.otherIncidentsForm, { fits: applies.othersLeaveOutMain }),
  question("institutionType", "what", form.institutionTypeForm, { required: true, appliesWhen: applies.somebodyActed }),
  question("institution", "what", form.institutionForm, { appliesWhen: applies.institutionKnown }),
  question("started", "when", form.startedForm, REQUIRED),
  question("ongoing", "when", form.ongoingForm, REQUIRED),
  question("ended", "when", form.endedForm, { appliesWhen: applies.isOver, fits: applies.endsAfterStart }),
  question("danger", "when", form.dangerForm, REQUIRED),
  question("moneyAtRisk", "when", form.moneyAtRiskForm, { required: true, appliesWhen: applies.moneyMayBeLost }),
  question("deadlines", "when", form.deadlinesForm, { appliesWhen: applies.mayGoOn }),
  question("channel", "details", form.channelForm, { appliesWhen: applies.concernsPayments }),
  question("amount", "details", form.amountForm, { appliesWhen: applies.concernsMoney }),
  question("reason", "details", form.reasonForm, { appliesWhen: applies.somebodyRefused }),
  question("inWriting", "details", form.inWritingForm, { appliesWhen: applies.reasonWasTold }),
  question("courtRelated", "details", form.courtRelatedForm),
  question("measure", "details", form.measureForm),
  question("notice", "details", form.noticeForm, { appliesWhen: applies.noticeIsUsual }),
  question("documents", "details", form.documentsForm, { appliesWhen: applies.concernsBanks }),
  question("remedies", "since", form.remediesForm),
  question("remedyResults", "since", form.remedyResultsForm, {
    appliesWhen: applies.triedSomething,
    fits: applies.resultsOfWhatWasTried,
  }),
  question("outcome", "since", form.outcomeForm),
  question("consequences", "since", form.consequencesForm),
  question("extraCost", "since", form.extraCostForm, { appliesWhen: applies.costMore }),
  question("people", "since", form.peopleForm),
  question("story", "words", form.storyForm),
  question("risk", "sharing", form.riskForm),
  question("consent", "sharing", form.consentForm, REQUIRED),
  question("recipients", "sharing", form.recipientsForm, { required: true, appliesWhen: applies.namesRecipients }),
];

/** Questions in which something can be typed that is not a code, a number or a date. */
export const FREE_TEXT_QUESTIONS: readonly QuestionKey[] = ["affectedName", "institution", "story", "recipients"];

export function questionBySlug(slug: string): Question | null {
  return QUESTIONS.find((candidate) => candidate.slug === slug) ?? null;
}

export function questionOf(key: QuestionKey): Question {
  return QUESTIONS.find((candidate) => candidate.key === key)!;
}

/** Answered, and the answer still agrees with what was said before it. */
export function isAnswered({ key, fits }: Question, report: CaseReport): boolean {
  const answer = report[key];
  return answer !== undefined && fits(answer, report);
}
