import type { Message, MessageSide } from "./message.ts";
import { sideOf } from "./message.ts";

type BySide = Readonly<Record<MessageSide, string | null>>;

/** How far a conversation has come and how far each side has read what the other wrote. ISO instants, null: not yet. */
export interface MessageStanding {
  readonly latestAt: BySide;
  readonly readAt: BySide;
}

export const NO_MESSAGES: MessageStanding = {
  latestAt: { reporter: null, team: null },
  readAt: { reporter: null, team: null },
};

const OTHER: Readonly<Record<MessageSide, MessageSide>> = { reporter: "team", team: "reporter" };

/** Whether the other side has written something that this side has not read. */
export function hasUnread({ latestAt, readAt }: MessageStanding, side: MessageSide): boolean {
  return isAfter(latestAt[OTHER[side]], readAt[side]);
}

/** Whether this very message is new to this side. Nobody's own message is. */
export function isUnread(
  { by, at }: Pick<Message, "by" | "at">,
  { readAt }: MessageStanding,
  side: MessageSide,
): boolean {
  return sideOf(by) !== side && isAfter(at, readAt[side]);
}

/**
 * After this side has read what its page showed.
 * @param seenAt instant of the last message on that page: what came in the meantime stays new. It never goes back, nor
 * past what was written.
 */
export function afterReading(standing: MessageStanding, side: MessageSide, seenAt: string | null): MessageStanding {
  const written = standing.latestAt[OTHER[side]];
  const seen = isAfter(seenAt, written) ? written : seenAt;
  if (!isAfter(seen, standing.readAt[side])) return standing;
  return { ...standing, readAt: { ...standing.readAt, [side]: seen } };
}

/** After this side has written. */
export function afterMessage(standing: MessageStanding, side: MessageSide, at: string): MessageStanding {
  return { ...standing, latestAt: { ...standing.latestAt, [side]: at } };
}

/** The instant of the next message: now, and later than every one before, so that the order of two is never in doubt. */
export function nextInstant({ latestAt }: MessageStanding, now: Date): string {
  const before = Math.max(...Object.values(latestAt).map((at) => (at === null ? 0 : Date.parse(at))));
  return new Date(Math.max(now.getTime(), before + 1)).toISOString();
}

/** ISO texts of one length sort as the moments they name. */
function isAfter(at: string | null, other: string | null): boolean {
  return at !== null && (other === null || at > other);
}
