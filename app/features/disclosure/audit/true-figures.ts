import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";

/** Counts by crossing lists of records, one list for each code. */
export function counterOf(records: readonly MicroRecord[], trees: Trees, roots: ReadonlyMap<string, string>) {
  const having = new Map<string, Set<MicroRecord>>();
  for (const record of records) {
    for (const [name, leaves] of Object.entries(record.codes)) {
      for (const leaf of leaves) {
        for (const code of trees.get(name)?.above.get(leaf) ?? []) {
          const key = `${name} ${code}`;
          having.set(key, (having.get(key) ?? new Set()).add(record));
        }
      }
    }
  }
  return (measure: string, codes: Readonly<Record<string, string>>): Map<string, number> => {
    const wanted = Object.entries(codes)
      .filter(([name, code]) => roots.get(name) !== code)
      .map(([name, code]) => having.get(`${name} ${code}`) ?? new Set<MicroRecord>())
      .sort((a, b) => a.size - b.size);
    const [fewest = new Set(records), ...others] = wanted;
    const parts = new Map<string, number>();
    for (const record of fewest) {
      if (!others.every((set) => set.has(record))) continue;
      const amount = measure.startsWith("sum:") ? (record.amounts[measure.slice(4)] ?? 0) : 1;
      // No amount is no part of a sum, and its organisation no contributor.
      if (amount === 0) continue;
      parts.set(record.unit, measure === "organisations" ? 1 : (parts.get(record.unit) ?? 0) + amount);
    }
    return parts;
  };
}
