import type {
  CaseStatus,
  Corroboration,
  Outcome,
  Remedy,
  RiskLevel,
  Severity,
  Urgency,
} from "#app/features/taxonomy/codes.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import type { CaseId, InstitutionId, OrganisationId } from "#app/kernel/id.ts";
import type { CaseReport, YesNoUnsure } from "./case-report.ts";
import type { Eligibility } from "./eligibility.ts";
import type { OverCompliance } from "./over-compliance.ts";
import type { ReportedFacts } from "./reported-facts.ts";

/** What lies under the case key: reporter, team and assigned lead read it. */
export interface CaseBody {
  readonly report: CaseReport;
  /** what the reporter added later, oldest first */
  readonly additions: readonly Addition[];
  /** copied in, because a lead holds no key of the register */
  readonly organisationName: string | null;
  /** of an imported case: its mark in the file */
  readonly sourceRef: string | null;
  /** in which its reporter read the pages when sending it; not there where nobody knows */
  readonly language?: Locale;
}

export interface Addition {
  readonly text: string;
  /** ISO instant */
  readonly at: string;
}

/** The copy of the reported facets under the case key, so that a list of twenty needs no index. */
export interface ReportedCopy {
  readonly facts: ReportedFacts;
  /** ISO instant */
  readonly receivedAt: string;
}

/** The team's judgement, under the notes key. Null: nobody has said yet. */
export interface Assessment {
  readonly status: CaseStatus;
  readonly urgency: Urgency;
  /** ISO instant by which the reporter has an answer; null when nothing is owed any more */
  readonly dueAt: string | null;
  readonly severity: Severity | null;
  readonly risk: RiskLevel | null;
  readonly overCompliance: OverCompliance | null;
  readonly test:
    | { readonly [Question in "institutionBound" | "affectedListed" | "dealingLicensed"]: YesNoUnsure }
    | null;
  readonly eligibility: Eligibility;
  /** what the case rests on beside its reporter's word; not there in judgements from before it was asked */
  readonly corroboration?: Corroboration | null;
  readonly assignedUserId: string | null;
  /** the entry of the register that acted; not there in a case that was judged before there was a register */
  readonly institution?: MatchedInstitution | null;
  /** of a case that was merged into another: that one, and where this one stood before */
  readonly duplicateOf?: MergedInto | null;
  /** the cases that were merged into this one, also those that have gone since */
  readonly duplicates?: readonly CaseId[];
  /** how the matter ended as the team sees it, and since when; not there in judgements from before it was asked */
  readonly outcome?: Outcome;
  readonly outcomeOn?: DateWithPrecision | null;
  /** what the team has tried, each once: a copy of the rows, so that the facets follow from the judgement alone */
  readonly remedies?: readonly Remedy[];
  /** of a report by receipt: who was said to stand behind it; null: nobody yet. Not there where a report arrives bound */
  readonly boundTo?: OrganisationId | null;
}

export interface MergedInto {
  readonly caseId: CaseId;
  readonly statusBefore: CaseStatus;
}

/** The name is copied in as it was when it was matched, because a lead holds no key of the register. */
export interface MatchedInstitution {
  readonly code: InstitutionId;
  readonly name: string;
}

/**
 * Whether a case is bound to a confirmed organisation or group. The plain column alone does not say so of a report by receipt: whoever
 * can write to the database could else bind four false ones and expose the fifth.
 */
export function isBoundTo({ boundTo }: Pick<Assessment, "boundTo">, organisationId: string | null): boolean {
  return organisationId !== null && (boundTo === undefined || boundTo === organisationId);
}

/** Whether a case is merged into another: it is closed, counts in no figure, and only undoing the merge brings it back. */
export function isDuplicate({ duplicateOf }: Pick<Assessment, "duplicateOf">): boolean {
  return duplicateOf !== undefined && duplicateOf !== null;
}
