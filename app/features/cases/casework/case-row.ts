import type { CaseStatus, RiskLevel, Severity, Urgency } from "#app/features/taxonomy/codes.ts";

/** A line of a list for people who work on cases, in the words of one language. */
export interface CaseRow {
  readonly caseId: string;
  readonly reference: string;
  /** of the case as the list shows it: who changes several at once is told which have changed meanwhile */
  readonly version: number;
  /** ISO instant; null when nobody is owed an answer by a day */
  readonly dueAt: string | null;
  /** what happened, shortest first */
  readonly incidents: readonly string[];
  /** nulls where nobody acted or nothing is known */
  readonly institution: { readonly type: string | null; readonly country: Country | null };
  readonly status: Labelled<CaseStatus>;
  /** false: a report by receipt behind which nobody is confirmed yet */
  readonly isBound: boolean;
  readonly judgement: CaseJudgementWords;
  /** handle of the lead, where a list shows several people's cases */
  readonly lead: string | null;
}

/** The code saves room in a list; the name is there for whoever does not know it. */
export interface Country {
  readonly code: string;
  readonly name: string;
}

export interface Labelled<Code extends string> {
  readonly code: Code;
  readonly label: string;
}

/** The three judgements, always together and never mixed; null where nobody has said yet. */
export interface CaseJudgementWords {
  readonly urgency: Labelled<Urgency> | null;
  readonly severity: Labelled<Severity> | null;
  readonly risk: Labelled<RiskLevel> | null;
}
