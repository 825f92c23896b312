import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import { ROUNDING_BASE } from "#app/features/briefings/figures/first-release-rule.ts";
import { tablePath } from "#app/features/briefings/published/release-file.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { csvText } from "#app/kernel/csv.ts";
import type { Json } from "#app/kernel/json.ts";

/** A table as the package holds it; the total is a table without dimensions. */
export interface PackageTable {
  readonly id: string;
  readonly dimensions: readonly Dimension[];
  readonly rows: readonly { readonly codes: readonly string[]; readonly value: number | null }[];
}

/** The code that stands for all codes of a dimension: the root of its list. */
const ROOT = "ALL";

const MEASURE_COLUMNS = ["value", "lo", "hi", "conf_status", "obs_status"] as const;

interface Digest {
  readonly hash: string;
  readonly bytes: number;
}

export function tableFile({ dimensions, rows }: PackageTable): string {
  return csvText(
    [...dimensions, ...MEASURE_COLUMNS],
    rows.map(({ codes, value }) => [...codes, value, null, null, value === null ? "C" : null, null]),
  );
}

/** @param labelOf  the label of a code, or of all codes together where the code is null */
export function codesFile(codes: readonly string[], labelOf: (code: string | null, locale: Locale) => string): string {
  const row = (code: string | null) => [
    code ?? ROOT,
    code === null ? null : ROOT,
    ...LOCALES.map((locale) => labelOf(code, locale)),
  ];
  return csvText(["code", "parent", ...LOCALES.map((locale) => `label_${locale}`)], [row(null), ...codes.map(row)]);
}

/** What stands in `datapackage.json`. @see Data Package 2 */
export function descriptorOf(
  tables: readonly PackageTable[],
  release: { readonly slug: string; readonly cohort: string; readonly releasedOn: string },
  digests: Readonly<Record<string, Digest>>,
): Json {
  const dimensions = tables.flatMap((table) => table.dimensions);
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `thaw-${release.slug}`,
    created: `${release.releasedOn}T00:00:00Z`,
    resources: [
      ...tables.map((table) => ({
        ...resource(table.id, tablePath(table.id), digests),
        schema: tableSchema(table),
        sdc: {
          kind: "table",
          measure: "organisations",
          additive: "distinct",
          integer: true,
          edition: release.cohort,
          dimensions: table.dimensions,
          where: {},
          rounding: { base: ROUNDING_BASE, mode: "nearest" },
        },
      })),
      ...dimensions.map((dimension) => ({
        ...resource(codesName(dimension), `codes/${dimension}.csv`, digests),
        schema: CODES_SCHEMA,
        sdc: { kind: "codes", dimension },
      })),
    ],
  };
}

/** The same description of one table for the web. @see CSV on the Web, Metadata Vocabulary */
export function csvwOf({ id, dimensions }: PackageTable): Json {
  return {
    "@context": "http://www.w3.org/ns/csvw",
    url: `${id}.csv`,
    dialect: { header: true, delimiter: ",", quoteChar: '"', doubleQuote: true },
    tableSchema: {
      columns: [
        ...dimensions.map((name) => ({ name, titles: name, datatype: "string", required: true })),
        ...MEASURE_COLUMNS.map((name) => ({
          name,
          titles: name,
          datatype: name.endsWith("status") ? "string" : "integer",
          null: "",
        })),
      ],
      ...(dimensions.length > 0 && { primaryKey: dimensions }),
    },
  };
}

const codesName = (dimension: Dimension): string => `codes-${dimension.replaceAll("_", "-")}`;

function resource(name: string, path: string, digests: Readonly<Record<string, Digest>>) {
  const { hash = "", bytes = 0 } = digests[path] ?? {};
  return { name, path, type: "table", format: "csv", mediatype: "text/csv", encoding: "utf-8", bytes, hash };
}

function tableSchema({ dimensions }: PackageTable): Json {
  return {
    fields: [
      ...dimensions.map((name) => ({ name, type: "string", constraints: { required: true } })),
      ...MEASURE_COLUMNS.map((name) => ({ name, type: name.endsWith("status") ? "string" : "integer" })),
    ],
    missingValues: [""],
    ...(dimensions.length > 0 && { primaryKey: dimensions }),
    foreignKeys: dimensions.map((dimension) => ({
      fields: [dimension],
      reference: { resource: codesName(dimension), fields: ["code"] },
    })),
  };
}

const CODES_SCHEMA: Json = {
  fields: ["code", "parent", ...LOCALES.map((locale) => `label_${locale}`)].map((name) => ({ name, type: "string" })),
  missingValues: [""],
  primaryKey: ["code"],
  foreignKeys: [{ fields: ["parent"], reference: { fields: ["code"] } }],
};
