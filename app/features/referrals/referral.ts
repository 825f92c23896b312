import type { QuestionKey } from "#app/features/cases/case-report.ts";
import type { FileHalf } from "#app/features/evidence/evidence-file.ts";
import type { TlpMark } from "#app/features/taxonomy/codes.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { ReferralId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";

/** Who a case can be handed to. */
export const RECEIVER_KINDS = ["lawyer", "partner", "state_authority", "other"] as const;
export type ReceiverKind = (typeof RECEIVER_KINDS)[number];

/** What can go of a case besides its files, in the order in which it is read. */
export const REFERRAL_PARTS = [
  "summary",
  "names",
  "who",
  "what",
  "institution",
  "when",
  "details",
  "amount",
  "since",
  "story",
] as const;
export type ReferralPart = (typeof REFERRAL_PARTS)[number];

/** Which questions a part answers. What the reporter said about sharing stays here: it is said to the team and nobody else. */
export const QUESTIONS_OF_PART: Readonly<Record<ReferralPart, readonly QuestionKey[]>> = {
  summary: [],
  names: ["affectedName"],
  who: ["listedParties", "affected", "affectedType", "affectedCountry"],
  what: ["incidentGroup", "incident", "otherIncidents", "institutionType"],
  institution: ["institution"],
  when: ["started", "ongoing", "ended", "danger", "moneyAtRisk", "deadlines"],
  details: ["channel", "reason", "inWriting", "courtRelated", "measure", "notice", "documents"],
  amount: ["amount"],
  since: ["remedies", "remedyResults", "outcome", "consequences", "people"],
  story: ["story"],
};

export type Tlp = TlpMark;
/** The mark of whatever leaves, unless somebody says otherwise. */
export const DEFAULT_TLP: Tlp = "tlp_red";

/** For how many days a referral can be taken out. */
export const REFERRAL_DAYS = [7, 14, 30, 90] as const;
export type ReferralDays = (typeof REFERRAL_DAYS)[number];

export const RECEIVER_NAME_MAX = 200;
export const PURPOSE_MAX = 2_000;
export const SUMMARY_MAX = 20_000;
export const MOST_OF_A_CASE = 30;

/** A file of the case, and which of its two halves goes. */
export interface ChosenFile {
  readonly fileId: string;
  readonly half: FileHalf;
}

/** Exactly what is sent. Its canonical JSON is hashed: who agrees, agrees to every character and every byte of it. */
export interface ReferralContent {
  readonly form: 1;
  readonly reference: string;
  readonly language: Locale;
  readonly madeOn: IsoDay;
  readonly expiresOn: IsoDay;
  readonly tlp: Tlp;
  readonly receiver: { readonly kind: ReceiverKind; readonly name: string; readonly key: string };
  readonly purpose: string;
  /** written for this receiver; empty where there is none */
  readonly summary: string;
  readonly sections: readonly ContentSection[];
  readonly files: readonly ContentFile[];
}

export interface ContentSection {
  readonly part: ReferralPart;
  readonly heading: string;
  readonly rows: readonly { readonly term: string; readonly answer: readonly string[] }[];
}

/** A file by its place in the archive. What somebody called it stays here: a name can name people. */
export interface ContentFile {
  readonly place: string;
  readonly half: FileHalf;
  readonly sizeBytes: number;
  /** of the bytes that are sent, hexadecimal */
  readonly sha256: string;
}

/**
 * Where a referral stands. `prepared`: the team alone sees it. `recalled`: it was taken out and its reporter agrees no
 * more, so that its receiver is to be asked to delete it.
 */
export const REFERRAL_STATES = ["prepared", "asked", "ready", "refused", "stopped", "taken", "recalled"] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** By whose word it ended. */
export type EndedBy = "team" | "reporter" | "consent";

/** What the reporter reads of a referral, under the case key. It stays when what was sent has gone. */
export interface ReferralRecord {
  readonly state: ReferralState;
  readonly kind: ReceiverKind;
  readonly name: string;
  readonly purpose: string;
  readonly parts: readonly ReferralPart[];
  readonly files: readonly ChosenFile[];
  readonly tlp: Tlp;
  readonly language: Locale;
  readonly madeOn: IsoDay;
  readonly expiresOn: IsoDay;
  /** SHA-256 of the content's canonical JSON, hexadecimal */
  readonly hash: string;
  /** to which content its reporter agreed; null: not yet, or the consent itself says it */
  readonly agreed: { readonly hash: string; readonly on: IsoDay } | null;
  /** each day on which it was taken out */
  readonly takenOn: readonly IsoDay[];
  /** those of them on which it left inside a note for its State; rows from before there were such notes do not say */
  readonly inNoteOn?: readonly IsoDay[];
  readonly ended: { readonly by: EndedBy; readonly on: IsoDay } | null;
  /** when the receiver was asked to delete it */
  readonly deletionAskedOn: IsoDay | null;
}

/** What the team alone keeps, under the notes key. */
export interface ReferralNotes {
  readonly key: string;
  readonly preparedBy: string;
  /** the key was compared with the receiver by another way */
  readonly taken: readonly { readonly by: string; readonly on: IsoDay }[];
}

export interface KeptReferral extends ReferralRecord {
  readonly id: ReferralId;
  readonly version: number;
  /** null once what was sent has been deleted */
  readonly content: ReferralContent | null;
}

/** The last day counts: a day is a day of UTC. */
export const isExpired = ({ expiresOn }: Pick<ReferralRecord, "expiresOn">, today: IsoDay): boolean =>
  today > expiresOn;
