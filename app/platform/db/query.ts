/** Rows of a statement on whichever database, outside the door: migrations, seeding and start-up checks need no more. */
export type Query = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
