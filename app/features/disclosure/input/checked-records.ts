import type { InputError, Read } from "./input-error.ts";
import { amountColumns, type MicroRecord, wrongCodes } from "./microdata.ts";
import type { Specification } from "./specification.ts";
import type { Trees } from "./specification-checks.ts";

/** Records from memory must hold what rows of a file must: leaf codes in every dimension, amounts that are numbers. */
export function checkedRecords(
  records: readonly MicroRecord[],
  name: string,
  spec: Specification,
  trees: Trees,
): Read<MicroRecord[]> {
  const ids = new Set<string>();
  const errors: InputError[] = [];
  for (const [place, record] of records.entries()) {
    const fail = (column: string, reason: string) => errors.push({ file: name, line: place + 1, column, reason });
    if (!record.id || !record.unit) fail("id", "a record needs an id and a unit");
    if (ids.has(record.id)) fail("id", "comes twice");
    ids.add(record.id);
    for (const tree of trees.values())
      for (const reason of wrongCodes(record.codes[tree.name] ?? [], tree)) fail(tree.name, reason);
    for (const column of amountColumns(spec)) {
      const amount = record.amounts[column] ?? 0;
      if (!Number.isFinite(amount) || amount < 0) fail(column, "is not a number from zero up");
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: [...records] };
}
