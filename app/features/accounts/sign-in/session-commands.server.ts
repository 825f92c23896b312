import type { Actor, Hat } from "#app/access/actor.ts";
import { inSessionContext, type OpenSession, write } from "#app/access/session.server.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { ok, type Result, refuse } from "#app/kernel/result.ts";

/** Puts on another of the person's hats. */
export async function changeHat(
  actor: Actor,
  session: OpenSession,
  hats: readonly Hat[],
  hatId: string,
): Promise<Result<OpenSession>> {
  if (!hats.some(({ id }) => id === hatId)) return refuse({ kind: "not-found", code: "account.no-such-hat" });
  const changed = await recorded(actor, async (_, record) => {
    await record({ action: "account.hat-changed" });
    return ok(null);
  });
  if (!changed.ok) return changed;
  const next = { ...session, content: { ...session.content, hatId } };
  await inSessionContext((tx) => write(tx, next));
  return ok(next);
}

/** Ends one of the person's own sessions. */
export function endOwnSession(actor: Actor, sessionId: string): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: actor.userId } });
    if (count === 0) return refuse({ kind: "not-found", code: "account.no-such-session" });
    await record({ action: "account.session-ended" });
    return ok(null);
  });
}
