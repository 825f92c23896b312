import type { PGlite } from "@electric-sql/pglite";

/** Where the rows are. Embedded: one directory, one process. PostgreSQL: the login role's address, never the owner's. */
export type DatabaseConfig =
  | {
      readonly kind: "embedded";
      /** DATA_DIR; the database lies in its folder `database`. `memory://` keeps everything in this process. */
      readonly dataDir: string;
      /** One that is open already, as its superuser; only tests have one. */
      readonly database?: PGlite;
    }
  | { readonly kind: "postgresql"; readonly url: string; readonly poolSize?: number };

/** The roles a request can act in. Each is a PostgreSQL role `app_<role>` with its own grants and policies. */
export const DATABASE_ROLES = [
  "reporter",
  "intake",
  "lead",
  "analyst",
  "editor",
  "guardian",
  "administrator",
  "receipt",
  "respondent",
  "public",
  "auth",
  "setup",
  "job",
] as const;

export type DatabaseRole = (typeof DATABASE_ROLES)[number];
