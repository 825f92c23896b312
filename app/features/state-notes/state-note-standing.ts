import type { ReferralState, Tlp } from "#app/features/referrals/referral.ts";
import type { Allowance } from "#app/features/referrals/referral-consent.ts";
import { isAmong } from "#app/features/referrals/referral-consent.ts";
import { TLP_MARKS } from "#app/features/taxonomy/codes.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";

/**
 * How a part of a note stands at this moment. `ended`: it may not leave. `recalled`: it has left in this note and its
 * reporter agrees no more, or had the case erased. `asked`: its receiver was asked to delete it. `elsewhere`: its case
 * went behind the wall, where others care for it.
 */
export const PART_STANDINGS = ["stands", "ended", "recalled", "asked", "elsewhere"] as const;
export type PartStanding = (typeof PART_STANDINGS)[number];

export const NOTE_STATES = ["draft", "in_review", "approved", "taken", "recalled", "expired"] as const;
export type NoteState = (typeof NOTE_STATES)[number];

/** Two different persons, as with everything that holds more than one case. Source: security model, section 6. */
export const WORDS_NEEDED = 2;

interface Standing {
  readonly hasLeft: boolean;
  readonly isExpired: boolean;
  /** of whom the word stands for exactly this content */
  readonly words: number;
  readonly parts: readonly PartStanding[];
}

/**
 * Where a note stands is computed at each look and never kept: a reporter who takes something back holds no key of the
 * team, so what they do could not rewrite it. A note of which a part has ended is a draft again by that alone.
 */
export function noteState({ hasLeft, isExpired, words, parts }: Standing): NoteState {
  if (hasLeft) return parts.includes("recalled") ? "recalled" : "taken";
  if (isExpired) return "expired";
  if (words === 0 || parts.length === 0 || parts.some((part) => part !== "stands")) return "draft";
  return words < WORDS_NEEDED ? "in_review" : "approved";
}

/** What is known of a part's referral; null where there is none in reach. */
interface Known {
  readonly mayStand: boolean;
  readonly state: ReferralState;
  /** whether its reporter still allows a State to have it */
  readonly isAllowed: boolean;
}

interface Told {
  readonly hasLeft: boolean;
  readonly isAsked: boolean;
  readonly isErased: boolean;
}

/** @returns how a part stands, before and after the note has left */
export function partStanding(known: Known | null, { hasLeft, isAsked, isErased }: Told): PartStanding {
  if (!hasLeft) return known?.mayStand ? "stands" : "ended";
  if (isAsked) return "asked";
  if (!known) return isErased ? "recalled" : "elsewhere";
  return known.state === "recalled" || !known.isAllowed ? "recalled" : "stands";
}

/**
 * Whether somebody may be put before this receiver together with others: only where their consent names people in
 * confidence and names this very receiver, or names them in public. Stricter than a referral alone, of which a part that
 * points to nobody may go from `c3`: parts that stand side by side point to more than each of them.
 */
export function mayBeTold({ consent, recipients }: Allowance, receiver: string): boolean {
  if (consent === "c5_public_named") return true;
  return consent === "c4_confidential_to_named" && isAmong(receiver, recipients);
}

/** As strict as the strictest of its parts: nobody's mark is loosened by standing beside another's. */
export function strictest(marks: readonly Tlp[]): Tlp {
  return TLP_MARKS.find((mark) => marks.includes(mark)) ?? "tlp_red";
}

export const isOver = ({ expiresOn }: { readonly expiresOn: IsoDay }, today: IsoDay): boolean => today > expiresOn;
