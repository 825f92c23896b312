import { type CodeTree, codeTree } from "#app/features/disclosure/tables/code-tree.ts";
import { derivedErrors } from "./derived-checks.ts";
import type { InputError, Read } from "./input-error.ts";
import type { Specification, TableSpec } from "./specification.ts";

export type Trees = ReadonlyMap<string, CodeTree>;

/** What no schema sees: sums that cannot hold, tables over dimensions or codes that there are not. */
export function treesOf(spec: Specification, file: string): Read<Trees> {
  const at = (column: string, reason: string): InputError => ({ file, line: 0, column, reason });
  const trees = new Map<string, CodeTree>();
  const errors: InputError[] = [];
  for (const [name, dimension] of Object.entries(spec.dimensions)) {
    const tree = codeTree(name, dimension);
    if (typeof tree === "string") errors.push(at(`dimensions.${name}`, tree));
    else trees.set(name, tree);
  }
  if (errors.length > 0) return { ok: false, errors };
  if (spec.cohort && spec.reissues) errors.push(at("reissues", "a cohort is asked again or issued anew, not both"));
  if (spec.reissues === spec.release) errors.push(at("reissues", "what is issued anew has a name of its own"));
  const ids = [...spec.tables, ...spec.shares, ...spec.medians].map(({ id }) => id);
  for (const [place, id] of ids.entries())
    if (ids.indexOf(id) !== place) errors.push(at(`tables.${id}`, "comes twice"));
  for (const [id, reason] of derivedErrors(spec, spec.tables)) errors.push(at(`tables.${id}`, reason));
  for (const [place, table] of spec.tables.entries()) {
    for (const [column, reason] of tableErrors(table, trees)) errors.push(at(`tables.${place}.${column}`, reason));
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: trees };
}

function tableErrors(table: TableSpec, trees: Trees): [string, string][] {
  const errors: [string, string][] = [];
  for (const name of table.dimensions)
    if (!trees.has(name)) errors.push(["dimensions", `there is no dimension "${name}"`]);
  if (new Set(table.dimensions).size < table.dimensions.length) errors.push(["dimensions", "one comes twice"]);
  for (const [name, code] of Object.entries(table.where)) {
    if (table.dimensions.includes(name)) errors.push(["where", `"${name}" is a dimension of the table`]);
    else if (!trees.get(name)?.codes.includes(code)) errors.push(["where", `"${name}" has no code "${code}"`]);
  }
  const levels = table.dimensions.flatMap((name) => trees.get(name)?.levels.map((level) => level.name) ?? []);
  for (const level of [table.minimumLevel ?? []].flat())
    if (!levels.includes(level)) errors.push(["minimumLevel", `no dimension of the table has a level "${level}"`]);
  for (const cell of table.neverWithhold) {
    const codes = cell.split("|");
    const known =
      codes.length === table.dimensions.length &&
      codes.every((code, place) => trees.get(table.dimensions[place] ?? "")?.codes.includes(code));
    if (!known) errors.push(["neverWithhold", `there is no cell "${cell}"`]);
  }
  return errors;
}
