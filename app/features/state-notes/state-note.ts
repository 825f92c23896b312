import type { Tlp } from "#app/features/referrals/referral.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, ReferralId, StateNoteId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";

/** That can still be taken out; those whose day has passed stay for a year and hinder nobody. */
export const MOST_NOTES = 50;
export const MOST_PARTS = 20;
export const LETTER_MAX = 10_000;
export const ASKS_MAX = 4_000;
export const MOST_ASKS = 20;

/** Who opens the bundle: as several reporters wrote them down and agreed to, and which unit of theirs it is for. */
export interface NoteReceiver {
  readonly name: string;
  readonly unit: string;
  /** age public key; the same in every part, because each reporter agreed to that key */
  readonly key: string;
}

/** A part of a case that its reporter agreed to, by the hash of its content. */
export interface NotePart {
  readonly caseId: CaseId;
  readonly referralId: ReferralId;
  readonly hash: string;
}

/** What a team keeps of a note: it stays when what was to be sent has gone. */
export interface StateNoteRecord {
  /** ISO 3166-1 alpha-2 */
  readonly state: string;
  readonly receiver: NoteReceiver;
  readonly language: Locale;
  readonly madeOn: IsoDay;
  readonly expiresOn: IsoDay;
  /** in the order in which they are read, which is chosen at random */
  readonly parts: readonly NotePart[];
  readonly begun: WhoAndWhen;
  readonly sent: WhoAndWhen | null;
  readonly approved: WhoAndWhen | null;
  readonly taken: readonly WhoAndWhen[];
  /** parts that left and of which the receiver was asked to delete everything */
  readonly deletionAsked: readonly { readonly referralId: ReferralId; readonly on: IsoDay }[];
}

export interface WhoAndWhen {
  readonly by: string;
  readonly on: IsoDay;
}

/**
 * Exactly what leaves. A part stands in it by its hash, which is that of the very file in the archive, so that this text
 * binds every character of every part and holds none of them: a part that ends takes its words along.
 */
export interface NoteContent {
  readonly form: 1;
  readonly state: { readonly code: string; readonly name: string };
  readonly language: Locale;
  readonly madeOn: IsoDay;
  readonly expiresOn: IsoDay;
  readonly tlp: Tlp;
  readonly receiver: NoteReceiver;
  readonly letter: string;
  readonly asks: readonly string[];
  readonly parts: readonly ContentPart[];
}

export interface ContentPart {
  /** its folder in the archive, such as `part-01` */
  readonly place: string;
  readonly reference: string;
  /** of its `case.json`, hexadecimal */
  readonly sha256: string;
}

export interface KeptNote extends StateNoteRecord {
  readonly id: StateNoteId;
  readonly version: number;
  /** null once its last day has passed */
  readonly content: NoteContent | null;
  /** of the sealed bytes of the content: what an approval stands for; null without content */
  readonly sealedHash: Uint8Array<ArrayBuffer> | null;
}
