import type { CaseRow, Labelled } from "#app/features/cases/casework/case-row.ts";
import type { CaseStanding } from "#app/features/cases/casework/work-case-page.ts";
import type { DuplicateReason } from "#app/features/facets/facet-queries.ts";
import type { CaseStatus } from "#app/features/taxonomy/codes.ts";
import type { CaseRelationKind } from "./relation.ts";

/** A case on the other side of a relation, in the words of one language. */
export interface OtherCaseWords extends Pick<CaseRow, "caseId" | "reference" | "incidents" | "institution"> {
  readonly status: Labelled<CaseStatus>;
}

export interface RelationWords {
  readonly id: string;
  readonly kind: CaseRelationKind;
  /** null for a case that is no longer in reach: erased, behind the wall, or with another lead */
  readonly other: OtherCaseWords | null;
  /** the two are merged: that is undone by another step */
  readonly isMerged: boolean;
}

export interface MeasureWords {
  readonly id: string;
  readonly label: string;
}

/** A case that may be the same, and why. */
export interface HintWords {
  readonly other: OtherCaseWords;
  readonly reasons: readonly DuplicateReason[];
}

/** How a case belongs together with others. */
export interface CaseRelations {
  readonly relations: readonly RelationWords[];
  readonly measures: readonly MeasureWords[];
  readonly hints: readonly HintWords[];
}

export interface RelationsPageData extends CaseRelations {
  readonly standing: CaseStanding;
  /** whether the reader may say that this case is a duplicate, and take it back */
  readonly mayMerge: boolean;
  readonly mayUnmerge: boolean;
}

/** What the case's own page says of all this, in one line or two. */
export interface RelationsBrief {
  readonly relations: number;
  readonly hints: number;
  /** the reference of the case that this one was merged into; empty where that one is out of reach; null where it was not */
  readonly mergedInto: string | null;
}
