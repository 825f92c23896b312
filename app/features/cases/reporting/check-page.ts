import type { AnswerPromise } from "#app/features/cases/case-promise.ts";
import type { AnswerSection, ReadAnswer } from "#app/features/cases/questionnaire/report-answers.ts";
import type { ConsentLevel } from "#app/features/taxonomy/codes.ts";
import type { AccountNumberPlace } from "#app/kernel/account-number-mask.ts";

/** All that stands between a draft and sending it, on one page. */
export interface CheckPageData {
  readonly draftId: string;
  readonly version: number;
  readonly sections: readonly AnswerSection[];
  /** answers that earlier answers have made pointless: they are not sent */
  readonly dropped: readonly ReadAnswer[];
  /** questions that must be answered first */
  readonly missing: readonly CheckLink[];
  /** texts in which whole account numbers stand */
  readonly numbered: readonly (CheckLink & { readonly places: readonly AccountNumberPlace[] })[];
  readonly consent: ConsentLevel | null;
  /** what is promised if it is sent now; null while something is missing */
  readonly promise: AnswerPromise | null;
  readonly readers: { readonly team: string; readonly walled: boolean };
}

export interface CheckLink {
  readonly titleKey: string;
  readonly href: string;
}
