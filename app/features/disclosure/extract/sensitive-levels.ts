import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import { treeOf } from "#app/features/disclosure/tables/table-plan.ts";
import { recoded } from "./recoding.ts";

/** Codes of a facet at a level, each once: an answer may hold several. */
export const saidAt = ({ codes }: MicroRecord, name: string, level: number, trees: Trees): string[] => [
  ...new Set((codes[name] ?? []).map((leaf) => recoded(leaf, name, level, trees))),
];

/** The finest level of a sensitive facet at which each value that occurs stands for enough organisations. */
export function sensitiveLevel(records: readonly MicroRecord[], name: string, least: number, trees: Trees): number {
  const { levels } = treeOf(name, trees);
  const found = levels.findIndex((_, level) => {
    const units = new Map<string, Set<string>>();
    for (const record of records)
      for (const code of saidAt(record, name, level, trees))
        units.set(code, (units.get(code) ?? new Set()).add(record.unit));
    return [...units.values()].every(({ size }) => size >= least);
  });
  return found < 0 ? levels.length - 1 : found;
}
