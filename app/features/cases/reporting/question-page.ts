import type { QuestionKey } from "#app/features/cases/case-report.ts";
import type { FilledIn, QuestionField } from "#app/features/cases/questionnaire/question-fields.ts";
import type { PlaceInReport } from "#app/features/cases/questionnaire/report-progress.ts";
import type { ReportSection } from "#app/features/cases/questionnaire/report-questions.ts";

/** All that the page of a question shows, in one language. */
export interface QuestionPageData extends PlaceInReport {
  readonly question: QuestionKey;
  readonly titleKey: string;
  readonly section: ReportSection;
  readonly required: boolean;
  /** something else than a code, a number or a date can be typed */
  readonly isFreeText: boolean;
  readonly fields: readonly QuestionField[];
  /** what is saved, as the inputs show it */
  readonly saved: FilledIn;
  /** anything in this draft is saved */
  readonly hasAnswers: boolean;
  readonly version: number;
  readonly readers: { readonly team: string; readonly walled: boolean };
  /** address of the question before, or of the task list */
  readonly back: string;
  /** address of the question after, as the draft stands saved */
  readonly next: string;
}
