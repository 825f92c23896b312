import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { paths } from "#app/paths.ts";

/** Where the one report of a receipt stands now: still a draft, or the case it became. */
export async function ownReportPath(actor: Actor, page: "read" | "sent" = "read"): Promise<string> {
  const id = actor.userId;
  const isDraft = await withActor(actor, (tx) => tx.caseDraft.findUnique({ where: { id }, select: { id: true } }));
  if (isDraft) return paths.draft(id);
  return page === "sent" ? paths.reportSent(id) : paths.report(id);
}
