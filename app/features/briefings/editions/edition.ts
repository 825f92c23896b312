import type { ReleaseState } from "#app/features/briefings/published/release-queries.server.ts";

/** A file of a release as a reader can check it: `sha256sum` gives the same digest. */
export interface EditionFile {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal */
  readonly digest: string;
}

export interface EditionTable {
  readonly id: string;
  readonly title: string;
}

/** What is out under one address, for the register of editions. Days are ISO days. */
export interface Edition {
  readonly slug: string;
  readonly session: string;
  readonly state: ReleaseState;
  readonly releasedOn: string;
  readonly withdrawnOn: string | null;
  readonly title: string;
  /** codes of its languages */
  readonly languages: readonly string[];
  readonly tables: readonly EditionTable[];
  /** questions of the survey that stands in it */
  readonly survey: readonly EditionTable[];
  /** none where it was withdrawn */
  readonly files: readonly EditionFile[];
}

/** Whose consent every release needs: two persons in these roles. Not their names, and not how many more agreed. */
export const APPROVED_BY = ["editor", "guardian"] as const;
