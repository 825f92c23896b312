import type { AnswerPromise } from "#app/features/cases/case-promise.ts";
import type { ToldChange } from "#app/features/cases/history/told-changes.ts";
import type { AnswerSection } from "#app/features/cases/questionnaire/report-answers.ts";
import type { CaseStatus, ConsentLevel } from "#app/features/taxonomy/codes.ts";
import type { ReportReaders } from "./report-readers.server.ts";

/** A sent report as its reporter reads it. */
export interface ReportPageData {
  readonly caseId: string;
  readonly reference: string;
  readonly title: string | null;
  readonly status: CaseStatus;
  readonly promise: AnswerPromise;
  readonly consent: ConsentLevel | null;
  readonly recipients: string | null;
  readonly readers: ReportReaders;
  readonly sections: readonly AnswerSection[];
  readonly additions: readonly { readonly text: string; readonly at: string }[];
  readonly steps: readonly ReportStep[];
  /** false after a withdrawal: nothing can be added or changed any more */
  readonly isUsable: boolean;
}

/** What was done with it, by a role and never by a name. */
export interface ReportStep {
  /** key of what was done */
  readonly title: string;
  /** key of what it came to, such as where the case stands now; null where the title says it all */
  readonly outcome: string | null;
  /** what it changed, before and after */
  readonly changes: readonly ToldChange[];
  readonly by: string;
  /** ISO instant */
  readonly at: string;
}
