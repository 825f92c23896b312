import type { CaseStanding } from "#app/features/cases/casework/work-case-page.ts";
import type { Candidate } from "#app/features/registers/institutions/institution-matching.ts";
import type { Choice, InstitutionChoices } from "#app/features/registers/institutions/institution-pages.ts";

/** What the page needs on which a case is matched to an entry of the register. */
export interface MatchPageData {
  readonly standing: CaseStanding;
  readonly typed: TypedInstitution;
  readonly candidates: readonly CandidateWords[];
  /** the whole register, to choose from where nothing proposed fits */
  readonly others: readonly Choice[];
  /** what is matched now; the form's words for none */
  readonly chosen: { readonly institution: string; readonly other: string };
}

/** What the reporter said of the institution, in the words of one language. */
export interface TypedInstitution {
  readonly name: string | null;
  readonly type: string | null;
  readonly country: string | null;
}

export interface CandidateWords {
  readonly id: string;
  readonly name: string;
  readonly why: Candidate["why"];
  /** kind, country and group, as far as they are known */
  readonly facts: readonly string[];
}

/** The form of a new entry, filled from the case. */
export interface MatchNewPageData {
  readonly standing: CaseStanding;
  readonly choices: InstitutionChoices;
  readonly kept: Readonly<Record<string, string>>;
}
