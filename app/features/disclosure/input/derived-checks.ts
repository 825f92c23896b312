import type { DerivedSpec } from "./derived-spec.ts";
import type { TableSpec } from "./specification.ts";

/** What no schema sees: tables that there are not, or of which one is no part of the other. */
export function derivedErrors({ shares, medians }: DerivedSpec, tables: readonly TableSpec[]): [string, string][] {
  const tableOf = (id: string) => tables.find((table) => table.id === id);
  const missing = (id: string): [string, string] => [id, "names a table that is not counted here"];
  return [
    ...shares.flatMap(({ id, part, whole }) => {
      const [one, all] = [tableOf(part), tableOf(whole)];
      if (!one || !all) return [missing(id)];
      const reason = shareError(one, all);
      return reason ? [[id, reason] as [string, string]] : [];
    }),
    ...medians.flatMap(({ id, beside, cuts }) => {
      if (!tableOf(beside)) return [missing(id)];
      const rising = cuts.every((cut, place) => place === 0 || cut > cuts[place - 1]!);
      return rising ? [] : [[id, "cuts do not rise"] as [string, string]];
    }),
  ];
}

function shareError(part: TableSpec, whole: TableSpec): string | null {
  if (part.measure !== whole.measure || part.measure === "sum") return "is of numbers of one measure";
  const hasDimensions = whole.dimensions.every((name) => part.dimensions.includes(name));
  const hasFilters = Object.entries(whole.where).every(([name, code]) => part.where[name] === code);
  const asks = (table: TableSpec) => table.dimensions.length + Object.keys(table.where).length;
  return hasDimensions && hasFilters && asks(part) > asks(whole) ? null : "its part is no part of its whole";
}
