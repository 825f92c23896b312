import type { Corroboration } from "#app/features/taxonomy/codes.ts";

/**
 * What the cases behind a name rest on, the stronger last. Below the first nobody is named: then it would be the word of
 * those who reported against that of the institution.
 */
export const EVIDENCE_GRADES = ["documented", "confirmed"] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

/** Somebody other than the reporter has looked at it. One press report alone, or an answer in a survey, is still one word. */
const LOOKED_AT: readonly Corroboration[] = [
  "document_seen",
  "confirmed_by_institution",
  "court_record",
  "regulator",
  "several_reports",
];
/** The institution itself said so, or an authority found it. */
const CONFIRMED: readonly Corroboration[] = ["confirmed_by_institution", "court_record", "regulator"];

/** More than half of the least number of organisations that a name needs, so that it is no matter of one lucky paper. */
const LOOKED_AT_FROM = 3;
/** One judgement or letter may be about one matter; two are not. */
const CONFIRMED_FROM = 2;

/** What one case brings along. */
export interface Evidence {
  readonly organisationKey: string;
  readonly corroboration: Corroboration | null;
}

/**
 * The grade that the cases of an institution bear. Organisations count, never cases: ten papers of one of them are one
 * organisation's papers.
 * @returns null where they bear none
 */
export function gradeOf(cases: readonly Evidence[]): EvidenceGrade | null {
  if (organisationsWith(cases, LOOKED_AT) < LOOKED_AT_FROM) return null;
  return organisationsWith(cases, CONFIRMED) >= CONFIRMED_FROM ? "confirmed" : "documented";
}

/** Whether what they bear is at least what two persons have answered for. */
export function bears(grade: EvidenceGrade | null, wanted: EvidenceGrade): boolean {
  return grade !== null && EVIDENCE_GRADES.indexOf(grade) >= EVIDENCE_GRADES.indexOf(wanted);
}

function organisationsWith(cases: readonly Evidence[], kinds: readonly Corroboration[]): number {
  const found = cases.filter(({ corroboration }) => corroboration !== null && kinds.includes(corroboration));
  return new Set(found.map(({ organisationKey }) => organisationKey)).size;
}
