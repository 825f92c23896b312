import type { Json } from "#app/kernel/json.ts";

/**
 * How far somebody has come.
 * `anonymous` fills in a form before signing in; `joining` redeems an invitation; `second-factor` has given the
 * passphrase and owes the code; `member` is at work; `receipt` reports without an account, or has come back with words;
 * `answering` answers a survey by a code.
 */
export type SessionStage = "anonymous" | "joining" | "second-factor" | "member" | "receipt" | "answering";

/** What a session remembers, sealed in its row. Instants are milliseconds since 1970. */
export interface SessionContent {
  readonly stage: SessionStage;
  readonly userId: string | null;
  readonly hatId: string | null;
  /** of the stage `receipt` alone */
  readonly receiptId?: string;
  readonly startedAt: number;
  readonly seenAt: number;
  readonly reauthenticatedAt: number | null;
  /** Small things a journey puts aside: what to show once, a view of the queue. Never in a URL, for a URL stays behind. */
  readonly shelf: Readonly<Record<string, Json>>;
}

/** What stands for the hat in the forms of whoever holds a receipt and wears none. */
export const RECEIPT_HAT = "receipt";

/** Under what a session's forms are drawn and taken: a hat, or a receipt. */
export function wornIn({ stage, hatId }: Pick<SessionContent, "stage" | "hatId">): string | null {
  return stage === "receipt" ? RECEIPT_HAT : hatId;
}

/** Whom a session's forms belong to: a person, or whoever holds a receipt; null for somebody nobody knows. */
export function ownerOf({ userId, receiptId }: Pick<SessionContent, "userId" | "receiptId">): string | null {
  return userId ?? receiptId ?? null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Limits of each stage: `idle` since last seen, `absolute` since begun. Source: security model, section 9. */
const LIMITS: Record<SessionStage, { idle: number; absolute: number }> = {
  anonymous: { idle: HOUR, absolute: HOUR },
  joining: { idle: 30 * MINUTE, absolute: HOUR },
  "second-factor": { idle: 5 * MINUTE, absolute: 5 * MINUTE },
  member: { idle: 30 * MINUTE, absolute: 12 * HOUR },
  // Before the words are shown nothing but this session opens the draft: as long as a form page waits, and not less.
  receipt: { idle: HOUR, absolute: 12 * HOUR },
  // The words open the answers again; a page that was long in the writing should not need them.
  answering: { idle: HOUR, absolute: 12 * HOUR },
};

export const PARALLEL_SESSIONS = 3;
/** Two-person rules ask for a fresh proof of who is at the keyboard. */
export const REAUTHENTICATION_LASTS = 5 * MINUTE;

/** @param now milliseconds since 1970, here and below */
export function hasExpired(content: Pick<SessionContent, "stage" | "startedAt" | "seenAt">, now: number): boolean {
  const { idle, absolute } = LIMITS[content.stage];
  return now - content.seenAt > idle || now - content.startedAt > absolute;
}

/** When it ends at the latest, if nothing is heard of its person from now on; milliseconds since 1970. */
export function endsAt({ stage, startedAt, seenAt }: Pick<SessionContent, "stage" | "startedAt" | "seenAt">): number {
  const { idle, absolute } = LIMITS[stage];
  return Math.min(seenAt + idle, startedAt + absolute);
}

/** The hour, counted from 1970, after which the row may be swept. Coarse on purpose: exact times are sealed. */
export function expiresHour({ stage, startedAt }: Pick<SessionContent, "stage" | "startedAt">): number {
  return Math.ceil((startedAt + LIMITS[stage].absolute) / HOUR);
}

/** The idle clock is written at most once a minute, so that reading a page is rarely a write. */
export function needsTouch(content: Pick<SessionContent, "seenAt">, now: number): boolean {
  return now - content.seenAt >= MINUTE;
}

/** Whether who is at the keyboard was proved within the last five minutes. */
export function isFreshlyAuthenticated(content: Pick<SessionContent, "reauthenticatedAt">, now: number): boolean {
  return content.reauthenticatedAt !== null && now - content.reauthenticatedAt <= REAUTHENTICATION_LASTS;
}
