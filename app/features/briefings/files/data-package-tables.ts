import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import { ROUNDING_BASE } from "#app/features/briefings/figures/first-release-rule.ts";
import { tablePath } from "#app/features/briefings/published/release-file.ts";
import {
  CODES_SCHEMA,
  codesName,
  codesPath,
  csvw,
  resource,
  tableFile as sharedTableFile,
  tableSchema,
} from "#app/features/disclosure/output/package-files.ts";
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

interface Digest {
  readonly hash: string;
  readonly bytes: number;
}

export function tableFile({ dimensions, rows }: PackageTable): string {
  return sharedTableFile(
    dimensions,
    rows.map(({ codes, value }) => ({ codes, value, isImpossible: false })),
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
        ...resource(table.id, tablePath(table.id), digests[tablePath(table.id)] ?? NO_DIGEST),
        schema: tableSchema(table.dimensions, table.dimensions, "integer", nameOfCodes),
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
        ...resource(nameOfCodes(dimension), codesPath(dimension), digests[codesPath(dimension)] ?? NO_DIGEST),
        schema: CODES_SCHEMA,
        sdc: { kind: "codes", dimension },
      })),
    ],
  };
}

/** The same description of one table for the web. @see CSV on the Web, Metadata Vocabulary */
export const csvwOf = ({ id, dimensions }: PackageTable): Json => csvw(id, dimensions, "integer");

/** Names of resources have hyphens where names of columns have underscores. */
const nameOfCodes = (dimension: string): string => codesName(dimension.replaceAll("_", "-"));
const NO_DIGEST: Digest = { hash: "", bytes: 0 };
