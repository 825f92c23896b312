import type { CaseStanding } from "#app/features/cases/casework/work-case-page.ts";
import type { ConsentLevel } from "#app/features/cases/consent.ts";
import type { FileHalf } from "#app/features/evidence/evidence-file.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { ReceiverKind, ReferralContent, ReferralPart, ReferralRecord, Tlp } from "./referral.ts";
import type { Objection } from "./referral-consent.ts";

/** A referral in a list, for either side. */
export interface ListedReferral
  extends Pick<
    ReferralRecord,
    "state" | "kind" | "name" | "parts" | "tlp" | "madeOn" | "expiresOn" | "takenOn" | "ended" | "deletionAskedOn"
  > {
  readonly id: string;
  readonly fileCount: number;
  readonly isExpired: boolean;
}

/** What a page of one referral shows, for either side. */
export interface ReferralPageData extends ListedReferral {
  readonly version: number;
  readonly purpose: string;
  readonly hash: string;
  readonly agreedOn: IsoDay | null;
  /** days on which it left inside a note for its State */
  readonly inNoteOn: readonly IsoDay[];
  /** null once it has been deleted */
  readonly content: ReferralContent | null;
  /** of the receiver's key, in groups; empty where the key has gone */
  readonly fingerprint: readonly string[];
}

/** The team's page of it. */
export interface TeamReferralPage {
  readonly standing: CaseStanding;
  readonly referral: ReferralPageData;
  /** what stands against it today; empty: nothing */
  readonly objections: readonly Objection[];
  /** whether the reporter is asked, as the consent is today */
  readonly isAsked: boolean;
  readonly mayWrite: boolean;
}

/** What the form of a referral offers. What may not go is left out, and said. */
export interface ReferralChoices {
  readonly kinds: readonly ReceiverKind[];
  readonly parts: readonly OfferedPart[];
  readonly files: readonly OfferedFile[];
  readonly tlps: readonly Tlp[];
  readonly consent: ConsentLevel;
  /** that level in words */
  readonly consentLabel: string;
  /** whom the reporter has named, where only those may learn who it is */
  readonly recipients: string | null;
}

interface Offered {
  /** to a lawyer and nobody else */
  readonly lawyerOnly: boolean;
}

export interface OfferedPart extends Offered {
  readonly part: ReferralPart;
}

export interface OfferedFile extends Offered {
  readonly card: string;
  readonly name: string;
  readonly half: FileHalf;
  readonly sizeBytes: number;
}

/** As much as the page of a case tells of them. */
export interface ReferralsBrief {
  readonly caseId: string;
  readonly count: number;
  /** wait for the reporter's word */
  readonly asked: number;
  /** may be taken out and were not yet */
  readonly ready: number;
  /** were taken out, and their receivers have not been asked yet to delete them */
  readonly recalled: number;
}
