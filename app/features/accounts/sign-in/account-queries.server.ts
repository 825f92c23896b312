import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { listOwnEntries } from "#app/features/audit/own-entries.server.ts";
import { now } from "#app/platform/clock.server.ts";

const HOUR = 3_600_000;
const SESSION_HOURS = 12;

export interface OwnSession {
  readonly id: string;
  readonly isThis: boolean;
  /** whole hours, for the row knows nothing finer */
  readonly hoursAgo: number;
}

/** A person's own sessions and latest entries. */
export function readAccount(actor: Actor) {
  return withActor(actor, async (tx) => {
    const rows = await tx.session.findMany({
      where: { userId: actor.userId },
      select: { id: true, expiresHour: true },
    });
    const thisHour = Math.ceil(now().getTime() / HOUR);
    const sessions: OwnSession[] = rows.map(({ id, expiresHour }) => ({
      id,
      isThis: id === actor.sessionId,
      hoursAgo: Math.max(0, thisHour + SESSION_HOURS - expiresHour),
    }));
    return { sessions, entries: await listOwnEntries(tx, actor, 50) };
  });
}
