import type { ReferralContent, Tlp } from "#app/features/referrals/referral.ts";
import type { BlockingLaw } from "#app/features/registers/blocking-law.ts";
import type { PartyStatus, StateParty } from "#app/features/registers/states-parties.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { KeptNote, NoteReceiver } from "./state-note.ts";
import type { NoteState, PartStanding } from "./state-note-standing.ts";

/** A note in the team's list. */
export interface ListedNote extends Pick<KeptNote, "id" | "madeOn" | "expiresOn"> {
  readonly stateName: string;
  readonly receiver: string;
  readonly parts: number;
  readonly state: NoteState;
}

/** What the register says of the State that is spoken to: what it can be asked depends on it. */
export interface StateFacts {
  readonly code: string;
  readonly name: string;
  readonly group: StateParty["regional_group"];
  readonly status: PartyStatus;
  readonly apic: StateParty["apic_party"];
  readonly law: BlockingLaw;
  readonly withdrawalNotifiedOn: IsoDay | null;
  readonly withdrawalEffectiveOn: IsoDay | null;
}

/** A part as its coordinator sees it. */
export interface ShownPart {
  readonly caseId: string;
  readonly referralId: string;
  readonly reference: string;
  readonly standing: PartStanding;
  readonly isThere: boolean;
  /** null where it may not be read as a part of this any more */
  readonly content: ReferralContent | null;
}

export interface NoteStep {
  readonly step: "begun" | "sent" | "approved" | "taken";
  /** a handle */
  readonly by: string;
  readonly on: IsoDay;
}

/** The page of one note: how it stands, what can be done, and all of it as it will be read. */
export interface NotePageData extends Pick<KeptNote, "id" | "version" | "madeOn" | "expiresOn" | "language"> {
  readonly state: NoteState;
  /** null for a State that has left the register */
  readonly facts: StateFacts | null;
  readonly stateName: string;
  readonly receiver: NoteReceiver;
  readonly fingerprint: readonly string[];
  readonly tlp: Tlp;
  readonly hash: string;
  /** null once it has been deleted */
  readonly words: { readonly letter: string; readonly asks: readonly string[] } | null;
  readonly parts: readonly ShownPart[];
  /** who looks has given their word on exactly this already */
  readonly isMine: boolean;
  readonly history: readonly NoteStep[];
}

/** A receiver to whom at least one reporter has agreed. */
export interface OfferedReceiver {
  readonly code: string;
  readonly name: string;
  readonly fingerprint: readonly string[];
  readonly parts: number;
}

export interface OfferedPart {
  readonly referralId: string;
  readonly reference: string;
  readonly organisation: string;
  readonly parts: ReferralContent["sections"][number]["heading"][];
  readonly fileCount: number;
  readonly expiresOn: IsoDay;
}

/** The form of what a note says and holds. */
export interface NoteForm {
  readonly id: string;
  readonly version: number;
  readonly stateName: string;
  readonly language: KeptNote["language"];
  readonly offered: readonly OfferedPart[];
  readonly values: { readonly parts: readonly string[]; readonly letter: string; readonly asks: string };
  /** somebody's word is on it, and counts no more after a change */
  readonly isWithWords: boolean;
}
