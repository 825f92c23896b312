import type { RegionalGroup } from "#app/features/registers/regional-groups.ts";
import type { Urgency } from "#app/features/taxonomy/codes.ts";
import type { CaseRow, Labelled } from "./case-row.ts";
import type { PrivateView, QueueView, StatusChoice } from "./queue-view.ts";

export const QUEUE_PAGE_SIZE = 25;

export interface QueuePageData {
  readonly rows: readonly CaseRow[];
  readonly total: number;
  readonly page: number;
  /** over all cases of the team, whatever is filtered */
  readonly counts: { readonly all: number; readonly open: number; readonly overdue: number; readonly new: number };
  readonly view: QueueView;
  readonly hidden: PrivateView;
  readonly choices: QueueChoices;
  /** ISO instant of the request */
  readonly now: string;
}

interface Counted {
  /** cases it would show */
  readonly count: number;
}

/** What the filters offer, in the words of one language. */
export interface QueueChoices {
  readonly statuses: readonly (Labelled<StatusChoice> & Counted)[];
  readonly urgencies: readonly (Labelled<Urgency> & Counted)[];
  readonly regions: readonly RegionalGroup[];
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  readonly leads: readonly { readonly id: string; readonly handle: string }[];
}
