import type { Addition, MatchedInstitution } from "#app/features/cases/case-record.ts";
import type { YesNoUnsure } from "#app/features/cases/case-report.ts";
import type { UrgencyRule } from "#app/features/cases/case-urgency.ts";
import type { Eligibility, ReasonNotCounted } from "#app/features/cases/eligibility.ts";
import type { ToldChange } from "#app/features/cases/history/told-changes.ts";
import type { OverCompliance, OverComplianceTest } from "#app/features/cases/over-compliance.ts";
import type { AnswerSection } from "#app/features/cases/questionnaire/report-answers.ts";
import type { SourceKind } from "#app/features/cases/reported-facts.ts";
import type { CaseJudgementWords, CaseRow } from "./case-row.ts";

/** Where a case stands now: the head of its page, and what every page that changes it shows beside the form. */
export interface CaseStanding {
  readonly row: CaseRow;
  readonly version: number;
  /** ISO instant of the request */
  readonly now: string;
}

/** A case as the people who work on it read it. */
export interface WorkCasePageData extends CaseStanding {
  readonly organisationName: string | null;
  readonly sourceKind: SourceKind;
  /** of an imported case: its mark in the file */
  readonly sourceRef: string | null;
  /** ISO instant */
  readonly receivedAt: string;
  readonly sections: readonly AnswerSection[];
  readonly additions: readonly Addition[];
  readonly steps: readonly WorkStep[];
  readonly suggestion: UrgencySuggestion;
  readonly overCompliance: OverComplianceWords;
  readonly institution: InstitutionWords;
  readonly eligibility: Eligibility;
  /** why it is in no figure; empty: it counts */
  readonly notCounted: readonly ReasonNotCounted[];
  readonly may: CaseRights;
}

export interface UrgencySuggestion {
  readonly urgency: NonNullable<CaseJudgementWords["urgency"]>;
  readonly rule: UrgencyRule;
}

export interface OverComplianceWords {
  readonly answer: OverCompliance | null;
  readonly test: { readonly [Question in keyof OverComplianceTest]: YesNoUnsure } | null;
  /** what the three answers lead to; null without them */
  readonly suggested: OverCompliance | null;
}

/** Which institution acted: what the reporter typed, and the entry of the register that a coordinator has matched. */
export interface InstitutionWords {
  readonly typed: string | null;
  readonly matched: MatchedInstitution | null;
}

/** Which pages the reader may go on to. */
export interface CaseRights {
  readonly move: boolean;
  readonly triage: boolean;
  readonly assign: boolean;
  readonly wall: boolean;
  readonly bind: boolean;
}

/** One thing that was done, as a sentence: its message, what stands in it, and what was written. */
export interface WorkStep {
  readonly key: string;
  readonly by: string;
  /** ISO instant */
  readonly at: string;
  readonly values: Readonly<Record<string, string>>;
  /** what it changed, before and after, as far as the sentence does not say it */
  readonly changes: readonly ToldChange[];
  readonly text: string | null;
}
