import type { CountedFacts, LedgerRecord } from "#app/features/briefings/briefing-record.ts";
import type { LedgerFacts } from "#app/features/briefings/ledger-facts.ts";

/**
 * Puts the ledger's random names in the place of organisations. An organisation that an earlier release counted keeps
 * the name it has; the others get one now.
 * @param newName  random, never the same twice
 */
export function ledgerRecord(
  cohort: string,
  { facts: counted, protection }: Pick<CountedFacts, "facts" | "protection">,
  earlier: readonly LedgerRecord[],
  newName: () => string,
): LedgerRecord {
  const names = new Map(earlier.flatMap(({ named }) => named));
  const named: [string, string][] = [];
  for (const organisation of counted.population) {
    if (names.has(organisation)) continue;
    const pseudonym = newName();
    names.set(organisation, pseudonym);
    named.push([organisation, pseudonym]);
  }
  // Sorted by their random names, so that the order says nothing of the organisations.
  const renamed = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? "").sort();
  const facts: LedgerFacts = {
    cohort,
    population: renamed(counted.population),
    cells: counted.cells.map((cell) => ({ ...cell, pseudonyms: renamed(cell.pseudonyms) })),
  };
  return {
    number: earlier.length + 1,
    facts,
    named: named.sort(([, one], [, other]) => one.localeCompare(other)),
    protection,
  };
}
