import {
  type CountedRow,
  contributorsOf,
  type FirstRelease,
  type TableRequest,
} from "#app/features/briefings/figures/first-release-tables.ts";

/** Which organisations stand behind one row of a released table, withheld or not. */
export interface LedgerCell {
  readonly table: string;
  readonly code: string;
  /** random per organisation; sorted, so that their order says nothing */
  readonly pseudonyms: readonly string[];
}

/** What the ledger keeps of a release, sealed: enough to judge the next one against it, and no id of a case. */
export interface LedgerFacts {
  readonly cohort: string;
  /** everybody who was counted */
  readonly population: readonly string[];
  readonly cells: readonly LedgerCell[];
}

/**
 * The cohort that a release freezes: the session's code and, from the second release of a session on, its number.
 * A record carries the code from then on and enters no other release.
 * @param edition  1 for the first release of the session
 */
export function cohortCode(session: string, edition: number): string {
  const code = session.toLowerCase();
  return edition === 1 ? code : `${code}-${edition}`;
}

/**
 * Contributions by row and pseudonym, of the released tables only; a table that was left out has printed nothing.
 * @param pseudonymOf  the ledger's random name of an organisation; the same in every release
 */
export function ledgerFacts(
  cohort: string,
  rows: readonly CountedRow[],
  requests: readonly TableRequest[],
  release: FirstRelease,
  pseudonymOf: (organisationKey: string) => string,
): LedgerFacts {
  const released = new Map(release.tables.map((table) => [table.dimension, table.id]));
  const everybody = new Set(rows.filter((row) => row.countable).map((row) => row.organisationKey));
  const cells = requests.flatMap((request) => {
    const table = released.get(request.dimension);
    if (!table) return [];
    return [...contributorsOf(rows, request)].map(([code, keys]) => ({ table, code, pseudonyms: pseudonyms(keys) }));
  });
  return { cohort, population: pseudonyms(everybody), cells };

  function pseudonyms(keys: ReadonlySet<string>): string[] {
    return [...keys].map(pseudonymOf).sort();
  }
}
