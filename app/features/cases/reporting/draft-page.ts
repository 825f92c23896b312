import type { SectionState } from "#app/features/cases/questionnaire/report-progress.ts";
import type { ReportSection } from "#app/features/cases/questionnaire/report-questions.ts";

/** The task list of a report under way. */
export interface DraftPageData {
  readonly draftId: string;
  readonly sections: readonly DraftSection[];
  readonly isReady: boolean;
  readonly hasAnswers: boolean;
  readonly readers: { readonly team: string; readonly walled: boolean };
  /** where somebody who comes back goes on; null when everything is answered */
  readonly goOn: string | null;
}

export interface DraftSection {
  readonly section: ReportSection;
  readonly answered: number;
  readonly asked: number;
  readonly state: SectionState;
  readonly href: string;
}
