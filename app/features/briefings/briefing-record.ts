import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";
import type { TableAdvice } from "#app/features/briefings/figures/table-advice.ts";
import type { TableChoice } from "#app/features/briefings/figures/table-choice.ts";
import type { GuardianReport } from "#app/features/disclosure/protect-outcome.ts";
import type { SurveyWish } from "#app/features/surveys/publishing/survey-wish.ts";
import type { SurveyProtection } from "#app/features/surveys/publishing/withheld-words.ts";
import type { BriefingDraft } from "./briefing.ts";
import type { LedgerFacts } from "./ledger-facts.ts";

/** A briefing as it lies sealed under the editorial key. */
export interface KeptBriefing {
  readonly draft: BriefingDraft;
  /** everybody who wrote in it, by user id: none of them may release it */
  readonly hands: readonly string[];
  /** the last two versions that went to review, the older one first */
  readonly sent: readonly SentBriefing[];
}

export interface SentBriefing {
  readonly draft: BriefingDraft;
  readonly release: ProtectedRelease;
}

/** The tables that analysts want, as they lie sealed under the editorial key, and what came of them. */
export interface KeptTableSet {
  readonly choices: readonly TableChoice[];
  /** who chose them last; user id */
  readonly chosenBy: string;
  /** the wave of a survey that is printed beside them, and which of its questions; left out where none is */
  readonly survey?: SurveyWish | undefined;
  /** null until they are computed, and again once others are chosen */
  readonly computed: KeptTables | null;
}

/** Protected tables. */
export interface KeptTables {
  readonly release: ProtectedRelease;
  /** the data package as it was audited: paths and texts; empty where nothing could be protected */
  readonly files: readonly (readonly [path: string, text: string])[];
  /** what the marks cost, for those who choose tables */
  readonly advice: readonly TableAdvice[];
  /** user id */
  readonly computedBy: string;
  /** ISO instant */
  readonly computedAt: string;
  /** how many releases stood in the ledger then: another one since may have counted the same records */
  readonly releasesBefore: number;
  /** version of the ledger key that opens what was counted */
  readonly ledgerKeyVersion: number;
}

/** Which records the tables counted: a letter to the ledger key, opened for guardians alone. */
export interface CountedFacts {
  readonly cases: readonly { readonly teamId: string; readonly caseId: string }[];
  /** as the ledger will keep them, with organisation ids in the place of pseudonyms */
  readonly facts: Omit<LedgerFacts, "cohort">;
  /** how the figures were protected, with the seed: for guardians alone */
  readonly protection: Protection & { readonly survey?: SurveyProtection };
}

interface Protection {
  readonly seed: string;
  readonly report: Omit<GuardianReport, "records">;
}

/** What the ledger keeps of one release, as a letter to its key. */
export interface LedgerRecord {
  /** from 1; what the counted records carry as their cohort */
  readonly number: number;
  readonly facts: LedgerFacts;
  /** organisations that were counted here for the first time, with the random name they have in the ledger from now on */
  readonly named: readonly (readonly [organisationId: string, pseudonym: string])[];
  readonly protection: CountedFacts["protection"];
}

/** A comment on a draft, sealed under the editorial key. */
export interface KeptComment {
  readonly by: string;
  readonly role: string;
  /** ISO instant */
  readonly at: string;
  readonly text: string;
}

/** Withdrawals count up to the release: older tables are computed again first. */
export const KEEP_TABLES_DAYS = 14;

/** Whether these tables may still be released. */
export function areTablesFresh({ computedAt }: KeptTables, now: Date): boolean {
  return now.getTime() - Date.parse(computedAt) <= KEEP_TABLES_DAYS * 86_400_000;
}
