import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { type AspSession, aspSessionSchema } from "./asp-sessions.ts";

/** The sessions of the Assembly as they stand in this installation's register, the latest first. */
export function listAspSessions(actor: Actor): Promise<AspSession[]> {
  return withActor(actor, async (tx) => {
    const entries = await tx.referenceEntry.findMany({ where: { list: "asp-sessions" } });
    return entries
      .map(({ data }) => aspSessionSchema.parse(data))
      .sort((one, other) => (other.start ?? "").localeCompare(one.start ?? ""));
  });
}
