import { contributorsOf } from "#app/features/briefings/figures/contributors.ts";
import type { CountedRow } from "#app/features/briefings/figures/counted-row.ts";
import type { CodeLists } from "#app/features/briefings/figures/dimensions.ts";
import type { ProtectedRelease } from "#app/features/briefings/figures/protected-release.ts";

/** Which organisations stand behind one cell of a released table, withheld or not. */
export interface LedgerCell {
  readonly table: string;
  readonly codes: readonly string[];
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
 * Contributions by cell and pseudonym, of the released tables only; a table that was left out has printed nothing.
 * @param pseudonymOf  the ledger's random name of an organisation; the same in every release
 */
export function ledgerFacts(
  cohort: string,
  rows: readonly CountedRow[],
  release: ProtectedRelease,
  lists: CodeLists,
  pseudonymOf: (organisationKey: string) => string,
): LedgerFacts {
  const everybody = new Set(rows.map((row) => row.organisationKey));
  const cells = release.tables.flatMap((table) =>
    table.cells.map((cell) => ({
      table: table.id,
      codes: cell.codes,
      pseudonyms: pseudonyms(contributorsOf(rows, table, cell, lists)),
    })),
  );
  return { cohort, population: pseudonyms(everybody), cells };

  function pseudonyms(keys: ReadonlySet<string>): string[] {
    return [...keys].map(pseudonymOf).sort();
  }
}
