import type { AnswerPromise } from "#app/features/cases/case-promise.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { IncidentGroup } from "#app/features/taxonomy/incident-groups.ts";

/** A reporter's first page: what was begun, and what was sent. */
export interface ReportList {
  readonly drafts: readonly ListedDraft[];
  readonly cases: readonly ListedReport[];
}

export interface ListedDraft {
  readonly id: string;
  /** what happened, in the reader's language; null where nothing was chosen yet */
  readonly title: string | null;
  readonly group: IncidentGroup | null;
  readonly answered: number;
  readonly asked: number;
  readonly isReady: boolean;
}

export interface ListedReport {
  readonly id: string;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly title: string | null;
  /** ISO instant */
  readonly receivedAt: string;
  readonly promise: AnswerPromise;
}
