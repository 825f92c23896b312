import type { IsoDay } from "#app/kernel/iso-day.ts";

/** `in_review`: one person has given their word. `approved`: two have, and its first day is still to come. */
export const WAVE_STATES = ["draft", "in_review", "approved", "open", "closed", "read"] as const;
export type WaveState = (typeof WAVE_STATES)[number];

/** Two different persons. Source: decisions, 12. */
export const WORDS_NEEDED = 2;

interface Standing {
  /** how many persons' words stand for exactly these facts */
  readonly words: number;
  readonly isApproved: boolean;
  readonly opensOn: IsoDay;
  readonly closesOn: IsoDay;
  readonly endedOn: IsoDay | null;
  readonly isRead: boolean;
}

/** Where a wave stands is computed at each look: it opens and closes by the calendar, and nobody has to be there. */
export function waveState(
  { words, isApproved, opensOn, closesOn, endedOn, isRead }: Standing,
  today: IsoDay,
): WaveState {
  if (!isApproved) return words === 0 ? "draft" : "in_review";
  if (isRead) return "read";
  if (today > closesOn || endedOn !== null) return "closed";
  return today < opensOn ? "approved" : "open";
}

export const WAVE_ACTS = [
  "change",
  "approve",
  "discard",
  "invite",
  "give-codes",
  "make-link",
  "answer",
  "remind",
  "close",
  "move-closing",
  "pass-on",
  "grant-key",
  "read",
] as const;
export type WaveAct = (typeof WAVE_ACTS)[number];

/**
 * What may be done with a wave, and when. Codes go out only for what two persons have approved, answers come in only
 * while it is open, and nobody reads one before the last may still be changed.
 */
const MAY: Readonly<Record<WaveState, readonly WaveAct[]>> = {
  draft: ["change", "approve", "discard", "invite"],
  in_review: ["change", "approve", "discard", "invite"],
  approved: ["invite", "give-codes", "make-link", "close", "move-closing", "grant-key"],
  open: ["invite", "give-codes", "make-link", "answer", "remind", "close", "move-closing", "pass-on", "grant-key"],
  closed: ["pass-on", "grant-key", "read"],
  read: ["pass-on", "grant-key", "read"],
};

export const allows = (state: WaveState, act: WaveAct): boolean => MAY[state].includes(act);
