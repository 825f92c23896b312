import type { PGlite } from "@electric-sql/pglite";

/** What the session's role may do without the door: put tables and log in order, read none of them. */
export const ALLOW_TIDYING = "GRANT pg_maintain, pg_checkpoint TO app_none WITH INHERIT TRUE";

/**
 * Does what a server has helpers for. Without it rows that were deleted are gone through for ever, and look-ups are planned
 * for empty tables: a page of the queue over 20,000 cases read all their wraps. The checkpoint lets the log written ahead be
 * used again. A table at a time, so that requests come
 * in between.
 */
export async function tidyEmbedded(database: PGlite): Promise<void> {
  const { rows } = await database.query<{ statement: string }>(`
    SELECT format('VACUUM (ANALYZE) %I', relname) AS statement
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`);
  for (const { statement } of rows) await database.exec(statement);
  await database.exec("CHECKPOINT");
}
