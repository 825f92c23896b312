import { inContext, type Transaction } from "#app/platform/db/in-context.server.ts";

/**
 * The door to the database for a reader whom nobody knows: published things and reference data, and no sealed table.
 * Public pages go through it also when a member reads them, so that no page shows more to one reader than to another.
 */
export function withPublic<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return inContext({ role: "public" }, work);
}
