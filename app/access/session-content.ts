import type { Json } from "#app/kernel/json.ts";

/**
 * How far somebody has come.
 * `anonymous` fills in a form before signing in; `joining` redeems an invitation; `second-factor` has given the
 * passphrase and owes the code; `member` is at work.
 */
export type SessionStage = "anonymous" | "joining" | "second-factor" | "member";

/** What a session remembers, sealed in its row. Instants are milliseconds since 1970. */
export interface SessionContent {
  readonly stage: SessionStage;
  readonly userId: string | null;
  readonly hatId: string | null;
  readonly startedAt: number;
  readonly seenAt: number;
  readonly reauthenticatedAt: number | null;
  /** Small things a journey puts aside: what to show once, a view of the queue. Never in a URL, for a URL stays behind. */
  readonly shelf: Readonly<Record<string, Json>>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Limits of each stage: `idle` since last seen, `absolute` since begun. Source: security model, section 9. */
const LIMITS: Record<SessionStage, { idle: number; absolute: number }> = {
  anonymous: { idle: HOUR, absolute: HOUR },
  joining: { idle: 30 * MINUTE, absolute: HOUR },
  "second-factor": { idle: 5 * MINUTE, absolute: 5 * MINUTE },
  member: { idle: 30 * MINUTE, absolute: 12 * HOUR },
};

export const PARALLEL_SESSIONS = 3;
/** Two-person rules ask for a fresh proof of who is at the keyboard. */
export const REAUTHENTICATION_LASTS = 5 * MINUTE;

/** @param now milliseconds since 1970, here and below */
export function hasExpired(content: Pick<SessionContent, "stage" | "startedAt" | "seenAt">, now: number): boolean {
  const { idle, absolute } = LIMITS[content.stage];
  return now - content.seenAt > idle || now - content.startedAt > absolute;
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
