import { type DatabaseContext, inContext, type Transaction } from "#app/platform/db/in-context.server.ts";
import type { Actor } from "./actor.ts";

/**
 * The only door to the database for a person: the role and the context of row-level security hold for this one
 * transaction, whatever happens in it.
 */
export function withActor<T>(actor: Actor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inContext(databaseContext(actor), work);
}

function databaseContext(actor: Actor): DatabaseContext {
  return {
    role: actor.role,
    // A receipt is nobody's account: it is named by its one case.
    ...(actor.role === "receipt" ? { case: actor.userId } : { user: actor.userId }),
    session: actor.sessionId,
    ...(actor.teamId && { team: actor.teamId }),
    ...(actor.organisationId && { organisation: actor.organisationId }),
  };
}
