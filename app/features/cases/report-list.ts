import type { CaseStatus, IncidentType } from "#app/features/taxonomy/codes.ts";
import type { IncidentGroup } from "#app/features/taxonomy/incident-groups.ts";
import type { AnswerPromise } from "./case-promise.ts";

/** A reporter's first page: what was begun, and what was sent. */
export interface ReportList {
  readonly drafts: readonly ListedDraft[];
  readonly cases: readonly ListedReport[];
}

export interface ListedDraft {
  readonly id: string;
  readonly incident: IncidentType | null;
  readonly group: IncidentGroup | null;
  readonly answered: number;
  readonly asked: number;
  readonly isReady: boolean;
}

export interface ListedReport {
  readonly id: string;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly incident: IncidentType | null;
  /** ISO instant */
  readonly receivedAt: string;
  readonly promise: AnswerPromise;
}
