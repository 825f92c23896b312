import type { CaseId, RelationId } from "#app/kernel/id.ts";

/** How one case belongs together with another, seen from the one whose page it stands on. */
export const CASE_RELATIONS = [
  "same_decision",
  "same_institution",
  "follow_up_of",
  "followed_up_by",
  "duplicate_of",
  "has_duplicate",
] as const;
export type CaseRelationKind = (typeof CASE_RELATIONS)[number];

/** The same seen from the other side. */
export const INVERSE: Record<CaseRelationKind, CaseRelationKind> = {
  same_decision: "same_decision",
  same_institution: "same_institution",
  follow_up_of: "followed_up_by",
  followed_up_by: "follow_up_of",
  duplicate_of: "has_duplicate",
  has_duplicate: "duplicate_of",
};

/** With another case. `twin` is the row of the other side, so that whoever takes one back takes both. */
export interface CaseLink {
  readonly kind: CaseRelationKind;
  readonly other: CaseId;
  readonly twin: RelationId;
}

/** With an entry of the register of measures, beyond the one that the reporter named. */
export interface MeasureLink {
  readonly kind: "measure";
  readonly measure: string;
}

export type Relation = CaseLink | MeasureLink;
export type KeptRelation = Relation & { readonly id: RelationId };

/** More would be a list that nobody reads. */
export const MOST_RELATIONS = 100;

export function isCaseLink<R extends Relation>(relation: R): relation is R & CaseLink {
  return relation.kind !== "measure";
}

/** Whether a case has this relation already: twice the same says nothing more. */
export function isKnown(relations: readonly Relation[], wanted: Relation): boolean {
  return relations.some((one) =>
    isCaseLink(one)
      ? isCaseLink(wanted) && sameLink(one, wanted)
      : !isCaseLink(wanted) && one.measure === wanted.measure,
  );
}

const sameLink = (one: CaseLink, wanted: CaseLink) => one.kind === wanted.kind && one.other === wanted.other;
