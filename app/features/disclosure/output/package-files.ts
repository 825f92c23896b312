import type { Split } from "#app/features/disclosure/tables/code-tree.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { csvText } from "#app/kernel/csv.ts";
import type { Json } from "#app/kernel/json.ts";
import { isWithheld, type ReleasedCodes, type ReleasedRow } from "./release-figures.ts";

export const MEASURE_COLUMNS = ["value", "lo", "hi", "conf_status", "obs_status"] as const;
const CODE_COLUMNS = ["code", "parent", ...LOCALES.map((locale) => `label_${locale}`)];

/** One file of a table: its codes, then the figure and why there is none. */
export function tableFile(dimensions: readonly string[], rows: readonly ReleasedRow[]): string {
  return csvText(
    [...dimensions, ...MEASURE_COLUMNS],
    rows.map((row) => [
      ...row.codes,
      row.value,
      row.band?.least ?? null,
      row.band?.most ?? null,
      isWithheld(row) ? "C" : null,
      row.isImpossible ? "m" : null,
    ]),
  );
}

/**
 * The codes of a dimension, one file for each way of splitting: a code has one parent a file, and there is one root.
 * @returns texts in the order of the splits; the first has the name of the dimension alone
 */
export function codesFiles({ total, splits, labels }: ReleasedCodes): string[] {
  const ways = Math.max(1, ...splits.map(({ parent }) => splits.filter((other) => other.parent === parent).length));
  return Array.from({ length: ways }, (_, way) => {
    const rows = treeRows(total, splits, way).map(([code, parent]) => [
      code,
      parent,
      ...LOCALES.map((locale) => labels[code]?.[locale] ?? code),
    ]);
    return csvText(CODE_COLUMNS, rows);
  });
}

function treeRows(total: string, splits: readonly Split[], way: number): [code: string, parent: string | null][] {
  const rows: [string, string | null][] = [[total, null]];
  for (const [parent] of rows) {
    const own = splits.filter((split) => split.parent === parent);
    for (const child of own[Math.min(way, own.length - 1)]?.children ?? []) rows.push([child, parent]);
  }
  return rows;
}

export const codesName = (dimension: string, way = 0): string => `codes-${dimension}${way > 0 ? `-${way + 1}` : ""}`;
export const codesPath = (dimension: string, way = 0): string =>
  `codes/${dimension}${way > 0 ? `-${way + 1}` : ""}.csv`;
export const tablePath = (id: string): string => `tables/${id}.csv`;

/** @param datatype of the figures: whole numbers or not */
export function csvw(id: string, dimensions: readonly string[], datatype: "integer" | "number"): Json {
  return {
    "@context": "http://www.w3.org/ns/csvw",
    url: `${id}.csv`,
    dialect: { header: true, delimiter: ",", quoteChar: '"', doubleQuote: true },
    tableSchema: {
      columns: [
        ...dimensions.map((name) => ({ name, titles: name, datatype: "string", required: true })),
        ...MEASURE_COLUMNS.map((name) => ({ name, titles: name, datatype: typeOf(name, datatype), null: "" })),
      ],
      ...(dimensions.length > 0 && { primaryKey: dimensions }),
    },
  };
}

/**
 * @param referred  dimensions whose codes stand in one file, to which their cells can refer
 * @param nameOf    the name of the resource that holds them
 */
export function tableSchema(
  dimensions: readonly string[],
  referred: readonly string[],
  datatype: "integer" | "number",
  nameOf: (dimension: string) => string = codesName,
): Json {
  return {
    fields: [
      ...dimensions.map((name) => ({ name, type: "string", constraints: { required: true } })),
      ...MEASURE_COLUMNS.map((name) => ({ name, type: typeOf(name, datatype) })),
    ],
    missingValues: [""],
    ...(dimensions.length > 0 && { primaryKey: dimensions }),
    foreignKeys: referred.map((dimension) => ({
      fields: [dimension],
      reference: { resource: nameOf(dimension), fields: ["code"] },
    })),
  };
}

const typeOf = (name: string, datatype: string): string => (name.endsWith("status") ? "string" : datatype);

export const CODES_SCHEMA: Json = {
  fields: CODE_COLUMNS.map((name) => ({ name, type: "string" })),
  missingValues: [""],
  primaryKey: ["code"],
  foreignKeys: [{ fields: ["parent"], reference: { fields: ["code"] } }],
};

/** What the package says of every file in it. @param hash  `sha256:` and hexadecimal digits */
export function resource(name: string, path: string, { hash, bytes }: { hash: string; bytes: number }) {
  return { name, path, type: "table", format: "csv", mediatype: "text/csv", encoding: "utf-8", bytes, hash };
}
